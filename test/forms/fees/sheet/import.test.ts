import { describe, expect, test } from 'vitest'
import type { Catalogue, Profile } from '#forms/catalogue'
import { type FeeRow, type Fees, feeRow } from '#forms/fees'
import { feeColumns, feeFaults, feeReport, pricing } from '#forms/fees/sheet'
import { applied, isClean, readCell, workbookValue } from '#forms/sheet'
import { sheetOf } from '../../sheet/lines.ts'

const rows: readonly FeeRow[] = [
  { id: 'bath', item: 'bath', unit: '次', amount: 6000, from: '2026-01-01', caps: { month: 24_000 } },
  {
    id: 'care',
    item: 'care',
    unit: '小时',
    amount: null,
    tiers: {
      method: 'slice',
      steps: [
        { upTo: 10, amount: 200 },
        { upTo: null, amount: 300 },
      ],
    },
    copay: { ratio: 0.0825, rounding: { mode: 'floor', to: 'yuan' } },
    funding: [{ fund: 'city', ratio: 1 }],
    division: '341702',
    from: '2026-01-01',
    to: '2026-12-31',
  },
]
const fees: Fees = { schema: 1, title: '收费标准', demo: false, rows: [...rows] }
const catalogue = {
  items: [
    { key: 'bath', name: '助浴', unit: '次', status: 'active' },
    { key: 'care', name: '居家照料', unit: '小时', status: 'active' },
  ],
} as unknown as Catalogue
const profile = {
  divisions: [
    { code: '341702', name: '贵池区' },
    { code: '341721', name: '东至县' },
  ],
} as unknown as Profile
const words = { fees, catalogue, objects: undefined, profile, levels: [], own: undefined }
const columns = feeColumns(words)
const out = (row: FeeRow) => columns.map((column) => workbookValue(column, row))
const titles = columns.map(({ title }) => title)
const says = (report: ReturnType<typeof feeReport>) =>
  report.problems.map(({ level, line, title, says: text }) => `${level} ${line} ${title ?? ''} ${text}`)
const HEAD = ['服务事项', '单价（元）', '单位', '生效日期', '截止日期']

test('what was written out comes back unchanged; tiers, formulas and funds are kept by the number of the row', () => {
  expect(feeReport(sheetOf([titles, ...rows.map(out)]), words)).toMatchObject({
    problems: [],
    unchanged: 2,
    missing: [],
  })
  const changed = rows.map((row) => out({ ...row, note: '新' }))
  const report = feeReport(sheetOf([titles, ...changed]), words)
  expect(applied(rows, report, ({ id }) => id, true)).toEqual(rows.map((row) => ({ ...row, note: '新' })))
  expect(rows.map(pricing)).toEqual(['单价', '分段累计：≤10 为 2 元；以上 3 元'])
})

describe('dates', () => {
  test.each([
    ['a day number', 46_388],
    ['slashes', '2027/1/1'],
    ['words', '2027年1月1日'],
    ['full-width', '２０２７－０１－０１'],
    ['a number that says the date', 20_270_101],
  ])('%s', (_, from) => {
    const report = feeReport(sheetOf([HEAD, ['助浴', '６５', '次', from, null]]), {
      ...words,
      fees: { ...fees, rows: [] },
    })
    expect(report.problems).toEqual([])
    expect(report.added).toEqual([
      { id: 'bath-2027-01-01', item: 'bath', unit: '次', amount: 6500, from: '2027-01-01' },
    ])
    expect(report.added.every((row) => feeRow.safeParse(row).success)).toBe(true)
  })

  test('count from 1904 where the workbook says so', () => {
    const sheet = sheetOf([HEAD, ['助浴', 65, '次', 46_388 - 1462, null]], { from1904: true })
    expect(feeReport(sheet, { ...words, fees: { ...fees, rows: [] } }).added[0]?.from).toBe('2027-01-01')
  })
})

describe('a row that cannot be taken', () => {
  test.each([
    ['no unit of its own or its item', ['助浴', 5, '', '2030-01-01', null], '单位', '单位不能为空'],
    ['a negative amount', ['助浴', -5, '次', '2030-01-01', null], '单价（元）', '负'],
    ['twenty digits', ['助浴', '12345678901234567890', '次', '2030-01-01', null], '单价（元）', '太大'],
    ['thousandths', ['助浴', 19.999, '次', '2030-01-01', null], '单价（元）', '两位小数'],
    ['an item that was removed', ['理发', 5, '次', '2030-01-01', null], '服务事项', '不在可选的词语里'],
    ['no first day', ['助浴', 5, '次', null, null], '生效日期', '生效日期不能为空'],
    ['an end before its beginning', ['居家照料', 5, '小时', '2030-01-02', '2030-01-01'], '截止日期', '早于'],
    ['a day that overlaps', ['助浴', 5, '次', '2027-01-01', null], '生效日期', '重叠'],
  ])('%s', (_, row, title, text) => {
    const report = feeReport(sheetOf([HEAD, row]), words)
    const own = report.problems.filter(
      (one) => one.level === 'error' && one.title === title && one.line === 2,
    )
    expect(own.map((one) => one.says).join()).toContain(text)
    expect(isClean(report)).toBe(false)
  })

  test('the row of another county, for whoever writes only one', () => {
    const own = { ...words, own: new Set(['341702']) }
    const [whole, county] = rows.map((row) => out({ ...row, note: '改' }))
    const report = feeReport(sheetOf([titles, whole ?? [], county ?? []]), own)
    expect(report.changed.map(({ before }) => before.id)).toEqual(['care'])
    expect(says(report)).toEqual(['error 2  这一行由市级维护，您不能修改'])
    const foreign = sheetOf([
      [...HEAD, '适用区划'],
      ['助浴', 5, '次', '2030-01-01', null, '东至县'],
    ])
    expect(isClean(feeReport(foreign, own))).toBe(false)
    // Rows of others are no loss when the sheet does not have them.
    expect(feeReport(sheetOf([HEAD]), own).missing.map(({ id }) => id)).toEqual(['care'])
  })
})

test('the price of a row with tiers is not written over in a cell', () => {
  const amount = columns.find(({ id }) => id === 'amount')
  const tiered = rows[1] as FeeRow
  expect(amount && readCell(amount, tiered, '5')).toMatchObject({
    wrong: expect.stringContaining('计价方式'),
  })
  expect(amount && readCell(amount, tiered, '')).toEqual({ row: tiered })
})

test('a share keeps its rounding, and its percentage has no float error', () => {
  const copay = columns.find(({ id }) => id === 'copay')
  const tiered = rows[1] as FeeRow
  expect(copay && workbookValue(copay, tiered)).toBe(8.25)
  expect(copay && readCell(copay, tiered, '7.15')).toMatchObject({
    row: { copay: { ratio: 0.0715, rounding: { mode: 'floor', to: 'yuan' } } },
  })
  expect(copay && readCell(copay, tiered, '101')).toMatchObject({ wrong: expect.stringContaining('100') })
})

test('gaps are told, overlaps and missing parts are errors, at both rows', () => {
  const at = (from: string, to?: string): FeeRow => ({
    ...(rows[0] as FeeRow),
    id: from,
    from,
    ...(to && { to }),
  })
  const found = feeFaults(
    [at('2026-01-01', '2026-06-30'), at('2026-06-30', '2026-12-31'), at('2027-01-02')],
    catalogue,
  )
  expect(
    [...found].map(([row, faults]) => [row, faults.map(({ level, column }) => `${level} ${column}`)]),
  ).toEqual([
    [1, ['error from']],
    [0, ['error to']],
    [2, ['warning from']],
  ])
})
