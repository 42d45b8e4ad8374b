import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { billOf, times, together } from '../../../infra/costs/bill.ts'
import { type Figures, figures } from '../../../infra/costs/figures.ts'
import { costs } from '../../../infra/costs/main.ts'
import { type Item, items, type PriceList, priceLists, readOn } from '../../../infra/costs/prices.ts'
import { report, summary } from '../../../infra/costs/report.ts'

let all: Figures
beforeAll(async () => {
  all = await figures()
})
const total = (part: 'rcu' | 'wcu' | 'trips' | 'bytes' | 'log') =>
  all.journey.steps.reduce((sum, step) => sum + step[part], 0)

describe('one assessment, measured', () => {
  test('reads and writes no more than it did when this was written, with room for little', () => {
    expect(total('rcu')).toBeGreaterThan(20)
    expect(total('rcu')).toBeLessThanOrEqual(50)
    expect(total('wcu')).toBeGreaterThan(20)
    expect(total('wcu')).toBeLessThanOrEqual(50)
    expect(total('trips')).toBeLessThanOrEqual(58)
  })

  test('is walked by four people from registering to reading, each step with its cost', () => {
    const { steps, sittings, sessions, keyRequests, wakes } = all.journey
    const routes = steps.map(({ route }) => route)
    expect(
      routes.filter((route) => route.startsWith('POST')).map((route) => route.split('/').at(-1)),
    ).toEqual(['households', 'cases', 'assessments', 'confirm'])
    expect(routes.filter((route) => route === 'GET /api/me')).toHaveLength(sittings)
    // A cold function takes a session of the city and one of the person, and opens two keys.
    expect([sittings, sessions, keyRequests]).toEqual([4, 8, 8])
    expect(wakes).toBeGreaterThan(0)
    for (const step of steps) expect(step.trips, step.route).toBeGreaterThan(0)
  })

  test('sends and logs little, and leaves little behind', () => {
    expect(total('bytes')).toBeLessThan(60_000)
    expect(total('log')).toBeLessThan(30_000)
    expect(all.journey.addedBytes).toBeGreaterThan(3000)
    expect(all.journey.addedBytes).toBeLessThan(12_000)
    expect(all.journey.idleBytes).toBeLessThan(150_000)
  })

  test('is the same each time', async () => {
    const again = await figures()
    expect(report(again)).toBe(report(all))
  })
})

describe('a bill', () => {
  const [list] = priceLists as readonly [PriceList, ...PriceList[]]

  test('is quantity by price, dearest first', () => {
    const { lines, total: sum } = billOf({ writeUnits: 2_000_000, keys: 3, readUnits: 0 }, list)
    expect(lines.map(({ item, cost }) => [item, cost])).toEqual([
      ['keys', 3],
      ['writeUnits', 1.25],
      ['readUnits', 0],
    ])
    expect(sum).toBe(4.25)
  })

  test('adds and multiplies what is used', () => {
    expect(times(together({ keys: 1, alarms: 2 }, { keys: 2 }), 10)).toEqual({ keys: 30, alarms: 20 })
  })

  test('says how much of it nobody confirmed', () => {
    const bill = billOf({ exportGb: 10, keys: 1 }, list)
    expect([bill.total, bill.unconfirmed]).toEqual([2, 1])
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d of a thing', (quantity) => {
    expect(() => billOf({ keys: quantity }, list)).toThrow(RangeError)
  })
})

describe('prices', () => {
  test('stand for every item in every place, with a day and a source', () => {
    expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    for (const { prices } of priceLists)
      for (const item of Object.keys(items) as Item[]) {
        expect(prices[item].amount, item).toBeGreaterThanOrEqual(0)
        expect(prices[item].source.length, item).toBeGreaterThan(5)
        if (prices[item].confirmed) expect(prices[item].source).toMatch(/^https:/)
      }
  })

  test('that are not confirmed are marked wherever they count', () => {
    for (const { list, figures: some } of all.places)
      for (const { name, bill } of some) {
        const row = summary(all)
          .split('\n')
          .find((line) => line.includes(name))
        const cell = row?.split(' | ')[1 + all.places.findIndex((place) => place.list === list)]
        expect(cell?.includes('*'), `${list.name} ${name}`).toBe(bill.unconfirmed >= 0.005)
      }
    expect(report(all)).toContain('未能核实')
  })
})

test('README shows the table that the command prints', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').split('\n')
  const missing = summary(all)
    .split('\n')
    .filter((line) => !readme.includes(line))
  expect(missing).toEqual([])
})

test('the command gives data, and refuses what it does not know', async () => {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  expect(await costs(['--json'], say, say)).toBe(0)
  const { places, readOn: day } = JSON.parse(said.pop() ?? '')
  expect(places.map(({ list }: { list: PriceList }) => list.region)).toEqual(['us-east-1', 'cn-north-1'])
  expect(day).toBe(readOn)
  expect(await costs(['--jsn'], say, say)).toBe(1)
  expect(said).toEqual([expect.stringContaining('不认识参数「--jsn」')])
})
