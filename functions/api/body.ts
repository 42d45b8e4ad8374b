import type { MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { Refused } from '../problem.ts'
import type { FieldError } from './contract/index.ts'
import { bodyLimit, readJson } from './json.ts'
import { mark } from './route.ts'
import { sayIssue } from './words.ts'

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  )

const most = 100

/** The issues of a failed parse as the API names them. Past a hundred nobody reads on. */
export const fieldErrors = (error: z.core.$ZodError): readonly FieldError[] =>
  error.issues
    .slice(0, most)
    .flatMap((issue): FieldError[] => {
      const path = pathText(issue.path)
      if (issue.code !== 'unrecognized_keys') return [{ path, code: issue.code, message: sayIssue(issue) }]
      return issue.keys.slice(0, most).map((key) => ({
        path: pathText([...issue.path, key]),
        code: 'unknown-key',
        message: `不接收字段「${key}」，请去掉。`,
      }))
    })
    .slice(0, most)

const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refused('invalid', '有内容需要更正，请按每一项的提示修改后再提交。', {
    errors: fieldErrors(result.error),
  })
}

/**
 * The JSON body of a route, checked: `c.req.valid('json')`. `limit` in bytes, 256 KB unless set. Give strict objects
 * (`z.strictObject`), so that a key nobody reads is refused; a test looks.
 */
export const body = <S extends z.ZodType>(
  schema: S,
  { limit = bodyLimit }: { readonly limit?: number } = {},
  // biome-ignore lint/suspicious/noExplicitAny: the body does not care for the environment
): MiddlewareHandler<any, string, { in: { json: z.input<S> }; out: { json: z.output<S> } }> =>
  mark(
    async (c, next) => {
      c.req.addValidatedData('json', parse(schema, await readJson(c.req, limit)) as object)
      await next()
    },
    { body: schema, limit },
  )

/** The query of a route, checked: `c.req.valid('query')`. A parameter given twice is refused. */
export const query = <S extends z.ZodType>(
  schema: S,
  // biome-ignore lint/suspicious/noExplicitAny: as above
): MiddlewareHandler<any, string, { in: { query: z.input<S> }; out: { query: z.output<S> } }> =>
  mark(
    async (c, next) => {
      const given = Object.entries(c.req.queries()).map(([name, texts]) => [
        name,
        texts.length === 1 ? texts[0] : texts,
      ])
      c.req.addValidatedData('query', parse(schema, Object.fromEntries(given)) as object)
      await next()
    },
    { query: schema },
  )

/** `?limit=&after=` of every list: at most 200 rows, 50 unless asked. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().min(1).max(4096).exactOptional(),
}
