import { expect, test } from 'vitest'
import write from 'write-excel-file/node'
import type { CellValue, Sheet, SheetCell } from '#forms/sheet'
import { readSheet } from '../../../../web/office/workbook/read.ts'
import { workbook } from '../../../../web/office/workbook/write.ts'
import { type Imported, isFailure } from '../../../../web/studio/import/imported.ts'
import { readList, rowsMost } from '../../../../web/studio/import/read-list.ts'
import { templatePages } from '../../../../web/studio/import/template.ts'
import { sheetOf } from '../../../forms/sheet/lines.ts'

const head = ['题目', '类型', '选项']
const listed = (rows: readonly (readonly (CellValue | SheetCell)[])[], more: Partial<Sheet> = {}) =>
  readList(sheetOf([head, ...rows], more), '摸底表.xlsx')
const taken = (one: ReturnType<typeof readList>): Imported => {
  if (isFailure(one)) throw new Error(one.failed)
  return one
}
const said = (one: ReturnType<typeof readList>) => one.lines.map(({ place, level }) => `${place} ${level}`)

test('a list that another program wrote becomes a form that is called by its file', async () => {
  const file = await write([
    head.map((value) => ({ value })),
    [{ value: '姓名' }, { value: '单行文字' }],
    [{ value: '=1+1', type: 'Formula' as const }],
  ]).toBuffer()
  const sheet = await readSheet(new Uint8Array(file).buffer, { names: [], most: rowsMost })
  const { form, lines } = taken(readList(sheet, '摸底表.xlsx'))
  expect(form).toMatchObject({ title: '摸底表', definition: { components: [{ label: '姓名' }] } })
  expect(lines).toContainEqual(expect.objectContaining({ level: 'changed', place: '单元格 A3' }))
})

test('the template is a list that is taken whole', async () => {
  const file = await workbook(templatePages())
  const sheet = await readSheet(await file.arrayBuffer(), { names: [], most: rowsMost })
  expect(sheet.name).toBe('题目清单')
  expect(taken(readList(sheet, '')).lines).toEqual([])
})

test('cells with a formula or an error are named, at most fifty of them', () => {
  const formula = { value: '数字', formula: true }
  expect(
    said(
      listed([
        ['甲', formula],
        ['乙', '数字', { value: null, error: '#N/A' }],
      ]),
    ),
  ).toEqual(['单元格 B2 changed', '单元格 C3 lossy'])
  expect(said(listed(Array(80).fill(['甲', formula])))).toHaveLength(50)
})

test('what Excel made a day of is written out, also where days count from 1904', () => {
  const options = (value: number, more: Partial<Sheet> = {}) =>
    JSON.stringify(taken(listed([['何时', '单选', { value, day: true }]], more)).form)
  expect(options(46_388)).toContain('2027-01-01')
  expect(options(46_388 - 1462, { from1904: true })).toContain('2027-01-01')
})

test('rows keep their numbers across empty ones, down to the last line that a sheet has', () => {
  const { lines } = sheetOf([head, ['甲', '数字'], ['乙', '天书']])
  const far = lines.map((one, at) => (at === 2 ? { ...one, line: 1_048_576 } : one))
  expect(said(listed([], { lines: far }))).toEqual(['第 1048576 行“类型” refused'])
})

test('a list without questions says so', () => {
  for (const rows of [[], [['甲', '天书']]]) expect(isFailure(listed(rows))).toBe(true)
  expect(isFailure(readList(sheetOf([]), 'x.xlsx'))).toBe(true)
})
