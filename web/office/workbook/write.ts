import { letters } from '#forms/sheet'
import { archive } from './archive.ts'
import { looks } from './looks.ts'
import { type Cell, LOOKS, type Offer, type Page } from './page.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Rows that a list of words is offered for. */
const OFFERED = 2000

const escaped = (text: string): string =>
  text
    // Characters that XML cannot hold at all.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    // Excel reads `_x0041_` as the character of that number.
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** An xlsx file of these pages. Words stand as words, never as formulas; numbers as numbers. */
export function workbook(pages: readonly Page[]): Promise<Blob> {
  const each = (draw: (n: number, page: Page) => string) =>
    pages.map((page, at) => draw(at + 1, page)).join('')
  const sheets = pages.map((page, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(page)] as const)
  return archive({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, { name }) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${pages.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${looks}</styleSheet>`,
    ...Object.fromEntries(sheets),
  })
}

function sheetOf({ widths, rows, still, offers = [] }: Page): string {
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const data = rows.map(
    (cells, n) =>
      `<row r="${n + 1}">${cells.map((cell, at) => (cell ? cellOf(`${letters(at)}${n + 1}`, cell) : '')).join('')}</row>`,
  )
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">`,
    still ? `<sheetViews><sheetView workbookViewId="0">${paneOf(still)}</sheetView></sheetViews>` : '',
    columns === '' ? '' : `<cols>${columns}</cols>`,
    `<sheetData>${data.join('')}</sheetData>`,
    offers.length > 0
      ? `<dataValidations count="${offers.length}">${offers.map(offerOf).join('')}</dataValidations>`
      : '',
    '</worksheet>',
  ].join('')
}

function cellOf(at: string, { value, look }: Cell): string {
  const style = LOOKS.indexOf(look)
  // A number that is none would make Excel call the whole file broken.
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value)))
    return `<c r="${at}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`
}

function paneOf({ rows, columns }: NonNullable<Page['still']>): string {
  const pane = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft'
  const split = [columns > 0 ? ` xSplit="${columns}"` : '', rows > 0 ? ` ySplit="${rows}"` : ''].join('')
  return `<pane${split} topLeftCell="${letters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`
}

const offerOf = ({ column, page, from, count }: Offer): string =>
  `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" error="这个词语不在可选词语里" sqref="${letters(column)}2:${letters(column)}${OFFERED}"><formula1>'${escaped(page)}'!$${letters(from)}$2:$${letters(from)}$${count + 1}</formula1></dataValidation>`
