import { dirname } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { builtClient, font, script, site, tricks } from './folder.ts'

const built = builtClient()
const lines: string[] = []
let handler: typeof import('../../../functions/web.ts').handler

beforeAll(async () => {
  vi.stubEnv('LAMBDA_TASK_ROOT', dirname(built.folder))
  vi.stubEnv('YIHU_SITE', JSON.stringify(site))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  handler = (await import('../../../functions/web.ts')).handler
})
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  built.remove()
})

const ask = async (rawPath: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
  const event = { version: '2.0', rawPath, headers, requestContext: { requestId: 'r-1', http: { method } } }
  const context = { getRemainingTimeInMillis: () => 9000 }
  const {
    statusCode,
    headers: sent = {},
    body = '',
    isBase64Encoded,
  } = await handler(event as never, context as never)
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  return { status: statusCode, headers: sent as Record<string, string>, body: bytes, isBase64Encoded }
}

describe('the web client as a function', () => {
  test('carries text as text and everything else in base64', async () => {
    const page = await ask('/field/today', { accept: 'text/html' })
    expect(page).toMatchObject({ status: 200, isBase64Encoded: false })
    expect(page.body.toString()).toContain('<title>一户')
    const packed = await ask('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' })
    expect(packed).toMatchObject({ isBase64Encoded: true, headers: { 'content-encoding': 'br' } })
    expect(brotliDecompressSync(packed.body).toString()).toBe(script)
    expect((await ask('/assets/font-abc.woff2')).body).toEqual(font)
  })

  test('sends the strict headers with whatever it answers', async () => {
    for (const path of ['/', '/assets/gone.js', '/%E5%', '/site.json'])
      expect((await ask(path)).headers, path).toMatchObject({
        'content-security-policy': expect.stringContaining("connect-src 'self' https://login.test"),
        'strict-transport-security': expect.stringContaining('max-age'),
      })
    expect((await ask('/designer/%69ndex.html')).headers['content-security-policy']).toMatch(/^sandbox/)
  })

  test('leaves the length to the gateway, with a body and without', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await ask('/assets/main-abc.js', {}, method)
      expect(status).toBe(200)
      expect(headers).not.toHaveProperty('content-length')
      expect(body.length > 0, method).toBe(method === 'GET')
    }
  })

  test('answers 304 without a body', async () => {
    const { headers } = await ask('/site.json')
    const again = await ask('/site.json', { 'if-none-match': headers['etag'] as string })
    expect(again).toMatchObject({ status: 304, isBase64Encoded: false })
    expect(again.body).toHaveLength(0)
  })

  test.each(tricks)('gives nothing away for %s', async (path) => {
    const { status, body } = await ask(path)
    expect([400, 404]).toContain(status)
    expect(body.toString()).not.toContain('机密')
  })

  test('writes one line a request that counts for the function and holds no address', async () => {
    lines.length = 0
    await ask('/households/secret-name')
    expect(lines).toHaveLength(1)
    const line = JSON.parse(lines[0] as string)
    expect(line).toMatchObject({ function: 'web', status: 404, count: 1, errors: 0, requestId: 'r-1' })
    expect(
      line._aws.CloudWatchMetrics.map(({ Dimensions }: { Dimensions: string[][] }) => Dimensions),
    ).toEqual([[['function']]])
    expect(lines[0]).not.toContain('secret-name')
  })

  test('does not start without word of its place', async () => {
    const { siteFrom } = await import('../../../functions/front/site.ts')
    for (const text of [undefined, '{}', '{"stage":"x"}', '{"stage":"x","signIn":{"issuer":"y"}}'])
      expect(() => siteFrom(text), text).toThrow('YIHU_SITE')
  })
})
