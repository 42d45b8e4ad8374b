import { describe, expect, test } from 'vitest'
import type { Catalogue, Item, Objects } from '#forms/catalogue'
import { catalogue as shape } from '#forms/catalogue'
import { catalogueColumns, catalogueReport, copyOfItem, newItem } from '#forms/catalogue/sheet'
import { applied, cellText, isClean, workbookValue } from '#forms/sheet'
import { sheetOf } from '../../sheet/lines.ts'

const item = (key: string, name: string, more: Partial<Item> = {}): Item => ({
  key,
  name,
  category: 'care',
  mode: 'purchase',
  common: null,
  unit: null,
  objects: ['dibao'],
  providers: [],
  procurement: null,
  governmentOnly: false,
  status: 'active',
  ...more,
})
const catalogue: Catalogue = {
  schema: 1,
  categories: [{ key: 'care', label: '生活照料' }],
  modes: [{ key: 'purchase', label: '政府购买服务', payer: null, payment: 'monthly', requires: [] }],
  items: [
    item('bath', '助浴', {
      unit: '次',
      source: { paper: 'S2', rule: 'S2-37' },
      aliases: ['洗浴', '上门助浴'],
    }),
    item('meal', '助餐', {
      lock: 'required',
      approval: { by: '市民政局', number: '池民〔2026〕1号', on: '2026-01-02' },
    }),
  ],
}
const objects = { classes: [{ key: 'dibao', label: '低保对象' }] } as unknown as Objects
const words = { catalogue, objects, providers: undefined, fixed: new Set(['bath', 'meal']) }
const columns = catalogueColumns(words)
const titles = columns.map(({ title }) => title)
const out = (one: Item) => columns.map((column) => workbookValue(column, one))
const whole = sheetOf([titles, ...catalogue.items.map(out)])
const says = (report: ReturnType<typeof catalogueReport>) =>
  report.problems.map(({ level, line, title, says: words }) => `${level} ${line} ${title ?? ''} ${words}`)

test('what was written out comes back unchanged', () => {
  expect(catalogueReport(whole, words)).toEqual({
    problems: [],
    added: [],
    changed: [],
    unchanged: 2,
    missing: [],
  })
})

test('new, changed and missing rows are told apart, and taken over only together', () => {
  const report = catalogueReport(
    sheetOf([
      ['事项名称', '标识', '计量单位', '类别', '服务方式', '服务对象'],
      ['助浴', 'bath', '小时', '生活照料', '政府购买服务', '低保对象'],
      ['理发', null, '次', '生活照料', '政府购买服务', '低保对象'],
    ]),
    words,
  )
  expect(report.problems).toEqual([])
  expect(report.changed.map(({ line, titles: which }) => [line, which])).toEqual([[2, ['计量单位']]])
  expect(report.added).toMatchObject([{ name: '理发', unit: '次', status: 'active' }])
  expect(report.missing.map(({ key }) => key)).toEqual(['meal'])
  const after = (remove: boolean) => applied(catalogue.items, report, ({ key }) => key, remove)
  expect(after(false).map(({ key }) => key)).toEqual(['bath', 'meal', 'item-1'])
  expect(after(true).map(({ key }) => key)).toEqual(['bath', 'item-1'])
  // What has no column, and columns that do not stand in the sheet, stay.
  expect(after(false)[0]).toEqual({ ...catalogue.items[0], unit: '小时' })
  expect(shape.safeParse({ ...catalogue, items: after(false) }).success).toBe(true)
})

