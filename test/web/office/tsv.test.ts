import { describe, expect, test } from 'vitest'
import { fromTsv, toHtml, toTsv } from '../../../web/office/grid/tsv.ts'
import { fc } from '../../chance.ts'

describe('the clipboard', () => {
  test('reads what Excel writes: quotes, tabs and line breaks within a cell, an end of line behind the last row', () => {
    expect(fromTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(fromTsv('"两\n行"\t"他说""好"""\t5" 管\n\tx')).toEqual([
      ['两\n行', '他说"好"', '5" 管'],
      ['', 'x'],
    ])
    expect(fromTsv('')).toEqual([['']])
    expect(fromTsv('一格')).toEqual([['一格']])
    expect(fromTsv('"没有结束\tb')).toEqual([['"没有结束', 'b']])
  })

  test('gives every block back', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', "'", '\t', '\n', '\r', '=', '-', '@', '1', '中', ' ', '\ud800'),
    })
    const width = fc.integer({ min: 1, max: 4 })
    const block = width.chain((n) =>
      fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }),
    )
    fc.assert(
      fc.property(block, (rows) => {
        // Excel itself cannot tell a single empty cell at the end from no row.
        fc.pre(rows.length === 1 || rows.at(-1)?.join('') !== '')
        expect(fromTsv(toTsv(rows))).toEqual(rows)
      }),
    )
  })

  test('never hands Excel a formula, and takes its guard off again', () => {
    expect(toTsv([['=HYPERLINK("x")', '+1-2', '@a', '-5', '-=1']])).toBe(
      `"'=HYPERLINK(""x"")"\t'+1-2\t'@a\t-5\t'-=1`,
    )
    expect(fromTsv("'=1+1\t'ok")).toEqual([['=1+1', "'ok"]])
    expect(fromTsv(toTsv([["'=1+1", "''-", "'"]]))).toEqual([["'=1+1", "''-", "'"]])
    expect(toHtml([['<b>&"', '12.50']])).toBe(
      `<table><tr><td style='mso-number-format:"\\@"'>&lt;b&gt;&amp;&quot;</td><td>12.50</td></tr></table>`,
    )
  })
})
