import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
})
afterAll(() => yihu.stop())

it('lists the packs to anybody who is signed in', async () => {
  const { json } = await yihu.as('341700.worker', '/api/packs')
  const papers = json.items.filter(({ key }: { key: string }) => !key.endsWith('-demo'))
  expect(papers.map(({ key, city }: { key: string; city: string }) => [key, city])).toEqual([
    ['310000-bridge', '310000'],
    ['310118-advisor', '310118'],
    ['341700-care', '341700'],
    ['210381-station', '210381'],
    ['110000-precise', '110000'],
  ])
  for (const { documents } of json.items) expect(documents).toBeGreaterThan(5)
  expect((await yihu.fetch('/api/packs')).status).toBe(401)
})

it('shows one with its documents, and leads nowhere else on the disk', async () => {
  const { json } = await yihu.as('341700.admin', '/api/packs/341700-care')
  expect(json.documents['form:visit'].key).toBe('visit')
  for (const name of ['nobody', '..', '..%2F..', 'demo', '341700-care%2Fpack.json', '__proto__']) {
    const answer = await yihu.as('341700.admin', `/api/packs/${name}`)
    expect(answer.json).toMatchObject({ status: 404, code: 'not-found' })
  }
})
