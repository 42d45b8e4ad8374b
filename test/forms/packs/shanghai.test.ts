import { describe, expect, test } from 'vitest'
import {
  catalogue,
  catalogueFindings,
  eligible,
  funds,
  notice,
  objects,
  profile,
  programmes,
} from '../../../forms/catalogue/index.ts'
import { fees } from '../../../forms/fees/index.ts'
import { indicators } from '../../../forms/indicators/index.ts'
import { load } from './disk.ts'

const { documents } = load('310000-bridge')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const { programmes: run } = programmes.parse(documents['programmes'])
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label)

describe('what S0 states', () => {
  test('the sixteen districts by code; their townships are left to them', () => {
    expect(city.divisions.map(({ code }) => code)).toEqual(
      ['01', '04', '05', '06', '07', '09', '10', '12', '13', '14', '15', '16', '17', '18', '20', '51'].map(
        (end) => `3101${end}`,
      ),
    )
    expect(city.divisions.every(({ kind, standard }) => kind === 'county' && standard === 'GB/T 2260')).toBe(
      true,
    )
    expect(city.todo?.[0]).toMatchObject({ pointer: '/divisions' })
  })

  test('S0-36 a household of multiple hardship with a young person who studied and wants to go on', () => {
    const who = objects.parse(documents['objects'])
    const asked = ['youth', 'vocational', 'aspiring']
    const may = (householdClass: string, traits: string[]) =>
      eligible(who, { householdClass, traits }).eligible
    expect(may('multi-hardship', asked)).toBe(true)
    for (const one of asked)
      expect(
        may(
          'multi-hardship',
          asked.filter((trait) => trait !== one),
        ),
        one,
      ).toBe(false)
    expect(may('other', asked)).toBe(false)
  })

  test('S0-37 S0-38 five services, three methods, two tiers of help', () => {
    expect(list.items.map(({ name }) => name)).toEqual([
      '政策宣传',
      '资源链接',
      '社会融入',
      '能力提升',
      '心理疏导',
    ])
    expect(labels(list.methods ?? [])).toEqual(['个案', '小组', '社区'])
    expect(list.tiers?.map(({ label, by }) => [label, by])).toEqual([
      ['发展型救助帮扶', 'county.admin'],
      ['基础性救助帮扶', 'township'],
    ])
  })

  test('S0-47 both wordings of the kinds of help stand, and the city is asked which it means', () => {
    expect(labels(list.categories)).toEqual(['政策', '服务', '物质', '心理'])
    const noted = list.categories.filter(({ note }) => note)
    expect(labels(noted)).toEqual(['服务', '物质'])
    expect(list.todo?.some(({ source }) => source?.rule === 'S0-47')).toBe(true)
  })

  test('money in three kinds of costs, out of the lottery fund, without a price', () => {
    const [bridge, district] = run
    expect(bridge?.budget).toMatchObject({ total: 180_000_000, fund: 'lottery-public-welfare-city' })
    expect(labels(bridge?.budget?.categories ?? [])).toEqual(['需求发现和评估费用', '综合服务费', '其他费用'])
    expect(district).toMatchObject({ scope: 'county', window: null })
    expect(funds.parse(documents['funds']).funds).toHaveLength(2)
    expect(fees.parse(documents['fees'])).toMatchObject({ demo: false, rows: [] })
  })

  test('at the cap the budget is enough for 360 households, at the floor 16 districts need less', () => {
    const { indicators: kpis } = indicators.parse(documents['indicators'])
    const target = (key: string) => kpis.find((one) => one.key === key)?.target?.value ?? 0
    const total = run[0]?.budget?.total ?? 0
    expect(total / target('budget-per-household')).toBe(360)
    expect(city.divisions.length * target('households') * target('budget-per-household')).toBeLessThan(total)
  })

  test('the measures of A6, of which only what must be reached is hard', () => {
    const { indicators: kpis } = indicators.parse(documents['indicators'])
    expect(kpis.map(({ key, target, soft }) => [key, target?.value ?? null, soft])).toEqual([
      ['households', 20, true],
      ['visits-per-household', 5, false],
      ['sessions-per-group', 4, false],
      ['monthly-reports', 7, false],
      ['evidence', 3, false],
      ['satisfaction', null, true],
      ['budget-per-household', 500_000, false],
      ['staff', 3, false],
      ['certified', 1, true],
      ['typical-cases', 5, false],
      ['paired-tests', null, true],
    ])
    expect(run[0]?.indicators).toEqual(kpis.map(({ key }) => key))
  })

  test('payment after acceptance, no spot check and no team of two: the paper asks for none', () => {
    expect(city.settlement).toMatchObject({ cadence: 'on-acceptance', by: 'county.admin' })
    expect([city.spotCheck, city.visit.team, city.hotline]).toEqual([null, null, null])
  })

  test('what it leaves open is a to-do that names the matter, none is filled in', () => {
    const todo = catalogueFindings(documents).filter(({ level }) => level === 'todo')
    for (const word of ['单价', '评分', '申报书', '街镇', '典型案例', '满意率', '拨付', '月报', '多重困境'])
      expect(
        todo.some(({ message }) => message.includes(word)),
        word,
      ).toBe(true)
  })

  test('a notice, if there is one, shows nobody', () => {
    const rule = notice.parse(documents['notice'])
    expect(rule.columns.map(({ key }) => key)).toEqual(['number', 'items', 'provider'])
    expect(rule.days).toBeNull()
  })
})
