import type { MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import { body } from './body.ts'
import { mark } from './route.ts'

/** A request of HTTP has a stream whether or not anything comes through it; its headers say which. */
const isBare = ({ headers, body: stream }: Request): boolean =>
  stream === null ||
  headers.get('content-length') === '0' ||
  !['content-length', 'content-type', 'transfer-encoding'].some((name) => headers.has(name))

/** The JSON body of a route that may be left out: then it is `{}`. What is sent all the same is checked as everywhere. */
export const bodyIfAny = <S extends z.ZodType>(
  schema: S,
  // biome-ignore lint/suspicious/noExplicitAny: the body does not care for the environment
): MiddlewareHandler<any, string, { in: { json: z.input<S> }; out: { json: z.output<S> } }> => {
  const whole = body(schema)
  return mark(
    async (c, next) => {
      if (!isBare(c.req.raw)) return whole(c, next)
      c.req.addValidatedData('json', {})
      return next()
    },
    { body: schema },
  )
}
