import { describe, expect, test } from 'vitest'
import {
  catalogue,
  catalogueFindings,
  funds,
  notice,
  objects,
  profile,
  providers,
} from '../../../forms/catalogue/index.ts'
import { fees } from '../../../forms/fees/index.ts'
import { indicators } from '../../../forms/indicators/index.ts'
import { formsOf, packOf } from './disk.ts'

const { documents } = packOf('341700-care')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label)

describe('what S2 states', () => {
  test('four counties by code and two functional zones without one', () => {
    const first = city.divisions.filter(({ parent }) => parent === '341700')
    expect(first.map(({ code, name, kind }) => [code, name, kind])).toEqual([
      ['341702', '贵池区', 'county'],
      ['341721', '东至县', 'county'],
      ['341722', '石台县', 'county'],
      ['341723', '青阳县', 'county'],
      ['341700-jhs', '九华山', 'zone'],
      ['341700-kfq', '开发区', 'zone'],
    ])
  })

  test('11 街道 and 9 镇 of 贵池, all to be verified', () => {
    const towns = city.divisions.filter(({ parent }) => parent === '341702')
    expect(towns.filter(({ name }) => name.endsWith('街道'))).toHaveLength(11)
    expect(towns.filter(({ name }) => name.endsWith('镇'))).toHaveLength(9)
    expect(towns.every(({ verify }) => verify === true)).toBe(true)
  })

  test('four classes, three provider types, two purchasers, eight funds in order', () => {
    expect(objects.parse(documents['objects']).classes).toHaveLength(4)
    const { types, purchasers } = providers.parse(documents['providers'])
    expect(labels(types)).toEqual(['社会福利机构', '社会工作服务机构', '社会组织'])
    expect(labels(purchasers)).toEqual(['市、县社会救助主管部门', '乡镇人民政府、街道办事处'])
    const sources = funds.parse(documents['funds']).funds
    expect(sources.map(({ name }) => name)).toEqual([
      '特困人员照料护理经费',
      '临时救助经费',
      '社会救助工作经费或社会救助专项经费',
      '居家养老服务经费',
      '残疾人康复服务经费',
      '未成年人保护经费',
      '其他服务类救助经费',
      '慈善救助资金',
    ])
    expect(sources.map(({ cap }) => cap?.ratio ?? null)).toEqual([
      null,
      null,
      0.01,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test('four categories under two names each', () => {
    expect(list.categories.map(({ label, aliases }) => [label, aliases])).toEqual([
      ['生活照料', ['生活服务类']],
      ['健康护理', ['健康护理类']],
      ['清洁服务', ['清洁服务类']],
      ['能力提升', ['能力提升类']],
    ])
  })

  test('seven modes with what each asks', () => {
    expect(list.modes.map(({ label, payment, requires }) => [label, payment, requires[0]])).toEqual([
      ['政府购买服务', 'monthly', 'agreement'],
      ['机构照料服务', 'none', 'consent'],
      ['部门联动服务', 'none', undefined],
      ['“党建+救助”服务', 'none', undefined],
      ['社工志愿服务', 'none', 'plan'],
      ['邻里互助服务', 'yearly', 'training'],
      ['慈善救济服务', 'none', undefined],
    ])
    expect(list.modes.at(-1)?.referralBy).toEqual(['county.admin'])
  })

  test('25 entries, 6+2+6+3+3+2+3 by mode; what two modes share has one code', () => {
    const count = list.modes.map(({ key }) => list.items.filter(({ mode }) => mode === key).length)
    expect(count).toEqual([6, 2, 6, 3, 3, 2, 3])
    expect(new Set(list.items.map(({ common }) => common)).size).toBe(23)
    const code = (key: string) => list.items.find((item) => item.key === key)?.common
    expect(code('capacity-departments')).toBe(code('capacity-volunteer'))
    expect(code('home-care')).toBe(code('home-care-neighbour'))
    expect(code('health-management')).not.toBe(code('nursing'))
  })

  test('no unit and no price: both are to-dos, none is zero', () => {
    expect(list.items.every(({ unit }) => unit === null)).toBe(true)
    expect(fees.parse(documents['fees'])).toMatchObject({ demo: false, rows: [] })
    const todo = catalogueFindings(documents).filter(({ level }) => level === 'todo')
    const of = (code: string) => todo.filter((finding) => finding.code === code)
    expect(of('price-unset').map(({ label }) => label)).toEqual([
      ...list.items.filter(({ mode }) => mode === 'purchase' || mode === 'neighbour').map(({ name }) => name),
    ])
    expect(of('due-unset').length).toBeGreaterThan(0)
    expect(of('total-unset')).toHaveLength(1)
    expect(todo.some(({ message }) => message.includes('乡镇'))).toBe(true)
  })

  test('ten stages in the order of the paper, each with actors; the states of a case', () => {
    expect(city.stages.map(({ name }) => name)).toEqual([
      '个人申请或主动发现',
      '受理登记',
      '入户调查',
      '审核确认',
      '转介服务',
      '开展服务',
      '建立档案',
      '资金结算',
      '动态管理',
      '监督管理',
    ])
    expect(city.states.map(({ name }) => name)).toEqual([
      '待受理',
      '待入户',
      '待审核',
      '已确认',
      '不予确认',
      '已转介',
      '服务中',
      '变更中',
      '已停止',
      '已结案',
    ])
  })

  test('seven archive papers, two of them conditional', () => {
    const { papers } = city.archive
    expect(papers).toHaveLength(7)
    expect(papers.filter(({ when }) => when).map(({ key }) => key)).toEqual([
      'illness-proof',
      'disability-card',
    ])
  })

  test('30 % yearly by county, monthly settlement at the price of the day, hotline, team of two', () => {
    expect(city.spotCheck).toMatchObject({ ratio: 0.3, period: 'year', scope: 'county' })
    expect(city.settlement).toMatchObject({ cadence: 'month', by: 'township', priceOn: 'service-date' })
    expect(city.hotline?.number).toBe('2212349')
    expect(city.visit.team).toEqual([
      ['village', 'worker'],
      ['township', 'township'],
    ])
    expect(JSON.stringify(documents)).not.toContain('2035042')
    const targets = indicators.parse(documents['indicators']).indicators.filter(({ target }) => target)
    expect(targets.map(({ key, target }) => [key, target?.op, target?.value])).toEqual([
      ['spot-check', '>=', 0.3],
      ['fund-cap', '<=', 0.01],
    ])
  })

  test('the notice stays, and shows no value that could harm', () => {
    const rule = notice.parse(documents['notice'])
    expect(rule).toMatchObject({ term: 'long-term', place: 'village' })
    const shown = new Set(rule.columns.map(({ key }) => key))
    for (const { key } of rule.forbidden) expect(shown.has(key), key).toBe(false)
    expect(rule.columns.find(({ key }) => key === 'name')).toMatchObject({
      show: 'masked-name',
      minors: 'omit',
    })
  })

  test('the visit is made by two people, the registration by one', () => {
    const forms = formsOf(documents)
    const team = (key: string) => forms.find((form) => form.key === key)?.team
    expect(team('visit')).toEqual(city.visit.team)
    expect(team('intake')).toBeUndefined()
  })
})
