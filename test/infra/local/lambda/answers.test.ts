import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { json, type OpenGateway, openGateway } from './gateway.ts'

let at: OpenGateway
beforeAll(async () => {
  at = await openGateway()
})
beforeEach(() => at.forget())
afterAll(() => at.stop())

describe('the answer', () => {
  const told = async (value: unknown, path = '/open/x', init: RequestInit = {}) => {
    at.answers(async () => (typeof value === 'string' ? { kind: 'answer', payload: value } : json(value)))
    return at.ask(path, init)
  }

  test('has the status, the headers, each cookie by itself, and its bytes', async () => {
    const got = await told({
      statusCode: 201,
      headers: { 'Content-Type': 'text/csv', 'x-n': 7 },
      cookies: ['a=1; Path=/', 'b=2'],
      body: Buffer.from([0xef, 0xbb, 0xbf, 0xff]).toString('base64'),
      isBase64Encoded: true,
    })
    expect(got.status).toBe(201)
    expect(got.headers.get('x-n')).toBe('7')
    expect(got.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
    expect([...new Uint8Array(await got.arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf, 0xff])
  })

  test.each([[{ a: 1 }], [['x']], ['"text"'], ['null'], ['7']])(
    'without a status is a 200 of JSON: %j',
    async (value) => {
      const got = await told(value)
      expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/json'])
      expect(await got.text()).toBe(typeof value === 'string' ? value : JSON.stringify(value))
    },
  )

  test.each<[unknown]>([
    ['{'],
    [''],
    [{ statusCode: 'fine' }],
    [{ statusCode: 42 }],
    [{ statusCode: 101 }],
    [{ statusCode: 200.5 }],
    [{ statusCode: 200, body: { a: 1 } }],
    [{ statusCode: 200, headers: 'x' }],
    [{ statusCode: 200, headers: { 'x-a': 'b\r\nset-cookie: evil=1' } }],
    [{ statusCode: 200, headers: { 'x a': 'b' } }],
    [{ statusCode: 200, headers: { 'x-name': '户' } }],
    [{ statusCode: 200, cookies: ['a=1\r\nx: y'] }],
    [{ statusCode: 200, cookies: 'a=1' }],
  ])('that is none is 500, and nothing of it goes out: %j', async (value) => {
    const got = await told(value)
    expect([got.status, await got.json()]).toEqual([500, { message: 'Internal Server Error' }])
    expect(got.headers.getSetCookie()).toEqual([])
  })

  test('may have no length or connection of its own', async () => {
    const headers = { 'content-length': '3', connection: 'upgrade', 'transfer-encoding': 'chunked' }
    const got = await told({ statusCode: 200, headers, body: 'longer than three' })
    expect(await got.text()).toBe('longer than three')
  })

  test('to HEAD, and of 204 and 304, has no body', async () => {
    expect(await (await told({ statusCode: 200, body: 'x' }, '/open/x', { method: 'HEAD' })).text()).toBe('')
    for (const statusCode of [204, 304]) expect(await (await told({ statusCode, body: 'x' })).text()).toBe('')
  })
})

describe('what fails behind it', () => {
  test('a function’s error is 500, says nothing of itself to the sender, and is told here', async () => {
    at.answers(async () => ({ kind: 'error', type: 'TypeError', message: 'secret' }))
    const got = await at.ask('/api/things/1')
    expect([got.status, await got.json()]).toEqual([500, { message: 'Internal Server Error' }])
    expect(at.said).toEqual([expect.stringContaining('ANY /api/things/{thing}：TypeError')])
  })

  test('one that is cut off, or that nobody waits for any longer, is 503', async () => {
    at.answers(async () => ({ kind: 'timeout' }))
    expect((await at.ask('/api/things/1')).status).toBe(503)
    at.answers(() => new Promise(() => {}))
    const got = await at.ask('/api/things/1')
    expect([got.status, await got.json()]).toEqual([503, { message: 'Service Unavailable' }])
  })

  test('what is too large for it is 413 and never reaches it, and whoever has no token is not read', async () => {
    const headers = { 'content-type': 'text/plain' }
    for (const size of [7, 11]) {
      const body = 'x'.repeat(size * 1024 * 1024)
      expect((await at.ask('/api/things/1', { method: 'POST', body, headers })).status, `${size} MB`).toBe(
        413,
      )
    }
    const body = 'x'.repeat(11 * 1024 * 1024)
    const got = await fetch(`${at.origin}/api/things/1`, { method: 'POST', body, headers }).catch(
      () => undefined,
    )
    expect(got?.status ?? 401).toBe(401)
    expect(at.seen).toEqual([])
  })

  test('a header with a line break in it is no request', async () => {
    expect(
      await at.raw('GET /api/health HTTP/1.1\r\nHost: x\r\nx-a: b\rc: d\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1.1 400/)
    expect(at.seen).toEqual([])
  })
})