describe('a row that cannot be taken', () => {
  test.each([
    [
      'two items with one key',
      [
        ['甲', 'new'],
        ['乙', 'new'],
      ],
      /2 标识 .*new.*3 标识 .*new/s,
    ],
    [
      'one item twice',
      [
        ['助浴', 'bath'],
        ['助浴', 'bath'],
      ],
      /error 3 {2}与第 2 行是同一条/,
    ],
    ['a key that is none', [['甲', '助浴']], /error 2 标识 .*小写英文字母/],
    ['no name', [[null, 'new']], /error 2 事项名称/],
  ])('%s', (_, rows, expected) => {
    const more = ['生活照料', '政府购买服务', '低保对象']
    const report = catalogueReport(
      sheetOf([
        ['事项名称', '标识', '类别', '服务方式', '服务对象'],
        ...rows.map((row) => [...row, ...more]),
      ]),
      words,
    )
    expect(says(report).join('\n')).toMatch(expected)
    expect(isClean(report)).toBe(false)
  })

  test('words that are not allowed are said once, at their cell', () => {
    const report = catalogueReport(
      sheetOf([
        ['事项名称', '类别', '服务方式', '服务对象'],
        ['甲', '其他', '政府购买服务', '低保对象'],
      ]),
      words,
    )
    expect(says(report)).toHaveLength(1)
    expect(report.problems[0]).toMatchObject({ line: 2, column: 'B', title: '类别' })
  })

  test('a formula is taken by its result and marked; one without a result, an error and merged cells are refused', () => {
    const head = ['事项名称', '标识', '计量单位', '说明']
    const row = ['助浴', 'bath', { value: '小时', formula: true }, { value: null, formula: true }]
    const report = catalogueReport(sheetOf([head, row], { merged: ['A2:A3', 'A1:B1'] }), words)
    expect(says(report)).toEqual([
      'error 2  A2:A3 是合并的单元格，只有左上角一格有内容',
      'note 2 计量单位 这一格是公式，按结果“小时”读取',
      'error 2 说明 这一格是公式，文件里没有它的结果',
    ])
    const error = sheetOf([head, ['助浴', 'bath', { value: null, error: '#REF!' }]])
    expect(says(catalogueReport(error, words))[0]).toContain('#REF!')
  })

  test('hidden rows are read and told, unknown and doubled columns are told, a sheet without headings is refused', () => {
    const hidden = sheetOf([
      ['事项名称', '标识', '单价', '标识'],
      ['助浴', 'bath', 5, null],
    ])
    const lines = hidden.lines.map((line) => (line.line === 2 ? { ...line, hidden: true } : line))
    expect(says(catalogueReport({ ...hidden, lines }, words))).toEqual([
      'note 1 单价 不认识这一列，没有读取',
      'error 1 标识 这一列出现了两次',
      'note 2  这一行在表里是隐藏的，也已读取',
    ])
    expect(
      says(
        catalogueReport(
          sheetOf([
            ['a', 'b'],
            ['c', 'd'],
          ]),
          words,
        ),
      )[0],
    ).toContain('没有找到标题行')
    expect(catalogueReport(sheetOf([]), words).missing).toEqual([])
  })

  test('more than 1,000 rows', () => {
    const rows = Array.from({ length: 1001 }, (_, n) => [`项${n}`, `k${n}`])
    expect(says(catalogueReport(sheetOf([['事项名称', '标识'], ...rows]), words))).toEqual([
      'error undefined  表里有 1001 行，最多 1000 行',
    ])
  })
})

test('headings are found below a title, with full-width letters and notes behind them', () => {
  const report = catalogueReport(
    sheetOf([['池州市服务事项清单'], [], [' 事项名称（必填）', '标识*', '计量单位'], ['助浴', 'bath', '天']]),
    words,
  )
  expect(report).toMatchObject({ problems: [], changed: [{ line: 4, titles: ['计量单位'] }] })
})

test('a locked catalogue takes new items as proposals only, and an approval begun must be whole', () => {
  const locked = { ...catalogue, locked: { by: '市民政局' } }
  expect(newItem(locked, locked.items).status).toBe('proposed')
  const copy = copyOfItem(locked, catalogue.items[1] as Item, locked.items)
  expect(copy).toMatchObject({ status: 'proposed', key: 'item-1' })
  expect(copy).not.toHaveProperty('approval')
  const report = catalogueReport(
    sheetOf([
      ['标识', '事项名称', '批复机关'],
      ['bath', '助浴', '省民政厅'],
    ]),
    words,
  )
  expect(says(report).join()).toMatch(/批复文号.*批复日期/s)
})

test('a key that other documents use is not changed; a row without one is found by its whole name', () => {
  const key = columns.find(({ id }) => id === 'key')
  expect(key?.locked?.(catalogue.items[0] as Item)).toContain('不能更改')
  const named = catalogueReport(
    sheetOf([
      ['事项名称', '计量单位'],
      ['助浴', '天'],
    ]),
    words,
  )
  expect(named.changed).toMatchObject([{ before: { key: 'bath' }, after: { unit: '天' } }])
  const aliases = columns.find(({ id }) => id === 'aliases')
  expect(aliases && cellText(aliases, catalogue.items[0] as Item)).toBe('洗浴、上门助浴')
})
