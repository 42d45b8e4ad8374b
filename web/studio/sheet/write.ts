import { type CellValue, type Column, cellText, letters, workbookValue } from '#forms/sheet'
import { archive } from './archive.ts'

const escaped = (text: string): string =>
  text
    // Characters that XML cannot hold at all.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Styles of the sheet below, by place: plain, heading, heading that must be filled, text, amount, date. */
const STYLE = { head: 1, must: 2, text: 3, amount: 4, date: 5, number: 6 } as const

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Words stand as texts in text format, so that `=1+1` stays what it is, even when somebody edits the cell. */
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FFAD2119"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9F1FA"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs></styleSheet>`

const cell = (at: string, value: CellValue, style: number): string => {
  if (value === null || value === '') return `<c r="${at}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`
}

const rowOf = (line: number, cells: readonly string[]): string => `<row r="${line}">${cells.join('')}</row>`

const styleOf = <R>({ kind }: Column<R>): number =>
  kind === 'money'
    ? STYLE.amount
    : kind === 'date'
      ? STYLE.date
      : kind === 'number'
        ? STYLE.number
        : STYLE.text

/** The words that a column allows; undefined where it is typed freely. */
const allowed = <R>(column: Column<R>): readonly string[] | undefined => {
  if (column.kind === 'flag') return column.blank ? ['是', '否', '未填写'] : ['是', '否']
  if (column.kind !== 'choice' && column.kind !== 'choices') return undefined
  const options = column.kind === 'choice' ? (column.within ?? column.options) : column.options
  return options.map(({ value, label }) =>
    options.some((other) => other.value !== value && other.label === label) ? `${label}（${value}）` : label,
  )
}

/** Rows that a list of words is offered for. */
const LISTED = 2000

export type Book<R> = {
  /** Name of the first sheet. */
  readonly name: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}

/** Name of the sheet with the allowed words. */
export const WORDS = '可选词语'

/**
 * A workbook that a person can edit and bring back: headings in the first line, one row a line, and a second sheet with
 * the words that each column allows, from which Excel offers a list.
 */
export function workbook<R>({ name, columns, rows }: Book<R>): Promise<Blob> {
  const worded = columns.flatMap((column, at) => {
    const words = allowed(column)
    return words ? [{ column, at, words }] : []
  })
  return archive({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${[1, 2].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/><sheet name="${WORDS}" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${[1, 2].map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': mainSheet(columns, rows, worded),
    'xl/worksheets/sheet2.xml': wordSheet(columns, worded),
  })
}

type Worded<R> = readonly {
  readonly column: Column<R>
  readonly at: number
  readonly words: readonly string[]
}[]

const sheetOf = (columns: string, data: string, after = ''): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${data}</sheetData>${after}</worksheet>`

const widths = (each: readonly number[]): string =>
  each.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')

function mainSheet<R>(columns: readonly Column<R>[], rows: readonly R[], worded: Worded<R>): string {
  const head = columns.map(({ title, required }, at) =>
    cell(`${letters(at)}1`, title, required ? STYLE.must : STYLE.head),
  )
  const data = rows.map((row, n) =>
    rowOf(
      n + 2,
      columns.map((column, at) =>
        cell(`${letters(at)}${n + 2}`, workbookValue(column, row), styleOf(column)),
      ),
    ),
  )
  // A cell that holds several words cannot be chosen from a list.
  const lists = worded
    .map(({ column, at, words }, place) => ({ column, at, words, from: letters(place) }))
    .filter(({ column, words }) => column.kind !== 'choices' && words.length > 0)
    .map(
      ({ at, words, from }) =>
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" error="这个词语不在可选词语里" sqref="${letters(at)}2:${letters(at)}${LISTED}"><formula1>'${WORDS}'!$${from}$2:$${from}$${words.length + 1}</formula1></dataValidation>`,
    )
  const validations =
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
  const width = columns.map((column) =>
    Math.max(
      12,
      Math.min(
        40,
        ...[
          Math.max(
            column.title.length * 2 + 2,
            ...rows.slice(0, 50).map((row) => cellText(column, row).length * 1.6),
          ),
        ],
      ),
    ),
  )
  return sheetOf(widths(width), rowOf(1, head) + data.join(''), validations)
}

function wordSheet<R>(columns: readonly Column<R>[], worded: Worded<R>): string {
  const most = Math.max(0, ...worded.map(({ words }) => words.length))
  const lines = Array.from({ length: most }, (_, n) =>
    rowOf(
      n + 2,
      worded.flatMap(({ words }, at) =>
        words[n] === undefined ? [] : [cell(`${letters(at)}${n + 2}`, words[n], STYLE.text)],
      ),
    ),
  )
  const head = worded.map(({ column }, at) => cell(`${letters(at)}1`, column.title, STYLE.head))
  const hints = columns.flatMap(({ title, hint }) => (hint ? [[title, hint]] : []))
  const notes = hints.map(([title = '', hint = ''], n) =>
    rowOf(most + 4 + n, [
      cell(`A${most + 4 + n}`, title, STYLE.head),
      cell(`B${most + 4 + n}`, hint, STYLE.text),
    ]),
  )
  return sheetOf(widths(worded.map(() => 24)), rowOf(1, head) + lines.join('') + notes.join(''))
}
