import { describe, expect, test } from 'vitest'
import { feeRows } from '../../../functions/oversight/fees.ts'
import { city, fee, item } from './city.ts'

const on = '2026-11-21'
const bath = (code: string, amount: number | null, more = {}) =>
  city(code, { items: [item('bath', 'svc.bath')], fees: [fee('bath', amount, more)] })

/** The one row that a comparison of these cities has. */
const row = (cities: Parameters<typeof feeRows>[0], day = on) => {
  const rows = feeRows(cities, day)
  expect(rows).toHaveLength(1)
  return rows[0] as (typeof rows)[number]
}

describe('prices side by side', () => {
  test('with their range and median over those who have one', () => {
    const found = row([bath('1', 6000), bath('2', 5000), city('3'), bath('4', 8000)])
    expect(found.cells.map((cell) => cell?.price ?? null)).toEqual([6000, 5000, null, 8000])
    expect(found.cells[2]).toBeNull()
    expect(found.figures).toEqual({ n: 3, min: 5000, median: 6000, max: 8000 })
  })

  test('a price that is not set is no zero, and a free service is one', () => {
    const found = row([bath('1', null), bath('2', 0)])
    expect(found.cells[0]).toMatchObject({ price: null, comparable: false, note: '未设定收费标准' })
    expect(found.figures).toEqual({ n: 1, min: 0, median: 0, max: 0 })
  })

  test('no comparable price, no figures', () => expect(row([bath('1', null)])).not.toHaveProperty('figures'))

  test('another unit is shown and left out of the figures', () => {
    const found = row([bath('1', 6000), bath('2', 100, { unit: '小时' })])
    expect(found.cells[1]).toMatchObject({ price: 100, unit: '小时', comparable: false })
    expect(found.cells[1]?.note).toContain('小时')
    expect(found.figures?.n).toBe(1)
  })

  test('the price is the one of the day', () => {
    const changing = city('1', {
      items: [item('bath', 'svc.bath')],
      fees: [fee('bath', 6000, { to: '2026-12-31' }), fee('bath', 6500, { from: '2027-01-01' })],
    })
    expect(row([changing], '2026-12-31').cells[0]?.price).toBe(6000)
    expect(row([changing], '2027-01-01').cells[0]?.price).toBe(6500)
    expect(row([changing], '2025-12-31').cells[0]).toMatchObject({ price: null, note: '未设定收费标准' })
  })

  test('prices by level or division are told in words, never averaged', () => {
    const tiered = city('1', {
      items: [item('bath', 'svc.bath')],
      fees: [fee('bath', 50000, { level: 'half' }), fee('bath', 100000, { level: 'full' })],
    })
    const local = city('2', {
      items: [item('bath', 'svc.bath')],
      fees: [fee('bath', 7000, { division: '341702' })],
    })
    const found = row([tiered, local])
    expect(found.cells[0]).toMatchObject({ price: null, comparable: false })
    expect(found.cells[0]?.note).toMatch(/500 至 1,000 元/)
    expect(found.cells[1]?.note).toContain('部分县区')
    expect(found).not.toHaveProperty('figures')
  })

  test('a price in tiers is shown as set, and left out of the figures with the reason', () => {
    const found = row([bath('1', null, { tiers: { low: 200, high: 1200 } }), bath('2', 5000)])
    expect(found.cells[0]).toMatchObject({ price: null, comparable: false, unit: '次' })
    expect(found.cells[0]?.note).toMatch(/^分档 2\.00–12\.00 元\/次：/)
    expect(found.cells[0]?.note).not.toContain('未设定')
    expect(found.figures).toEqual({ n: 1, min: 5000, median: 5000, max: 5000 })
  })

  test('tiers count where prices of levels are told in words', () => {
    const found = row([bath('1', null, { tiers: { low: 200, high: 1200 }, level: 'full' })])
    expect(found.cells[0]?.note).toMatch(/2 至 12 元/)
  })

  test('two items of one common code with other tiers are no single price', () => {
    const two = city('1', {
      items: [item('bath', 'svc.bath'), item('bath.bed', 'svc.bath')],
      fees: [
        fee('bath', null, { tiers: { low: 200, high: 1200 } }),
        fee('bath.bed', null, { tiers: { low: 200, high: 1300 } }),
      ],
    })
    expect(row([two]).cells[0]?.note).toBe('对应多个事项：2 至 13 元')
  })

  test('a city that keeps its fees to itself has none to show', () => {
    const silent = { ...bath('1', 6000), fees: [], parts: { catalogue: true, fees: false, forms: true } }
    expect(row([silent]).cells[0]).toMatchObject({ price: null, comparable: false })
    expect(row([silent]).cells[0]?.note).toContain('没有公开')
  })

  test('two items of one common code with two prices are no single price', () => {
    const two = city('1', {
      items: [item('bath', 'svc.bath'), item('bath.bed', 'svc.bath')],
      fees: [fee('bath', 6000), fee('bath.bed', 9000)],
    })
    expect(row([two]).cells[0]).toMatchObject({ price: null, comparable: false })
  })

  test('an item that is mapped to nothing is in no row', () =>
    expect(feeRows([city('1', { items: [item('odd', null)], fees: [fee('odd', 1)] })], on)).toEqual([]))
})
