import { validateHeaderName, validateHeaderValue } from 'node:http'
import { ofConnection } from './event.ts'

/** What goes back to whoever asked. Names in lower case. */
export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Buffer
}

/** An answer of the gateway itself. */
export const saying = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
})
export const failed = saying(500, 'Internal Server Error')

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const headersOf = (given: unknown, cookies: unknown): Record<string, string | string[]> | undefined => {
  if (given !== undefined && !isObject(given)) return undefined
  if (cookies !== undefined && !Array.isArray(cookies)) return undefined
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(given ?? {})) headers[name.toLowerCase()] = String(value)
  if (cookies?.length) headers['set-cookie'] = cookies.map(String)
  for (const name of [...ofConnection, 'content-length']) delete headers[name]
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name)
      for (const one of [value].flat()) validateHeaderValue(name, one)
    }
    return headers
  } catch {
    return undefined
  }
}

/**
 * Turns a function's answer of format 2.0 back into HTTP. One without a `statusCode` is itself the body of a 200; one
 * that makes no answer is the function's fault: 500, and nothing of it gets out.
 */
export const replyOf = (payload: string): Reply => {
  let answer: unknown
  try {
    answer = JSON.parse(payload)
  } catch {
    return failed
  }
  if (!isObject(answer) || answer['statusCode'] === undefined)
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(payload) }
  const { statusCode, headers, cookies, body = '', isBase64Encoded } = answer
  const status = Number(statusCode)
  const sent = headersOf(headers, cookies)
  if (!Number.isInteger(status) || status < 200 || status > 599 || !sent || typeof body !== 'string')
    return failed
  return { status, headers: sent, body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8') }
}
