import { expect, test } from 'vitest'
import { dayStyles } from '../../../../web/office/workbook/styles.ts'

const shows = (format: string) =>
  dayStyles(
    `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><x:cellXfs count="2"><x:xf numFmtId="0"/><x:xf numFmtId="170"><x:alignment/></x:xf></x:cellXfs></styleSheet>`,
  )

test('a style that shows a day is told from one that shows an amount', () => {
  for (const format of ['yyyy-mm-dd', 'yyyy&quot;年&quot;m&quot;月&quot;', '[$-804]d/m', 'h:mm'])
    expect(shows(format), format).toEqual([false, true])
  for (const format of ['0.00', '#,##0.00&quot;days&quot;', '[Red]0.00', 'General', '0\\d', '_m0'])
    expect(shows(format), format).toEqual([false, false])
})

test('the formats that need no name are known, and what is none breaks nothing', () => {
  expect(
    dayStyles('<cellXfs><xf numFmtId="14"/><xf numFmtId="2"/><xf/><xf numFmtId="57"/></cellXfs>'),
  ).toEqual([true, false, false, true])
  for (const text of ['', '<cellXfs>', '<cellXfs></cellXfs>']) expect(dayStyles(text)).toEqual([])
})
