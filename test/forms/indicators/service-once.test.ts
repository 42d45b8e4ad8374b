import { describe, expect, it, test } from 'vitest'
import {
  countOnce,
  countsByScope,
  type ServiceRecord,
  sharedPeople,
} from '../../../forms/indicators/index.ts'
import { programmesOf } from './stated.ts'

const { programmes, counting } = programmesOf('310000-bridge')
if (!counting) throw new Error('the pack does not say what one service is')
const record = (id: string, programme: string, more: Partial<ServiceRecord> = {}): ServiceRecord => ({
  id,
  person: 'p1',
  item: 'counselling',
  date: '2024-07-01',
  programme,
  ...more,
})
const once = (...records: ServiceRecord[]) => countOnce(records, counting, programmes)
const ids = (records: readonly ServiceRecord[]) => records.map(({ id }) => id)

describe('one service in two programmes', () => {
  it('S0-20 is counted once, and the second is told where', () => {
    const { counted, repeats } = once(record('02', 'bridge-district'), record('01', 'bridge-2024'))
    expect(ids(counted)).toEqual(['01'])
    expect(repeats.map(({ record, countedIn, words }) => [record.id, countedIn, words])).toEqual([
      ['02', 'bridge-2024', '已在“2024 年度“桥计划”社会救助综合服务项目”统计，不重复计入。'],
    ])
  })

  it('S0-20 is another service where person, item or day differ', () => {
    const others = [{ person: 'p2' }, { item: 'policy' }, { date: '2024-07-02' }]
    for (const more of others)
      expect(once(record('01', 'bridge-2024'), record('02', 'bridge-district', more)).repeats).toEqual([])
  })

  test('two visits of a day in one programme are two services, and both bar the other', () => {
    const { counted, repeats } = once(
      record('01', 'bridge-2024'),
      record('02', 'bridge-2024'),
      record('03', 'bridge-district'),
    )
    expect(ids(counted)).toEqual(['01', '02'])
    expect(repeats).toHaveLength(1)
  })

  test('does not depend on the order of the list, nor on what separates the parts', () => {
    const list = [
      record('01', 'bridge-2024', { person: 'a","b', item: 'c' }),
      record('02', 'bridge-district', { person: 'a', item: 'b","c' }),
      record('03', 'unknown', { person: 'a', item: 'b","c' }),
    ]
    expect(ids(once(...list).counted)).toEqual(['01', '02'])
    expect(once(...list.toReversed())).toEqual(once(...list))
  })
})

it('S0-34 what districts run under the name is shown apart, and adds up with nothing twice', () => {
  const result = once(
    record('01', 'bridge-2024'),
    record('02', 'bridge-district'),
    record('03', 'bridge-district', { person: 'p2' }),
    record('04', 'bridge-district', { person: 'p3' }),
  )
  expect(countsByScope(result, programmes)).toEqual({ city: 1, county: 2 })
})

it('S0-14 each programme keeps its own ledger, and people whom two serve are pointed out', () => {
  expect(programmes.map(({ ledger }) => ledger)).toEqual(['bridge-city-2024', 'bridge-district'])
  const records = [
    record('01', 'bridge-2024'),
    record('02', 'bridge-district', { item: 'policy' }),
    record('03', 'bridge-2024', { person: 'p2' }),
  ]
  expect(sharedPeople(records)).toEqual([{ person: 'p1', programmes: ['bridge-2024', 'bridge-district'] }])
})
