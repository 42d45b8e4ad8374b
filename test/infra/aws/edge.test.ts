import { createContext, runInContext } from 'node:vm'
import { afterAll, describe, expect, test } from 'vitest'
import { client } from '../../../functions/front/client.ts'
import { headerSets } from '../../../functions/front/headers.ts'
import { edgeCode } from '../../../infra/aws/web/edge.ts'
import { siteOf } from '../../../infra/aws/web/site.ts'
import { type Stage, stages } from '../../../infra/stages.ts'
import { builtClient, tricks } from '../../functions/front/folder.ts'

const stage = { ...(stages[0] as Stage), icp: '京ICP备00000000号-1' }
const text = edgeCode(stage)

type Answer = {
  uri?: string
  statusCode?: number
  headers: Record<string, { value: string }>
  body?: { encoding: string; data: string }
}
const page = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'

/** As the edge runs it: a text of its own, no modules, nothing of Node. */
const run = (uri: string, accept?: string): Answer => {
  const event = {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    request: { method: 'GET', uri, querystring: {}, headers: accept ? { accept: { value: accept } } : {} },
  }
  const context = createContext({})
  runInContext(text, context)
  return JSON.parse(runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, context)) as Answer
}

const built = builtClient()
afterAll(built.remove)
const served = client(built.folder, siteOf(stage))

describe('the function at the edge', () => {
  test('is small enough and written in what the edge understands', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024)
    expect(text).toMatch(/^function handler\(/m)
    expect(text).not.toMatch(/\b(?:import|export|require|async|await)\b|\?\.|\?\?|[^\x20-\x7e\n]/)
  })

  test.each([
    '/',
    '/callback',
    '/field/today',
    '/studio/341700/documents/form%3Aapply',
    '/%E5%AE%B6%E5%BA%AD',
    '/field//today',
    '/apiary',
  ])('gives the one page to whoever opens %s', (uri) => {
    expect(run(uri, page).uri).toBe('/index.html')
  })

  test.each([
    ['/assets/main-abc.js', page],
    ['/icon.svg', undefined],
    ['/sw.js', page],
    ['/api/health', page],
    ['/api', page],
    ['/field/today', '*/*'],
    ['/field/today', undefined],
  ])('leaves %s (accept %s) as it is', (uri, accept) => {
    expect(run(uri, accept)).toMatchObject({ uri })
  })

  test.each([...tricks, '/%64esigner/index.html', '//designer/index.html', '/designer/%69ndex.html'])(
    'lets no other spelling through: %s',
    (uri) => {
      const { uri: asked, statusCode } = run(uri)
      if (asked === undefined) expect(statusCode).toBe(404)
      // A folder's name is plain, and there is no such file.
      else expect(['/assets']).toContain(asked)
    },
  )

  test('decides as the function does that serves pages where there is no edge', async () => {
    const paths = ['/', '/field/today', '/api/x', '/assets', '/assets/x', '/a.b/c', '/a.b', '/.vite/x', '/家']
    for (const path of [...paths, ...tricks])
      for (const accept of [page, '*/*']) {
        const { status, body } = await served({ method: 'GET', url: path, header: () => accept })
        const isPage = status === 200 && String(body).includes('<title>一户')
        expect(run(path, accept).uri === '/index.html', `${path} ${accept}`).toBe(isPage)
      }
  })

  test('says itself what the client must know of the place, with the strict headers', () => {
    const { statusCode, headers, body } = run('/site.json')
    expect(statusCode).toBe(200)
    expect(JSON.parse(body?.data ?? '')).toEqual(siteOf(stage))
    const plain = Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]))
    expect(plain).toMatchObject({
      ...headerSets({ issuer: stage.issuer.url, tls: true }).site,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
    })
  })
})
