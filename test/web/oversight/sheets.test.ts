import { createInstance, type TFunction } from 'i18next'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  CatalogueComparison,
  CityCard,
  FeeComparison,
  IndicatorComparison,
} from '../../../functions/api/contract/index.ts'
import { workbook } from '../../../web/office/workbook/write.ts'
import { lacks } from '../../../web/oversight/catalogue/lack.ts'
import { catalogueSheets } from '../../../web/oversight/catalogue/sheet.ts'
import { pagesOf } from '../../../web/oversight/export/workbook.ts'
import { feeSheets } from '../../../web/oversight/fees/sheet.ts'
import { spoken } from '../../../web/oversight/indicators/rate.ts'
import { indicatorSheets } from '../../../web/oversight/indicators/sheet.ts'
import { zh } from '../../../web/oversight/zh.ts'
import { partOf } from '../office/workbook/files.ts'

let t: TFunction<'oversight'>
beforeAll(async () => {
  const i18n = createInstance()
  await i18n.init({ lng: 'zh-CN', ns: ['oversight'], resources: { 'zh-CN': { oversight: zh } } })
  t = i18n.getFixedT('zh-CN', 'oversight') as TFunction<'oversight'>
})

const city = (code: string, name: string, demo = false): CityCard => ({
  code,
  name,
  release: 3,
  disclosedAt: '2026-02-28T16:30:00.000Z',
  demo,
})
const cities = [city('340100', '甲市'), city('340200', '乙市', true), city('340300', '丙市')]
const demo = false
const fees: FeeComparison = {
  cities,
  on: '2026-03-01',
  rows: [
    {
      common: 'svc.bath',
      name: '助浴',
      unit: '次',
      cells: [
        { price: 1999, unit: '次', comparable: true, demo },
        { price: 4500, unit: '小时', comparable: false, note: '按“小时”计价，不与“次”比较', demo: true },
        null,
      ],
      figures: { n: 1, min: 1999, median: 1999, max: 1999 },
    },
    {
      common: 'svc.meal',
      name: '=1+1',
      unit: '餐',
      cells: [{ price: null, unit: '餐', comparable: false, note: '未设定收费标准', demo }, null, null],
    },
  ],
}

describe('the fee sheet', () => {
  it('writes amounts as numbers in 元 and reads back to the 分', async () => {
    const file = await workbook(pagesOf(feeSheets(t, '安徽省', fees)))
    const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()))
    const [head = [], bath = []] = sheet?.data ?? []
    const at = (title: string) => bath[head.indexOf(title)]
    expect(at('最低价（元）')).toBe(19.99)
    expect(at('甲市（元）')).toBe(19.99)
    expect(at('可比市数')).toBe(1)
    expect(at('有该事项的市数')).toBe(2)
    expect(at('市数')).toBe(3)
  })

  it('keeps a price in another unit out of the column of numbers, and says why', () => {
    const [sheet] = feeSheets(t, '安徽省', fees)
    const at = (title: string) => sheet?.rows[0]?.[sheet.head.indexOf(title)]
    expect(at('乙市（演示数据）（元）')).toBeNull()
    expect(at('乙市（演示数据）说明')).toBe('45.00 元/小时，单位不同，不参与比较')
  })

  it('tells no price from no item, and neither is zero', () => {
    const [sheet] = feeSheets(t, '安徽省', fees)
    const at = (title: string) => sheet?.rows[1]?.[sheet.head.indexOf(title)]
    expect(at('甲市说明')).toBe('未设定收费标准')
    expect(at('丙市说明')).toBe('无此事项')
    expect(at('最低价（元）')).toBeNull()
    expect(at('甲市（元）')).toBeNull()
  })

  it('never lets a name become a formula', async () => {
    const pages = pagesOf(feeSheets(t, '安徽省', fees))
    expect(pages[0]?.rows[2]?.[1]).toEqual({ value: '=1+1', look: 'lines' })
    expect(await partOf(await workbook(pages), 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s>]/)
  })

  it('notes the day, the units, the method, what is invented and that nobody is in it', () => {
    const notes = feeSheets(t, '安徽省', fees).at(-1)
    const said = new Map(notes?.rows.map(([key, value]) => [key, value]))
    expect(notes?.name).toBe('说明')
    expect(said.get('价格日期')).toBe('2026-03-01')
    expect(said.get('单位')).toContain('元')
    expect(said.get('演示数据')).toMatch(/^乙市。/)
    // 16:30 in UTC is the next day in Asia/Shanghai.
    expect(said.get('配置版本：甲市')).toBe('第 3 版，2026-03-01 公布')
    expect(said.get('个人信息')).toContain('没有任何个人的信息')
    expect(notes?.rows.filter(([key]) => key === '比较方法')).toHaveLength(zh.fees.how.length)
  })
})

