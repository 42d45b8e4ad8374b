import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
let url: string
beforeAll(async () => {
  yihu = await startHarness()
  url = `/api/cities/341700/members/${yihu.member('input')}`
})
afterAll(() => yihu.stop())

const send = (raw: string | Uint8Array | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  yihu.as('341700.admin', url, {
    method: 'PUT',
    raw,
    match: 0,
    headers: { 'Content-Type': 'application/json', ...headers },
  })

const expectProblem = (answer: Awaited<ReturnType<typeof send>>, status: number, code: string) => {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.json).toMatchObject({ status, code, type: `urn:yihu:problem:${code}` })
  expect(answer.json.title).toMatch(/\p{Script=Han}/u)
  expect(answer.json.detail).toMatch(/\p{Script=Han}.*。$/u)
  expect(answer.json.requestId).toMatch(/^[0-9A-Z]{26}$/)
  expect(answer.headers.get('x-request-id')).toBe(answer.json.requestId)
}

describe('a body', () => {
  test.each(['', '{', 'null,', '[1,]', "{'a':1}", '{"a":1}x', 'undefined', '\u0000'])(
    '%j is malformed',
    async (raw) => {
      expectProblem(await send(raw), 400, 'malformed')
    },
  )

  test('whose sender goes away in the middle is malformed, and no error of ours', async () => {
    const raw = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"name":')),
      pull: (controller) => controller.error(new Error('aborted')),
    })
    expectProblem(await send(raw), 400, 'malformed')
  })

  test('that is no UTF-8 is malformed', async () => {
    expectProblem(await send(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 400, 'malformed')
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    '',
  ])('of type %j is unsupported', async (type) => {
    expectProblem(await send('{}', { 'Content-Type': type }), 415, 'unsupported-media')
  })

  test('of type JSON may name its charset', async () => {
    const raw = JSON.stringify({ name: '名', roles: [{ role: 'auditor' }] })
    expect((await send(raw, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status).toBe(201)
  })

  test.each(['__proto__', 'constructor', 'prototype'])(
    'with the key %s is malformed, however deep',
    async (key) => {
      expectProblem(await send(`{"${key}":{"isAdmin":true}}`), 400, 'malformed')
      expectProblem(
        await send(`{"name":"x","roles":[{"role":"worker","x":[{"${key}":1}]}]}`),
        400,
        'malformed',
      )
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    },
  )

  test('nested too deep is malformed; nested without end is no harm', async () => {
    expectProblem(await send('['.repeat(60) + ']'.repeat(60)), 400, 'malformed')
    expectProblem(await send(`${'{"a":'.repeat(41)}1${'}'.repeat(41)}`), 400, 'malformed')
    expectProblem(await send('['.repeat(120_000) + ']'.repeat(120_000)), 400, 'malformed')
    expectProblem(await send(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`), 422, 'invalid')
  })

  test('too large is refused by what arrives, not by what it says', async () => {
    expectProblem(await send(`"${'x'.repeat(300_000)}"`), 413, 'too-large')
    const chunk = new Uint8Array(65_536).fill(120)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++
        if (sent > 160) controller.close()
        else controller.enqueue(chunk)
      },
    })
    expectProblem(await send(endless, { 'Content-Length': '10' }), 413, 'too-large')
    expect(sent).toBeLessThan(10)
  })

  test('that says it is too large is refused unread', async () => {
    expectProblem(await send('{}', { 'Content-Length': '10000000' }), 413, 'too-large')
  })

  test('at the limit is read', async () => {
    const raw = JSON.stringify({ name: 'x'.repeat(256 * 1024 - 11) })
    expect(raw.length).toBe(256 * 1024)
    expectProblem(await send(raw), 422, 'invalid')
  })

  test.each(['1', 'null', '"x"', '[]', 'true'])('that is %s names what is wrong', async (raw) => {
    expectProblem(await send(raw), 422, 'invalid')
  })

  test('with a thousand wrong fields names a hundred', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, 1]))
    const { json } = await send(JSON.stringify(many))
    expect(json.errors).toHaveLength(100)
  })
})

describe('a query', () => {
  const list = (query: string) => yihu.as('341700.admin', `/api/cities/341700/members?${query}`)
  test.each(['limit=0', 'limit=201', 'limit=x', 'limit=1.5', 'limit=1&limit=2', 'city=349901', 'after='])(
    '%s is refused',
    async (text) => {
      expectProblem(await list(text), 422, 'invalid')
    },
  )
  test.each(['after=x', 'after=%00', `after=${Buffer.from('["M#z","T#349901#"]').toString('base64url')}`])(
    '%s is malformed',
    async (text) => {
      expectProblem(await list(text), 400, 'malformed')
    },
  )
})

describe('an address', () => {
  test('nobody knows is 404 in the same shape', async () => {
    for (const path of [
      '/',
      '/api',
      '/api/nothing',
      '/api/cities/341700/nothing',
      '/api/me/',
      '/api/%E0%A4%A',
    ])
      expectProblem(await yihu.as('341700.admin', path), 404, 'not-found')
  })

  test('with another method is 405 and says which', async () => {
    const answer = await yihu.as('341700.admin', url, { method: 'PATCH' })
    expectProblem(answer, 405, 'method-not-allowed')
    expect(answer.headers.get('allow')).toBe('GET, PUT, DELETE')
    expectProblem(await yihu.fetch('/api/health', { method: 'POST', raw: '' }), 405, 'method-not-allowed')
  })

  test.each(['34170', '3417000', '34170x', '３４１７００', '341700%23', '..%2F341700', '%00', '*'])(
    'city %s is 404',
    async (city) => {
      expectProblem(await yihu.as('341700.admin', `/api/cities/${city}/members`), 404, 'not-found')
    },
  )
})

test('every answer carries the security headers and is not stored', async () => {
  for (const answer of [
    await yihu.fetch('/api/health'),
    await yihu.fetch('/api/me'),
    await yihu.fetch('/nothing'),
  ]) {
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('one line of log a request, with its cost and nothing of a person', async () => {
  yihu.logLines.length = 0
  await send(JSON.stringify({ name: '秘密姓名', roles: [{ role: 'auditor' }] }))
  expect(yihu.logLines).toHaveLength(1)
  const [line] = yihu.logLines
  expect(line).toMatchObject({ city: '341700', method: 'PUT', route: '/api/cities/:city/members/:member' })
  expect(line).toHaveProperty('status')
  for (const name of ['ms', 'rcu', 'wcu', 'trips', 'requestId']) expect(line).toHaveProperty(name)
  expect(JSON.stringify(line)).not.toMatch(/秘密|341700\.admin|方知远/)
})
