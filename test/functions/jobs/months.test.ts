import type { Context } from 'aws-lambda'
import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { adopt, draft, loadPack, publish } from '../../../functions/configuration/index.ts'
import { closeMonths, months } from '../../../functions/jobs/index.ts'
import type { DisclosedMonth } from '../../../functions/oversight/month.ts'
import { keys, type Link } from '../../../functions/store/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { register, wayOf } from './place.ts'

let yihu: Harness
let link: Link
const packs = new URL('../../../forms/packs', import.meta.url).pathname
const cities = ['349901', '349902'] as const

const disclosed = async (city: string, month: string) =>
  (await yihu.province('340000')).get<DisclosedMonth>([`MONTH#${month}`, city])
const count = async (city: string, month: string) =>
  (await yihu.store(city)).write([
    { add: keys.countKey(month, 'a'), metrics: { 'settlements.due': 40, 'settlements.on-time': 30 } },
  ])
const context = (left: number) => ({ getRemainingTimeInMillis: () => left }) as Context
const event = {} as Parameters<ReturnType<typeof months>>[0]

beforeAll(async () => {
  yihu = await startHarness({ at: '2026-11-30T15:00:00Z' })
  link = wayOf(yihu, 'months')
  const means = { clock: yihu.clock.now, ids: () => ulid() }
  for (const city of cities) {
    const store = await yihu.store(city)
    await adopt(store, { pack: await loadPack(packs, `${city}-demo`, { demo: true }) }, means)
    await publish(store, { note: '首次发布', rev: (await draft(store)).rev }, means)
    await register(yihu, city)
    await count(city, '202611')
  }
  // In the registry, and nothing more: opened, not configured yet.
  await register(yihu, '349904')
  await register(yihu, '350100')
})
beforeEach(() => vi.restoreAllMocks())
afterAll(async () => {
  link.close()
  await yihu.stop()
})

describe('the turn of the month', () => {
  test('is midnight in Shanghai: a minute before, nothing of this month is closed', async () => {
    yihu.clock.set('2026-11-30T15:59:00Z')
    await closeMonths({ link })
    expect(await disclosed('349901', '202611')).toBeUndefined()
  })

  test('closes the month of a city that counted nothing in the new one', async () => {
    yihu.clock.set('2026-11-30T16:00:00Z')
    expect(await closeMonths({ link })).toEqual({ month: '202611', cities: 4, failed: 0, left: 0 })
    for (const city of cities)
      expect((await disclosed(city, '202611'))?.figures).toContainEqual({
        indicator: 'settled-on-time',
        numerator: 30,
        denominator: 40,
      })
    expect(await disclosed('349901', '202611')).toMatchObject({
      sources: { 'settled-on-time': 'settlements.on-time settlements.due' },
      smallCells: { hideBelow: expect.any(Number), roundTo: expect.any(Number) },
    })
    expect(await disclosed('349904', '202611')).toBeUndefined()
  })

  test('again, and again the next day, changes nothing and asks less', async () => {
    const { rev } = (await disclosed('349901', '202611')) ?? {}
    yihu.clock.set('2026-12-01T16:00:00Z')
    yihu.wireLog.length = 0
    expect(await closeMonths({ link })).toMatchObject({ cities: 2, failed: 0, left: 0 })
    expect((await disclosed('349901', '202611'))?.rev).toBe(rev)
    expect(yihu.wireLog.filter(({ op }) => !/Get|Query/.test(op))).toEqual([])
  })
})

test('a city that is being closed is passed over', async () => {
  yihu.clock.set('2027-01-01T01:00:00Z')
  await register(yihu, '349902', '349902', 'closing')
  expect(await closeMonths({ link })).toMatchObject({ month: '202612', cities: 3, failed: 0 })
  await register(yihu, '349902')
})

test('one city that fails stops no other; it is told at the end, without a word of what was in it', async () => {
  yihu.clock.set('2027-02-01T01:00:00Z')
  for (const city of cities) await count(city, '202701')
  const broken: Link = {
    ...link,
    client: (prefix) => {
      if (prefix === 'T#349901#' || prefix === 'P#110000#') throw new Error('secret')
      return link.client(prefix)
    },
  }
  const said: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)))
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(String(line)))
  const ran = months({ link: broken })(event, context(600_000))
  await expect(ran).rejects.toMatchObject({ name: 'MonthsOpen', message: 'MonthsOpen' })
  expect(said.map((line) => JSON.parse(line))).toEqual([
    { job: 'months', failed: { province: '110000', month: '202701' }, error: 'Error' },
    { job: 'months', failed: { city: '349901', month: '202701' }, error: 'Error' },
    { job: 'months', month: '202701', cities: 3, failed: 2, left: 0 },
  ])
  expect(await disclosed('349901', '202701')).toBeUndefined()
  expect(await disclosed('349902', '202701')).toBeDefined()

  expect(await months({ link })(event, context(600_000))).toMatchObject({ failed: 0, left: 0 })
  expect(await disclosed('349901', '202701')).toBeDefined()
})

test('a run without time says what is left and writes nothing', async () => {
  yihu.clock.set('2027-03-01T01:00:00Z')
  for (const city of cities) await count(city, '202702')
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await expect(months({ link })(event, context(20_000))).rejects.toMatchObject({ name: 'MonthsOpen' })
  let left = 20
  const done = await closeMonths({ link }, () => {
    left -= 1
    return left > 0
  })
  expect(done.left).toBeGreaterThan(0)
  expect(await closeMonths({ link })).toMatchObject({ left: 0, failed: 0 })
  for (const city of cities) expect(await disclosed(city, '202702')).toBeDefined()
})
