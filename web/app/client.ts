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

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  const known = typeof body === 'object' && body !== null && 'code' in body && 'status' in body
  return new ApiProblem(known ? (body as Problem) : unknownProblem(response.status))
}

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
  if (!response.ok) throw await problemOf(response)
  const tag = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1]
  const text = await response.text()
  return {
    body: (text ? JSON.parse(text) : undefined) as T,
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
