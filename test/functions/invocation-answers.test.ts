import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { invocation } from '../../functions/invocation.ts'
import { read, sources } from '../architecture/imports.ts'
import { bytesOf, type Given, gatewayEvent, give } from './lambda/event.ts'

beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => void vi.restoreAllMocks())

const bom = '\uFEFF'
const csv = `${bom}事项,价格\n助餐,10.00\n`
const wide = new TextEncoder().encode(csv)
const big = (characters: number) => '户'.repeat(characters)

const app = new Hono()
  .get('/csv', (c) => c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' }))
  .get('/csv-bytes', (c) => c.body(wide, 200, { 'content-type': 'text/csv; charset=utf-8' }))
  .get('/text', (c) => c.text(csv))
  .get('/script', (c) => c.body('let 户 = 1', 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  .get('/lines', (c) => c.body('{"a":"户"}\n{}\n', 200, { 'content-type': 'application/x-ndjson' }))
  .get('/file', (c) => {
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent('池州价格表.csv')}`)
    return c.body(csv, 200, { 'content-type': 'text/csv' })
  })
  .get('/unnamable', (c) => {
    c.header('Content-Disposition', 'attachment; filename="池州价格表.csv"')
    return c.body(csv)
  })
  .get('/cookies', (c) => {
    setCookie(c, 'a', '1', { path: '/' })
    setCookie(c, 'b', '2', { httpOnly: true, expires: new Date('2026-11-23T00:00:00Z') })
    return c.json({})
  })
  .get('/none', (c) => c.body(null, 204))
  .get('/json/:size', (c) => c.json({ text: big(Number(c.req.param('size'))) }))
  .get('/varies', (c) => {
    c.header('Vary', 'Origin')
    return c.json({ text: big(4000) })
  })
  .get('/noise/:size', (c) =>
    c.body(Buffer.alloc(Number(c.req.param('size')), 1), 200, { 'content-type': 'image/png' }),
  )
const handler = invocation(app)
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Given> =>
  give(handler, gatewayEvent(path, { headers, method }))

describe('what is sent', () => {
  test.each(['/csv', '/csv-bytes', '/text', '/file'])(
    '%s keeps the BOM by which Excel knows Chinese',
    async (path) => {
      expect(bytesOf(await get(path))).toEqual(Buffer.from(wide))
    },
  )

  test('scripts and lines of JSON arrive as they were written', async () => {
    expect(bytesOf(await get('/script')).toString()).toBe('let 户 = 1')
    expect(bytesOf(await get('/lines')).toString()).toBe('{"a":"户"}\n{}\n')
  })

  test('a Chinese file name is one that a header can carry', async () => {
    const { headers } = await get('/file')
    const [, name = ''] = /filename\*=UTF-8''(\S+)$/.exec(headers['content-disposition'] ?? '') ?? []
    expect(decodeURIComponent(name)).toBe('池州价格表.csv')
    expect((await get('/unnamable')).statusCode).toBe(500)
  })

  test('no source names a file in a header but so', () => {
    const named = sources('functions', 'infra', 'web')
      .map(({ path }) => [path, read(path)] as const)
      .filter(([, text]) => /content-?disposition/i.test(text) && !text.includes("filename*=UTF-8''"))
    expect(named.map(([path]) => path)).toEqual([])
  })

  test('each cookie is a cookie of its own, commas or not', async () => {
    const { cookies, headers } = await get('/cookies')
    expect(cookies).toEqual(['a=1; Path=/', 'b=2; Path=/; Expires=Mon, 23 Nov 2026 00:00:00 GMT; HttpOnly'])
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('nothing is nothing', async () => {
    expect(await get('/none')).toMatchObject({ statusCode: 204, body: '', isBase64Encoded: false })
    const head = await get('/json/5000', { 'accept-encoding': 'gzip' }, 'HEAD')
    expect([head.statusCode, head.body, head.headers['content-type']]).toEqual([200, '', 'application/json'])
  })
})

describe('packing', () => {
  test('a large answer goes packed to who takes that, and says so to caches', async () => {
    const plain = await get('/json/5000')
    const packed = await get('/json/5000', { 'accept-encoding': 'deflate, gzip;q=0.8' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(plain.headers['vary']).toBe('accept-encoding')
    expect(gunzipSync(bytesOf(packed)).toString()).toBe(plain.body)
    expect((await get('/varies')).headers['vary']).toBe('Origin, accept-encoding')
  })

  test.each(['br', 'gzip;q=0', 'gzip; q=0.000', 'x-gzip', ''])(
    'who says %j gets it plain',
    async (accepted) => {
      expect((await get('/json/5000', { 'accept-encoding': accepted })).headers).not.toHaveProperty(
        'content-encoding',
      )
    },
  )

  test('what is small, or no JSON, stays as it is', async () => {
    for (const path of ['/json/10', '/noise/5000'])
      expect((await get(path, { 'accept-encoding': 'gzip' })).headers).not.toHaveProperty('vary')
  })
})

describe('six megabytes', () => {
  const limit = 6 * 1024 * 1024
  const size = (answer: Given) => Buffer.byteLength(JSON.stringify(answer))

  test('what the platform would not take is a problem that says what to do', async () => {
    const answer = await get('/json/2200000')
    expect(answer.statusCode).toBe(500)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'internal',
      detail: expect.stringContaining('缩小范围'),
    })
    expect((await get('/noise/4800000')).statusCode).toBe(500)
  })

  test('what fits goes, and what fits only packed goes packed', async () => {
    for (const path of ['/json/2090000', '/noise/4700000']) {
      const answer = await get(path)
      expect(answer.statusCode, path).toBe(200)
      expect(size(answer)).toBeLessThanOrEqual(limit)
    }
    const packed = await get('/json/2200000', { 'accept-encoding': 'gzip' })
    expect(packed.statusCode).toBe(200)
    expect(size(packed)).toBeLessThan(limit / 10)
  })
})
