import { type Column, cellText, workbookValue } from '#forms/sheet'
import type { Cell, Page } from '../../office/workbook/page.ts'

export type Book<R> = {
  /** Name of the first sheet. */
  readonly name: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}

/** Name of the sheet with the allowed words. */
export const WORDS = '可选词语'

const still = { rows: 1, columns: 1 } as const
const head = (value: string): Cell => ({ value, look: 'head' })
const text = (value: string): Cell => ({ value, look: 'text' })

const lookOf = <R>({ kind }: Column<R>): Cell['look'] =>
  kind === 'money' ? 'amount' : kind === 'date' || kind === 'number' ? kind : 'text'

/** The words that a column allows; undefined where it is typed freely. */
const allowed = <R>(column: Column<R>): readonly string[] | undefined => {
  if (column.kind === 'flag') return column.blank ? ['是', '否', '未填写'] : ['是', '否']
  if (column.kind !== 'choice' && column.kind !== 'choices') return undefined
  const options = column.kind === 'choice' ? (column.within ?? column.options) : column.options
  return options.map(({ value, label }) =>
    options.some((other) => other.value !== value && other.label === label) ? `${label}（${value}）` : label,
  )
}

/**
 * A table as a workbook that a person can edit and bring back: headings in the first line, one row a line, and a second
 * sheet with the words that each column allows, from which Excel offers a list.
 */
export function pagesOf<R>(book: Book<R>): readonly Page[] {
  const worded = book.columns.flatMap((column, at) => {
    const words = allowed(column)
    return words ? [{ column, at, words }] : []
  })
  return [mainPage(book, worded), wordPage(book.columns, worded)]
}

type Worded<R> = readonly {
  readonly column: Column<R>
  readonly at: number
  readonly words: readonly string[]
}[]

const mainPage = <R>({ name, columns, rows }: Book<R>, worded: Worded<R>): Page => ({
  name,
  still,
  widths: columns.map((column) => {
    const longest = Math.max(0, ...rows.slice(0, 50).map((row) => cellText(column, row).length * 1.6))
    return Math.max(12, Math.min(40, Math.max(column.title.length * 2 + 2, longest)))
  }),
  rows: [
    columns.map(({ title, required }): Cell => ({ value: title, look: required ? 'must' : 'head' })),
    ...rows.map((row) =>
      columns.map((column): Cell => ({ value: workbookValue(column, row), look: lookOf(column) })),
    ),
  ],
  offers: worded
    .map(({ column, at, words }, from) => ({
      kind: column.kind,
      column: at,
      page: WORDS,
      from,
      count: words.length,
    }))
    // A cell that holds several words cannot be chosen from a list.
    .filter(({ kind, count }) => kind !== 'choices' && count > 0),
})

function wordPage<R>(columns: readonly Column<R>[], worded: Worded<R>): Page {
  const most = Math.max(0, ...worded.map(({ words }) => words.length))
  const lines = Array.from({ length: most }, (_, n) =>
    worded.map(({ words }) => (words[n] === undefined ? null : text(words[n]))),
  )
  const notes = columns.flatMap(({ title, hint }) => (hint ? [[head(title), text(hint)]] : []))
  return {
    name: WORDS,
    still,
    widths: worded.map(() => 24),
    rows: [worded.map(({ column }) => head(column.title)), ...lines, [], [], ...notes],
  }
}
