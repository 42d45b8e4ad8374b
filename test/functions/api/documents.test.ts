import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '#forms/release'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
let sha = ''

beforeAll(async () => {
  yihu = await startHarness()
  const adopted = await yihu.as('341700.admin', '/api/cities/341700/draft/adopt', {
    body: { pack: '341700-care' },
  })
  sha = adopted.json.documents.find(({ key }: { key: string }) => key === 'catalogue').sha
})
afterAll(() => yihu.stop())

const get = (who: string, name: string, headers = {}) =>
  yihu.as(who, `/api/cities/${who.slice(0, 6)}/documents/${name}`, { headers })

it('serves a document by its hash, to keep for ever', async () => {
  const answer = await get('341700.worker', sha)
  expect(answer.status).toBe(200)
  expect(await sha256(answer.text)).toBe(sha)
  expect(answer.headers.get('etag')).toBe(`"${sha}"`)
  expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  const again = await get('341700.worker', sha, { 'If-None-Match': `"${sha}"` })
  expect([again.status, again.text]).toEqual([304, ''])
})

it('knows only the own city’s documents, and no address but a hash', async () => {
  expect((await get('349901.worker', sha)).status).toBe(404)
  const names = [
    sha.slice(1),
    sha.toUpperCase(),
    `${sha}0`,
    'HEAD',
    '..%2FCONFIG',
    '__proto__',
    '%23',
    '0'.repeat(64),
  ]
  for (const name of names) {
    yihu.wireLog.length = 0
    const answer = await get('341700.worker', name)
    expect(answer.json).toMatchObject({ status: 404, code: 'not-found' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    for (const { body } of yihu.wireLog) expect(JSON.stringify(body)).not.toContain('CONFIG')
  }
})
