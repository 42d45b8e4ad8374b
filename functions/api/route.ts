import type { Handler, Hono, MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import type { Action } from '../identity/index.ts'

/** What a handler says about its route. A route gathers the marks of all its handlers. */
export type Mark = {
  readonly action?: Action | 'everyone'
  readonly body?: z.ZodType
  readonly query?: z.ZodType
  /** The body's limit, bytes. */
  readonly limit?: number
}

const marks = new WeakMap<object, Mark>()

// biome-ignore lint/suspicious/noExplicitAny: a mark does not care for the handler's types
export const mark = <H extends MiddlewareHandler<any, any, any>>(handler: H, says: Mark): H => {
  marks.set(handler, says)
  return handler
}

export type Route = { readonly method: string; readonly path: string } & Mark

export const isGuard = (handler: Handler | MiddlewareHandler): boolean =>
  marks.get(handler)?.action !== undefined

/** Every route of an app, in the order of mounting, with what its handlers said. `ALL` stands for no route. */
// biome-ignore lint/suspicious/noExplicitAny: any app
export const routesOf = (app: Hono<any>): readonly Route[] => {
  const found = new Map<string, Route>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const name = `${method} ${path}`
    found.set(name, { ...(found.get(name) ?? { method, path }), ...marks.get(handler) })
  }
  return [...found.values()]
}
