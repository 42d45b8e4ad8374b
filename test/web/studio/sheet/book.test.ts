import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { readSheet } from '../../../../web/office/workbook/read.ts'
import { workbook } from '../../../../web/office/workbook/write.ts'
import { pagesOf, WORDS } from '../../../../web/studio/sheet/book.ts'
import { columns, type Row, some } from '../../office/rows.ts'
import { partOf } from '../../office/workbook/files.ts'

const book = (rows: readonly Row[]) => workbook(pagesOf({ name: '服务事项', columns, rows }))

test('another program reads what is written: headings, words for keys, numbers, and the allowed words', async () => {
  const file = Buffer.from(
    await (await book([...some(2), { key: 'x', name: '引"号<&>', price: null }])).arrayBuffer(),
  )
  const [main, words] = await readXlsxFile(file)
  expect([main?.sheet, words?.sheet]).toEqual(['服务事项', WORDS])
  expect(main?.data).toEqual([
    ['名称', '单价', '单位'],
    ['第0项', 0, '次'],
    ['第1项', 1, '次'],
    ['引"号<&>', null, null],
  ])
  expect(words?.data.slice(0, 3)).toEqual([['单位'], ['次'], ['月']])
  const sheet = await partOf(new Blob([file]), 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain(`sqref="C2:C2000"><formula1>'${WORDS}'!$A$2:$A$3</formula1>`)
  expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"')
})

test('no cell is a formula, whatever the words begin with, also when somebody edits it', async () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")', '=cmd|x!A1']
  const file = await book(hostile.map((name, n) => ({ key: `k${n}`, name, price: null })))
  const xml = await partOf(file, 'xl/worksheets/sheet1.xml')
  expect(xml).not.toMatch(/<f[\s>]/)
  const cells = [...xml.matchAll(/<c r="A(\d+)" s="(\d+)"( t="inlineStr")?>/g)].slice(1)
  expect(cells).toHaveLength(hostile.length)
  // Style 3 is the text format: it keeps Excel from reading the words anew.
  for (const [, , style, type] of cells) expect([style, type]).toEqual(['3', ' t="inlineStr"'])
  expect(await partOf(file, 'xl/styles.xml')).toContain('<xf numFmtId="49" applyNumberFormat="1"/>')
  const sheet = await readSheet(await file.arrayBuffer(), { names: [], most: 100 })
  expect(sheet.lines.slice(1).map(({ cells: [cell] }) => cell)).toEqual(hostile.map((value) => ({ value })))
})

test('characters that a workbook cannot hold are left out, and ten thousand rows are written and read', async () => {
  const rows = some(10_000).map((row, n) => (n === 0 ? { ...row, name: 'a\u0000b\u000bc' } : row))
  const file = await book(rows)
  const sheet = await readSheet(await file.arrayBuffer(), { names: ['服务事项'], most: 10_000 })
  expect(sheet.lines).toHaveLength(10_001)
  expect(sheet.lines[1]?.cells[0]?.value).toBe('abc')
  expect(sheet.lines[10_000]?.cells.map((cell) => cell?.value)).toEqual(['第9999项', 9999, '次'])
})
