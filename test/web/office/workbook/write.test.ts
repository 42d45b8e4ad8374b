import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell, Page } from '../../../../web/office/workbook/page.ts'
import { readSheet } from '../../../../web/office/workbook/read.ts'
import { workbook } from '../../../../web/office/workbook/write.ts'
import { partOf } from './files.ts'

const text = (value: string): Cell => ({ value, look: 'text' })
const page = (rows: Page['rows'], more: Partial<Page> = {}): Page => ({
  name: '表',
  rows,
  widths: [],
  ...more,
})
const own = async (file: Blob) => readSheet(await file.arrayBuffer(), { names: [], most: 100 })

test('another program reads every page: words as words, numbers as numbers, days as days, nothing as nothing', async () => {
  const file = await workbook([
    page([
      [
        { value: '名称', look: 'head' },
        { value: '价', look: 'must' },
      ],
      [
        { value: 19.99, look: 'sum' },
        { value: 0.125, look: 'share' },
        { value: 7, look: 'count' },
      ],
      [],
      [null, { value: 46_388, look: 'date' }, { value: '引"号<&>\n二', look: 'lines' }],
    ]),
    page([[text('1')]], { name: '说明 & <二>' }),
  ])
  const [first, second] = await readXlsxFile(Buffer.from(await file.arrayBuffer()))
  expect(first?.data).toEqual([
    ['名称', '价', null],
    [19.99, 0.125, 7],
    [null, null, null],
    [null, new Date('2027-01-01T00:00:00Z'), '引"号<&>\n二'],
  ])
  expect([second?.sheet, second?.data]).toEqual(['说明 & <二>', [['1']]])
})

test('looks as was asked: bold headings, widths, text format, and what stays in sight', async () => {
  const file = await workbook([
    page([[{ value: '名', look: 'head' }, text('=1')]], {
      widths: [14, 80],
      still: { rows: 1, columns: 0 },
    }),
  ])
  const sheet = await partOf(file, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<col min="2" max="2" width="80" customWidth="1"/>')
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  const styles = await partOf(file, 'xl/styles.xml')
  const cells = [...styles.matchAll(/<xf[\s/][^>]*>/g)].map(([xf]) => xf).slice(1)
  const styleOf = (place: string) =>
    cells[Number(new RegExp(`<c r="${place}" s="(\\d+)"`).exec(sheet)?.[1] ?? -1)]
  expect(styleOf('A1')).toContain('fontId="1"')
  expect(/<fonts count="3"><font>.*?<\/font><font><b\/>/.test(styles)).toBe(true)
  expect(styleOf('B1')).toContain('numFmtId="49"')
})

test('hostile words are no formula, no markup and no control character', async () => {
  const hostile = ['=1+1', '@SUM(A1)', '</t></is></c><c r="Z9"><f>1</f>', '_x0041_', ' 前后 ', 'a\u0000b']
  const file = await workbook([page([hostile.map(text)])])
  expect(await partOf(file, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s>]/)
  expect((await own(file)).lines[0]?.cells).toEqual(
    [...hostile.slice(0, -1), 'ab'].map((value) => ({ value })),
  )
})

test('a number that is none is left out, so that the file opens', async () => {
  const numbers = [Number.NaN, Number.POSITIVE_INFINITY, 1].map((value): Cell => ({ value, look: 'count' }))
  const file = await workbook([page([numbers])])
  expect((await own(file)).lines[0]?.cells).toEqual([undefined, undefined, { value: 1 }])
})
