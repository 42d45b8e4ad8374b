import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
})
afterAll(() => yihu.stop())

const admin = '349901.admin'
const city = '/api/cities/349901'
const town = { code: '349901-01', name: '甲镇', kind: 'township', parent: '349901', standard: 'local' }
const place = { name: '演示甲市', province: '安徽省', divisions: [town] }
const adopt = (body: object, as = admin, at = city) => yihu.as(as, `${at}/draft/adopt`, { body })

describe('a pack of another city', () => {
  test('is not taken without saying for which place', async () => {
    const { json } = await adopt({ pack: '341700-care' })
    expect(json).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: 'place' }] })
    expect((await yihu.as(admin, `${city}/draft`)).json.documents).toEqual([])
  })

  test('is adopted, checked and published, and is this city’s from then on', async () => {
    const adopted = await adopt({ pack: '341700-care', place })
    expect(adopted.status).toBe(200)
    const checked = await yihu.as(admin, `${city}/draft/check`, { body: {} })
    expect(checked.json).toMatchObject({ rev: adopted.json.rev, publishable: true })
    const published = await yihu.as(admin, `${city}/releases`, {
      body: { note: '首次采用', rev: adopted.json.rev },
    })
    expect(published.status).toBe(201)
    const { json } = await yihu.as('349901.worker', `${city}/releases/live`)
    const profile = await yihu.as('349901.worker', `${city}/documents/${json.documents.profile}`)
    expect(profile.json).toMatchObject({ city: '349901', name: '演示甲市', divisions: [town] })
    expect(
      (await yihu.as(admin, `${city}/audit`)).json.items.map(({ action }: { action: string }) => action),
    ).toEqual(['release.publish', 'draft.adopt'])
  })

  test.each([
    [{ ...place, name: '' }, 'place.name'],
    [{ ...place, name: '市'.repeat(41) }, 'place.name'],
    [{ ...place, city: '341700' }, 'place.city'],
    [{ name: '甲' }, 'place.province'],
    [{ ...place, divisions: [{ ...town, code: 'T#1' }] }, 'place.divisions[0].code'],
    [{ ...place, divisions: [{ ...town, kind: 'city' }] }, 'place.divisions[0].kind'],
    [{ ...place, divisions: 'all' }, 'place.divisions'],
  ])('%j is refused at %s', async (wrong, path) => {
    const { json } = await adopt({ pack: '341700-care', place: wrong })
    expect(json.status).toBe(422)
    expect(json.errors.map((error: { path: string }) => error.path)).toContain(path)
  })

  test('is taken with no more divisions than can be saved again', async () => {
    const note = '户'.repeat(100)
    const many = Array.from({ length: 4000 }, (_, n) => ({ ...town, code: `349901-${n}`, note }))
    const before = (await yihu.as(admin, `${city}/draft`)).json
    const headers = { 'If-Match': `"${before.rev}"` }
    const body = { pack: '341700-care', place: { ...place, divisions: many } }
    const { json } = await yihu.as(admin, `${city}/draft/adopt`, { body, headers })
    expect(json).toMatchObject({ status: 413, detail: expect.stringContaining('区划') })
    expect((await yihu.as(admin, `${city}/draft`)).json).toEqual(before)
  })

  test('is adopted by the city’s admin alone', async () => {
    for (const role of ['township', 'worker', 'village'])
      expect((await adopt({ pack: '341700-care', place }, `349901.${role}`)).status).toBe(403)
    expect((await adopt({ pack: '341700-care', place }, '341700.admin')).status).toBe(404)
    expect((await adopt({ pack: '341700-care' }, '341700.county', '/api/cities/341700')).status).toBe(403)
  })
})

test('a pack that is the city’s own stays as it is, whatever place is named', async () => {
  const own = '/api/cities/341700'
  expect((await adopt({ pack: '341700-care', place }, '341700.admin', own)).status).toBe(200)
  const { json } = await yihu.as('341700.admin', `${own}/draft/profile`)
  expect(json.document).toMatchObject({ city: '341700', name: '池州市', hotline: { number: '2212349' } })
})

test('the list of packs says what is in each', async () => {
  const { json } = await yihu.as(admin, '/api/packs')
  const card = json.items.find(({ key }: { key: string }) => key === '341700-care')
  expect(card).toMatchObject({
    demo: false,
    paper: { number: '池民社救〔2023〕38号' },
    counts: { divisions: 26, items: expect.any(Number), forms: expect.any(Number) },
  })
  const { json: pack } = await yihu.as(admin, '/api/packs/341700-care')
  expect(card.documents).toBe(Object.keys(pack.documents).length)
  expect(card.counts.items).toBe(pack.documents.catalogue.items.length)
  const gaps = Object.values<{ todo?: unknown[] }>(pack.documents).flatMap(({ todo = [] }) => todo)
  expect(card.counts.todo, 'and what the check finds beside them').toBeGreaterThan(gaps.length)
})
