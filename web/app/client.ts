import type { Problem } from '../../functions/api/contract/index.ts'
import { ApiProblem, Unreachable, unknownProblem } from './problem.ts'
import { accessToken, renewSession } from './session.ts'

/** `rev` comes from the ETag `"<rev>"`, where the answer has one. */
export type Reply<T> = { readonly body: T; readonly status: number; readonly rev?: number }

export type SendOptions = {
  /** Revision for `If-Match`. */
  readonly rev?: number
  /** `Idempotency-Key`: the same key is sent again when the same write is tried again. */
  readonly key?: string
  readonly signal?: AbortSignal
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const token = await accessToken()
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  if (token) headers.set('authorization', `Bearer ${token}`)
  try {
    return await fetch(path, { ...init, headers })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable()
  }
}

/** JSON of an answer; without `body` where nothing was said, `foreign` where it is none. */
async function said(response: Response): Promise<{ readonly body?: unknown } | 'foreign'> {
  const text = await response.text().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    // The network broke off in the middle of the answer.
    throw new Unreachable()
  })
  try {
    return text ? { body: JSON.parse(text) } : {}
  } catch {
    return 'foreign'
  }
}

const isProblemDocument = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  typeof (body as Partial<Problem>).code === 'string' &&
  typeof (body as Partial<Problem>).status === 'number'

/**
 * Calls the API. A 401 renews the session once and tries again.
 * @throws ApiProblem with the API's own Chinese sentences · Unreachable when nothing answered
 */
export async function send<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: SendOptions = {},
): Promise<Reply<T>> {
  const headers = new Headers()
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (options.rev !== undefined) headers.set('if-match', `"${options.rev}"`)
  if (options.key) headers.set('idempotency-key', options.key)
  const init: RequestInit = { method, headers }
  if (body !== undefined) init.body = JSON.stringify(body)
  if (options.signal) init.signal = options.signal

  let response = await request(path, init)
  if (response.status === 401 && (await renewSession())) response = await request(path, init)
  const answer = await said(response)
  // A page where JSON was asked for is not ours: a network that wants a sign-in of its own answers 200.
  if (answer === 'foreign') throw new ApiProblem(unknownProblem(response.status))
  if (!response.ok)
    throw new ApiProblem(isProblemDocument(answer.body) ? answer.body : unknownProblem(response.status))
  const tag = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1]
  return {
    body: answer.body as T,
    status: response.status,
    ...(tag === undefined ? {} : { rev: Number(tag) }),
  }
}

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await send<T>('GET', path, undefined, signal ? { signal } : {})).body

export const cityPath = (city: string, rest: string): string =>
  `/api/cities/${encodeURIComponent(city)}/${rest}`
export const provincePath = (province: string, rest: string): string =>
  `/api/provinces/${encodeURIComponent(province)}/${rest}`
