/** Words that Excel would take for a formula when they are pasted into it, or whose mark would be taken for ours. */
const FORMULA = /^'*[=+@-]/
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

/** One cell for the clipboard: quoted where it holds a tab, a line break or a quote; never a formula. */
function quoted(text: string): string {
  const safe = FORMULA.test(text) && !isNumber(text) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A block of cells as Excel puts it on the clipboard and takes it from there. */
export const toTsv = (block: readonly (readonly string[])[]): string =>
  block.map((row) => row.map(quoted).join('\t')).join('\r\n')

/** What Excel puts on the clipboard: tabs between cells, quotes around a cell that holds tabs, line breaks or quotes. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|[^\t\r\n]*/y
  for (let at = 0; at <= text.length; ) {
    pattern.lastIndex = at
    const [whole = '', inner] = pattern.exec(text) ?? []
    row.push(unguarded(inner === undefined ? whole : inner.replaceAll('""', '"')))
    at += whole.length
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    // Excel ends the block with a line break, after which no row follows.
    if (at >= text.length) break
  }
  return rows
}

/** The mark that keeps Excel from reading a formula is no part of the words. */
const unguarded = (cell: string): string => (/^'+[=+@-]/.test(cell) ? cell.slice(1) : cell)

/** The same block as a table, in which every cell is declared as text: Excel prefers it. */
export function toHtml(block: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    isNumber(text)
      ? `<td>${text}</td>`
      : `<td style='mso-number-format:"\\@"'>${escaped(text).replaceAll('\n', '<br>')}</td>`
  return `<table>${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
