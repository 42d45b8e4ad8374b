import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { invocation } from '../../functions/invocation.ts'
import { gatewayEvent, give } from './lambda/event.ts'

beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => void vi.restoreAllMocks())

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Answers with what it was asked. */
const app = new Hono().all('*', async (c) =>
  c.json({
    method: c.req.method,
    path: c.req.path,
    decoded: decoded(c.req.path),
    queries: c.req.queries(),
    cookies: getCookie(c),
    headers: Object.fromEntries(c.req.raw.headers),
    body: await c.req.text(),
  }),
)
const handler = invocation(app)
const ask = async (path: string, change: Parameters<typeof gatewayEvent>[1] = {}) => {
  const answer = await give(handler, gatewayEvent(path, change))
  return { status: answer.statusCode, ...JSON.parse(answer.body) }
}

describe('addresses', () => {
  test('Chinese arrives, whether the gateway decoded it or not', async () => {
    for (const path of ['/api/池州', '/api/%E6%B1%A0%E5%B7%9E'])
      expect(await ask(path)).toMatchObject({ status: 200, decoded: '/api/池州' })
  })

  test('a decoded ? or # or \\ stays in the path, and the query stays the query', async () => {
    const seen = await ask('/api/a?role=admin#b\\c d', { rawQueryString: 'role=worker' })
    expect(seen).toMatchObject({ decoded: '/api/a?role=admin#b\\c d', queries: { role: ['worker'] } })
    expect((await ask('/api/a\n\tb\u0000')).decoded).toBe('/api/a\n\tb\u0000')
  })

  test.each(['/api/100%', '/api/%zz', '/api/%e6%b1', '/api/%', '//other.test/api', '/api/%00'])(
    '%j is answered by the app, on our own host',
    async (path) => {
      const answer = await give(handler, gatewayEvent(path))
      expect(answer.statusCode).toBe(200)
    },
  )

  test('a named stage is no part of the address; a folder of like name is', async () => {
    expect((await ask('/prod/api/health', { stage: 'prod' })).path).toBe('/api/health')
    expect((await ask('/production/api', { stage: 'prod' })).path).toBe('/production/api')
    expect((await ask('/api/health')).path).toBe('/api/health')
  })

  test('a repeated key keeps every value, decoded once', async () => {
    const { queries } = await ask('/x', { rawQueryString: 'a=1&a=2&b=%E6%88%B7&c=%2525&d' })
    expect(queries).toEqual({ a: ['1', '2'], b: ['户'], c: ['%25'], d: [''] })
    expect((await ask('/x', { rawQueryString: 'a=%&b=%zz' })).status).toBe(200)
  })
})

describe('headers', () => {
  test('cookies come in a list of their own', async () => {
    const { cookies } = await ask('/x', { cookies: ['a=1', 'b=2; c=3'] })
    expect(cookies).toEqual({ a: '1', b: '2', c: '3' })
  })

  test('their case does not matter, and what the gateway joined stays joined', async () => {
    const { headers } = await ask('/x', {
      headers: { 'If-Match': '"3"', 'x-forwarded-for': '192.0.2.1,192.0.2.2' },
    })
    expect(headers).toMatchObject({ 'if-match': '"3"', 'x-forwarded-for': '192.0.2.1,192.0.2.2' })
  })

  test('Chinese in a header is no reason to fail; what no header can hold is', async () => {
    expect((await ask('/x', { headers: { 'x-name': '池州' } })).status).toBe(200)
    expect(await ask('/x', { headers: { 'x-name': 'a\nb' } })).toMatchObject({
      status: 400,
      code: 'malformed',
    })
    expect(await ask('/x', { headers: { 'x y': 'a' } })).toMatchObject({ status: 400, code: 'malformed' })
  })

  test('the length is that of what came, whatever the sender says', async () => {
    const sent = { method: 'POST', body: '户', headers: { 'content-length': '1' } }
    expect((await ask('/x', sent)).headers['content-length']).toBe('3')
  })
})

describe('bodies', () => {
  const send = (body: string | undefined, isBase64Encoded: boolean, method = 'POST') =>
    ask('/x', { method, isBase64Encoded, ...(body !== undefined && { body }) })
  const text = '{"name":"户"}'

  test('arrive as they were sent, as text or as base64', async () => {
    expect((await send(text, false)).body).toBe(text)
    expect((await send(Buffer.from(text).toString('base64'), true)).body).toBe(text)
    expect((await send(gzipSync(text).toString('base64'), true)).status).toBe(200)
  })

  test('that are no base64 though the gateway says so are refused', async () => {
    for (const wrong of ['户', '{"a":1}', 'abc*', '====', 'a'])
      expect(await send(wrong, true), wrong).toMatchObject({ status: 400, code: 'malformed' })
  })

  test('may be missing, and are not read where the method has none', async () => {
    for (const none of [undefined, ''])
      expect(await send(none, false)).toMatchObject({ status: 200, body: '' })
    for (const method of ['GET', 'HEAD'])
      expect((await give(handler, gatewayEvent('/x', { method, body: text }))).statusCode).toBe(200)
    expect((await send(text, false, 'DELETE')).body).toBe(text)
  })

  test('of a method that HTTP knows and we do not are a problem, no crash', async () => {
    for (const method of ['TRACE', 'CONNECT', 'BAD METHOD'])
      expect(await send(undefined, false, method), method).toMatchObject({ status: 400, code: 'malformed' })
  })
})
