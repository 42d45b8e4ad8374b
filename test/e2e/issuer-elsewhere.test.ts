import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Site } from '../../functions/api/contract/index.ts'
import { launch, openPage } from './browser.ts'
import { foreignIssuer, listening } from './foreign-issuer.ts'

const person = { subject: 'p-1', name: '江一帆' }
const tokens: (string | undefined)[] = []
let issuer: Awaited<ReturnType<typeof foreignIssuer>>
let third: Awaited<ReturnType<typeof listening>>
let pages: Awaited<ReturnType<typeof listening>>
let browser: Browser

/** The function that serves pages in China, as the gateway calls it, with an API beside it that knows nobody. */
beforeAll(async () => {
  issuer = await foreignIssuer(person)
  third = await listening(() => (_, response) => void response.end('third'))
  const signIn = { issuer: issuer.origin, client: 'yihu-web', audience: 'urn:yihu:elsewhere' }
  const site: Site = { stage: 'elsewhere', icp: '京ICP备00000000号-1', signIn }
  vi.stubEnv('YIHU_SITE', JSON.stringify(site))
  vi.stubEnv('LAMBDA_TASK_ROOT', fileURLToPath(new URL('../../dist', import.meta.url)))
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const { handler } = await import('../../functions/web.ts')
  pages = await listening(() => async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://pages')
    if (url.pathname === '/api/me') {
      tokens.push(request.headers.authorization)
      const me = { subject: person.subject, name: person.name, memberships: [] }
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify(me))
    }
    const answer = await handler(
      {
        version: '2.0',
        rawPath: url.pathname,
        headers: request.headers,
        requestContext: { requestId: 'r', http: { method: request.method } },
      } as never,
      { getRemainingTimeInMillis: () => 9000 } as never,
    )
    const { statusCode = 500, headers = {}, body = '', isBase64Encoded } = answer
    response.writeHead(statusCode, headers as Record<string, string>)
    response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'))
  })
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([pages, third, issuer].map((server) => server?.stop()))
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('the client where the issuer stands elsewhere', () => {
  test('signs in there, under the policy that its own server sends, and brings the token to the API', async () => {
    const { page, context, faults } = await openPage(browser, pages.origin)
    await page.goto(`${pages.origin}/`)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText(person.name).waitFor()
    expect(new URL(page.url()).origin).toBe(pages.origin)
    expect(Object.fromEntries(issuer.asked)).toMatchObject({
      client_id: 'yihu-web',
      resource: 'urn:yihu:elsewhere',
      redirect_uri: `${pages.origin}/callback`,
      code_challenge_method: 'S256',
    })
    expect(tokens).toContain('Bearer token-of-the-issuer')
    await page.getByRole('link', { name: '京ICP备00000000号-1' }).waitFor()
    expect(faults.filter((fault) => !fault.startsWith(`elsewhere: ${issuer.origin}/`))).toEqual([])
    await context.close()
  })

  test('asks nobody else: the policy names the issuer and no third', async () => {
    const { page, context } = await openPage(browser, pages.origin)
    await page.goto(`${pages.origin}/`)
    const reach = (origin: string) =>
      page.evaluate(`fetch('${origin}/token').then(() => 'reached', () => 'refused')`)
    expect(await reach(issuer.origin)).toBe('reached')
    expect(await reach(third.origin)).toBe('refused')
    await context.close()
  })
})
