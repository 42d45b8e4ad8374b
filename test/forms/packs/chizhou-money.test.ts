import { describe, expect, it } from 'vitest'
import { catalogue, catalogueFindings, funds, profile } from '../../../forms/catalogue/index.ts'
import { type FeeRow, fees, quote } from '../../../forms/fees/index.ts'
import { load } from './disk.ts'

const { documents } = load('341700-care')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const empty = fees.parse(documents['fees'])
const paid = (payment: string) => {
  const modes = list.modes.filter((one) => one.payment === payment).map(({ key }) => key)
  return list.items.filter(({ mode }) => modes.includes(mode)).map(({ key }) => key)
}
const row = (more: Partial<FeeRow>): FeeRow => ({
  id: 'r',
  item: 'home-care',
  unit: '次',
  amount: 6000,
  from: '2026-01-01',
  ...more,
})
const price = (
  rows: readonly FeeRow[],
  item: string,
  quantity: number,
  on: string,
  path?: readonly string[],
) => quote({ ...empty, rows: [...rows] }, list, { items: [{ item, quantity }], on, ...(path && { path }) })
const findings = (key: string, change: (document: Record<string, unknown>) => void) => {
  const copy = structuredClone(documents) as Record<string, Record<string, unknown>>
  const document = copy[key]
  if (document) change(document)
  return catalogueFindings(copy)
}

describe('the money of Chizhou', () => {
  it('S2-04 the township settles with the provider every month', () => {
    expect(city.settlement).toMatchObject({ cadence: 'month', by: 'township' })
    expect(city.stages.find(({ key }) => key === 'settle')).toMatchObject({
      actors: ['township', 'provider'],
    })
    expect(city.duties.some(({ role, source }) => role === 'township' && source?.rule === 'S2-04')).toBe(true)
  })

  it('S2-05 the neighbours are paid once a year: a monthly run has nothing of theirs', () => {
    expect(paid('yearly')).toEqual(['home-care-neighbour', 'doorbell'])
    expect(paid('monthly')).toEqual(['home-care', 'day-care', 'meal', 'cleaning', 'errand', 'nursing'])
    expect(list.modes.find(({ key }) => key === 'neighbour')).toMatchObject({
      payment: 'yearly',
      requires: ['training'],
    })
  })

  it('S2-06 a subsidy whose rate nobody set has no amount, which is not zero', () => {
    const { lines, total, unset } = price([], 'home-care-neighbour', 12, '2026-12-31')
    expect(lines[0]).toMatchObject({ price: null, amount: null })
    expect(lines[0]?.words).toContain('未设定')
    expect([total, unset]).toEqual([0, 1])
    const set = price(
      [row({ item: 'home-care-neighbour', amount: 0 })],
      'home-care-neighbour',
      12,
      '2026-12-31',
    )
    expect([set.lines[0]?.amount, set.unset]).toEqual([0, 0])
  })

  it('S2-13 the county sets its prices: what it has not priced is a to-do, not the price of a neighbour', () => {
    const open = catalogueFindings(documents).filter(({ code }) => code === 'price-unset')
    expect(open).toHaveLength(paid('monthly').length + paid('yearly').length)
    expect(city.duties.find(({ source }) => source?.rule === 'S2-13')?.role).toBe('county.admin')
    const rows = [
      row({ id: 'gc', division: '341702' }),
      row({ id: 'dz', division: '341721', amount: 5500 }),
      row({ id: 'st', division: '341722', amount: null }),
    ]
    const at = (county: string) => price(rows, 'home-care', 2, '2026-03-10', [county]).lines[0]?.amount
    expect(['341702', '341721', '341722', '341723'].map(at)).toEqual([12_000, 11_000, null, null])
  })

  it('S2-14 a purchased item outside the procurement catalogue is pointed out', () => {
    const codes = (procurement: boolean | null) =>
      findings('catalogue', (document) => {
        for (const one of document['items'] as Record<string, unknown>[])
          if (one['key'] === 'meal') one['procurement'] = procurement
      }).flatMap(({ label, code, level }) =>
        label === '供餐送餐' && /procurement/.test(code) ? [[code, level]] : [],
      )
    expect(codes(false)).toEqual([['not-in-procurement', 'warning']])
    expect(codes(null)).toEqual([['procurement-unset', 'todo']])
    expect(codes(true)).toEqual([])
    expect(documents['providers']).toMatchObject({
      rules: expect.arrayContaining([expect.objectContaining({ key: 'procurement' })]),
    })
  })

  it('S2-15 a price that changes within a month counts by the day of each service', () => {
    expect(city.settlement.priceOn).toBe('service-date')
    const rows = [row({ id: 'old', to: '2026-03-15' }), row({ id: 'new', from: '2026-03-16', amount: 6500 })]
    const on = (day: string) => price(rows, 'home-care', 1, `2026-03-${day}`).lines[0]
    expect(['01', '15', '16', '31'].map((day) => on(day)?.amount)).toEqual([6000, 6000, 6500, 6500])
    expect(on('15')?.row?.id).toBe('old')
  })

  it('S2-16 the provider applies and somebody else settles', () => {
    expect(city.settlement.appliedBy).toBe('provider')
    expect(city.settlement.by).not.toBe(city.settlement.appliedBy)
    expect(city.duties.find(({ source }) => source?.rule === 'S2-16')?.role).toBe('provider')
  })

  it('S2-25 the money is earmarked, in a ledger of its own', () => {
    expect(documents['programmes']).toMatchObject({
      programmes: [{ key: 'material-and-service', earmarked: true, ledger: 'material-and-service' }],
    })
    expect(funds.parse(documents['funds']).rules.map(({ key }) => key)).toEqual(['earmarked'])
  })

  it('S2-35 eight funds in the order of the paper, the third with a cap', () => {
    const sources = funds.parse(documents['funds']).funds
    expect(sources.map(({ key }) => key)).toEqual([
      'tekun-care',
      'temporary',
      'assistance-work',
      'elder-home-care',
      'disability-rehab',
      'minor-protection',
      'other-services',
      'charity',
    ])
    expect(sources.flatMap(({ cap }, i) => (cap ? [[i, cap.ratio]] : []))).toEqual([[2, 0.01]])
  })
})