describe('the catalogue sheet', () => {
  const row = (common: string, cells: readonly (string | null)[], denominator: number) => ({
    common,
    name: common,
    category: '生活照料',
    cells: cells.map((name) => (name === null ? null : { item: name, name, unit: null })),
    coverage: { numerator: cells.filter(Boolean).length, denominator },
  })
  const comparison: CatalogueComparison = {
    cities,
    rows: [row('a', ['一', '二', null], 2), row('b', ['一', null, null], 2)],
    unmapped: [
      { city: '340100', items: [], share: 0 },
      { city: '340200', items: ['茶园帮工', '渡船接送'], share: 2 / 3 },
      { city: '340300', items: [], share: 0 },
    ],
  }

  it('counts what a city lacks and of how many items the unmapped ones are', () => {
    const [first, second] = lacks(comparison)
    expect(first).toMatchObject({ has: 2, missing: [], disclosed: true })
    expect(second).toMatchObject({ has: 1, unmapped: ['茶园帮工', '渡船接送'], items: 3 })
    expect(second?.missing.map(({ common }) => common)).toEqual(['b'])
  })

  it('never calls silence a lack', () => {
    expect(lacks(comparison)[2]).toMatchObject({ disclosed: false })
    const [table, missing] = catalogueSheets(t, '安徽省', '2026-03-01', comparison)
    expect(table?.rows[0]?.[table.head.indexOf('丙市')]).toBe('未公开')
    expect(table?.rows[1]?.[table.head.indexOf('乙市（演示数据）')]).toBe('无此事项')
    expect(missing?.rows.filter(([name]) => name === '丙市')).toEqual([
      ['丙市', null, '该市没有公开服务目录', null],
    ])
  })

  it('says lack where every city disclosed', () => {
    const all = comparison.rows.map((one) => ({ ...one, coverage: { ...one.coverage, denominator: 3 } }))
    expect(lacks({ ...comparison, rows: all })[2]).toMatchObject({ disclosed: true, has: 0 })
  })
})

describe('the indicator sheet', () => {
  it('leaves a suppressed figure empty, says why, and divides nothing by zero', () => {
    const comparison: IndicatorComparison = {
      cities: [...cities, city('340400', '丁市')],
      rows: [
        {
          id: 'visits',
          indicator: 'visits',
          name: '探访率',
          period: '2026-02',
          cells: [
            { numerator: 30, denominator: 40, value: '75%', target: '≥ 80%', state: 'short', words: '' },
            { numerator: null, denominator: 40, note: '人数较少' },
            { numerator: 0, denominator: 0 },
            null,
          ],
        },
      ],
    }
    const [sheet] = indicatorSheets(t, '安徽省', '2026-03-01', comparison)
    expect(sheet?.rows[0]).toEqual([
      '探访率',
      '2026-02',
      1,
      3,
      30,
      40,
      { share: 0.75 },
      ...['≥ 80%', '未达到', null],
      ...[null, 40, null, null, null, '人数较少'],
      ...[0, 0, null, null, null, '分母为零，不计算'],
      ...[null, null, null, null, null, '未公开'],
    ])
    for (const { length } of sheet?.rows ?? []) expect(length).toBe(sheet?.head.length)
  })

  it('shows how many of what is only counted, and no rate', () => {
    const row = {
      id: 'households',
      indicator: 'households',
      name: '服务对象家庭数',
      period: '2026-02',
      counted: { what: '经确认的家庭数', of: null, unit: '户' },
      cells: [
        {
          numerator: 20,
          denominator: null,
          value: '20 户',
          target: '≥ 20 户',
          state: 'met' as const,
          words: '',
        },
        { numerator: null, denominator: null, note: '人数较少' },
        { numerator: 0, denominator: null },
      ],
    }
    const [sheet] = indicatorSheets(t, '安徽省', '2026-03-01', { cities, rows: [row] })
    expect(sheet?.rows[0]?.slice(2)).toEqual([
      ...[2, 3],
      ...[20, null, 20, '≥ 20 户', '达到', null],
      ...[null, null, null, null, null, '人数较少'],
      ...[0, null, 0, null, null, null],
    ])
    expect(row.cells.map((cell) => spoken(row, cell))).toEqual(['20 户', '', '0'])
  })
})
