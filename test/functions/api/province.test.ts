import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CatalogueComparison,
  FeeComparison,
  FormComparison,
  IndicatorComparison,
} from '../../../functions/api/contract/index.ts'
import { registerHousehold } from '../../../functions/casework/index.ts'
import { adopt, draft, loadPack, publish } from '../../../functions/configuration/index.ts'
import { carryChanges } from '../../../functions/jobs/index.ts'
import { type Harness, startHarness } from '../harness.ts'

const routes = [
  '/cities',
  '/comparison/catalogue',
  '/comparison/fees',
  '/comparison/forms',
  '/comparison/indicators',
] as const
const packs = new URL('../../../forms/packs', import.meta.url).pathname
const cities = [
  ['341700', '341700-care'],
  ['349901', '349901-demo'],
  ['349903', '349903-demo'],
] as const

let yihu: Harness
const household = ulid()
const ask = (path: string, subject = '340000.office', province = '340000') =>
  yihu.as(subject, `/api/provinces/${province}${path}`)

beforeAll(async () => {
  yihu = await startHarness()
  const means = {
    clock: yihu.clock.now,
    ids: () => ulid(),
  }
  for (const [city, pack] of cities) {
    const store = await yihu.store(city)
    await adopt(store, { pack: await loadPack(packs, pack, { demo: true }) }, means)
    await publish(store, { note: '首次发布', rev: (await draft(store)).rev }, means)
    await carryChanges({ link: yihu.link })({
      Records: [
        { dynamodb: { Keys: { pk: { S: `T#${city}#CONFIG` }, sk: { S: 'HEAD' } }, SequenceNumber: '1' } },
      ],
    })
  }
  const request = {
    id: household,
    township: '341702-12',
    village: '341702-1201',
    address: '长青村一组 3 号',
    lawfulBasis: 'statutory_duty' as const,
    noticeVersion: '2026-1',
    people: [{ id: ulid(), name: '甘守义', relation: '户主', traits: ['elder'], objectClass: 'tekun' }],
  }
  await registerHousehold(await yihu.store('341700'), request, yihu.clock.now)
})
afterAll(() => yihu.stop())

describe('what the office sees', () => {
  test('its cities, and the release each disclosed', async () => {
    const { status, json } = await ask('/cities')
    expect(status).toBe(200)
    expect(json.items).toMatchObject([
      { code: '341700', name: '池州市', release: 1, demo: true },
      { code: '349901', name: '演示甲市', release: 1, demo: true },
      { code: '349903', name: '演示丙市', release: 1, demo: true },
    ])
  })

  test('items side by side, and what each city lacks', async () => {
    const json: CatalogueComparison = (await ask('/comparison/catalogue')).json
    expect(json.rows.length).toBeGreaterThan(10)
    for (const { cells, coverage } of json.rows) {
      expect(cells).toHaveLength(3)
      expect(coverage.numerator).toBe(cells.filter((cell) => cell !== null).length)
      expect(coverage.denominator).toBe(3)
    }
    expect(json.rows.some(({ cells }) => cells.includes(null))).toBe(true)
    expect(json.unmapped.map(({ city }) => city)).toEqual(cities.map(([city]) => city))
  })

  test('prices of the day with figures over what can be compared', async () => {
    const json: FeeComparison = (await ask('/comparison/fees')).json
    expect(json.on).toBe('2026-11-23')
    expect(json.rows.some(({ figures }) => figures !== undefined && figures.n >= 2)).toBe(true)
    for (const { cells, figures } of json.rows) {
      const prices = cells.flatMap((cell) => (cell?.comparable && cell.price !== null ? [cell.price] : []))
      expect(figures?.n ?? 0).toBe(prices.length)
      if (figures) expect([figures.min, figures.max]).toEqual([Math.min(...prices), Math.max(...prices)])
    }
    const before: FeeComparison = (await ask('/comparison/fees?on=2000-01-01')).json
    expect(before.on).toBe('2000-01-01')
    expect(before.rows.every(({ figures }) => figures === undefined)).toBe(true)
  })

  test('which city asks which element', async () => {
    const json: FormComparison = (await ask('/comparison/forms')).json
    expect(json.rows.find(({ element }) => element === 'visit.date')?.cells).toEqual([true, true, true])
    expect(json.rows.find(({ element }) => element === 'person.name')?.cells).toEqual([true, false, false])
  })

  test('the last closed month; what nobody counted is not a zero', async () => {
    const json: IndicatorComparison = (await ask('/comparison/indicators')).json
    expect(json.rows.length).toBeGreaterThan(0)
    for (const { period, cells } of json.rows) {
      expect(period).toBe('2026-10')
      expect(cells).toHaveLength(3)
      for (const cell of cells) if (cell) expect(cell).toMatchObject({ numerator: null, denominator: null })
    }
  })
})

describe('what the office does not see', () => {
  test.each(routes)('%s reads under the province’s own keys alone', async (route) => {
    await ask(route)
    yihu.wireLog.length = 0
    expect((await ask(route)).status).toBe(200)
    expect(yihu.wireLog.length).toBeGreaterThan(0)
    for (const { partitions } of yihu.wireLog)
      for (const partition of partitions) expect(partition).toMatch(/^P#340000#/)
  })

  test.each(routes)('%s names no person: no household, no member', async (route) => {
    const { text } = await ask(route)
    for (const name of ['方知远', '甄景明', '安怀瑾', yihu.member('341700.admin')])
      expect(text).not.toContain(name)
  })

  test.each(routes)('%s of another province or of a city’s code is not found', async (route) => {
    for (const code of ['330000', '341700', '000000', '34', '340000%23', '..'])
      expect((await ask(route, '340000.office', code)).status, code).toBe(404)
  })

  test.each(routes)('%s is not found by the people of a city, whatever their role', async (route) => {
    for (const subject of ['341700.admin', '341700.auditor', '341700.worker', '349901.admin', 'stranger'])
      expect((await ask(route, subject)).status, subject).toBe(404)
  })

  test.each(routes)('%s asks who you are first', async (route) =>
    expect((await yihu.fetch(`/api/provinces/340000${route}`)).status).toBe(401),
  )

  test('and the office is nobody in a city', async () => {
    for (const path of ['/households', '/members', '/releases/live', '/draft'])
      expect((await yihu.as('340000.office', `/api/cities/341700${path}`)).status, path).toBe(404)
  })
})

test.each(['on=2026-02-30', 'on=heute', 'on=2026-1-1', 'on=2026-01-01&on=2026-01-02', 'city=341700', 'on='])(
  'a query of %s is refused with a sentence',
  async (query) => {
    const { status, json } = await ask(`/comparison/fees?${query}`)
    expect(status).toBe(422)
    expect(json.errors[0].message).toMatch(/\p{Script=Han}/u)
  },
)

test('a comparison costs one query', async () => {
  await ask('/comparison/fees')
  yihu.wireLog.length = 0
  await ask('/comparison/fees')
  expect(yihu.wireLog.map(({ op }) => op)).toEqual(['Query'])
})
