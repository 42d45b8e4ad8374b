import { attribute } from './xml.ts'

/** Formats of days and times that every workbook has without naming them, also those of Chinese ones. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a number format shows a day: words in quotes, colours and signs that stand for themselves do not count. */
const showsDay = (format: string): boolean =>
  /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')) && !/general/i.test(format)

/** By number of a cell's style: whether it shows its number as a day. `text` is `xl/styles.xml`. */
export function dayStyles(text: string): readonly boolean[] {
  const formats = new Map(
    [...text.matchAll(/<(?:\w+:)?numFmt\s[^<>]*>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId') ?? '',
      attribute(tag, 'formatCode') ?? '',
    ]),
  )
  const from = text.search(/<(?:\w+:)?cellXfs[\s>]/)
  const end = text.search(/<\/(?:\w+:)?cellXfs\s*>/)
  if (from < 0 || end < from) return []
  const cells = text.slice(from, end)
  return [...cells.matchAll(/<(?:\w+:)?xf(?=[\s/>])[^<>]*>/g)].map(([tag]) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    const format = formats.get(id)
    return format === undefined ? builtIn(Number(id)) : showsDay(format)
  })
}
