import { fenOfText, plain, short, shownNumber, type Typed, textOfFen } from './amount.ts'
import { BETWEEN, choiceOfText, choicesOfText, wordOf } from './choice.ts'
import type { CellValue, Column } from './column.ts'
import { dateOfSerial, dateOfText, serialOfDate } from './date.ts'

/** A row with one cell changed, or why the cell was not taken, in words that say what to do. */
export type ReadCell<R> = { readonly row: R } | { readonly wrong: string }

const YES = new Set(['是', '有', '√', '✓', '☑', '对', 'y', 'yes', 'true', '1', '已列入'])
const NO = new Set(['否', '无', '没有', '不', '×', '✗', '☐', 'n', 'no', 'false', '0', '未列入'])
const OPEN = new Set(['', '未填写', '未填', '不详', '—', '-'])
/** How a yes, a no and an open answer are written. */
export const FLAG = { yes: '是', no: '否', open: '未填写' } as const

/**
 * Reads what stands in a cell (typed, pasted, or of a workbook) into a row. An empty cell is "not set". Nothing is
 * guessed: what does not fit leaves the row as it is and says why.
 */
export function readCell<R>(column: Column<R>, row: R, cell: CellValue): ReadCell<R> {
  const take = <V>(
    typed: Typed<V>,
    set: (row: R, value: V) => R,
    empty: (value: V) => boolean,
  ): ReadCell<R> => {
    if ('wrong' in typed) return typed
    if (column.required && empty(typed.value)) return { wrong: `${column.title}不能为空` }
    return { row: set(row, typed.value) }
  }
  const text = textOf(cell)
  const locked = column.locked?.(row)
  if (locked !== undefined) return isSame(column, row, cell) ? { row } : { wrong: locked }
  const unset = (value: unknown) => value === undefined || value === null
  switch (column.kind) {
    case 'text':
      return take(lineOf(column, text), column.set, unset)
    case 'number':
      return take(numberOf(column, text), column.set, unset)
    case 'money':
      return take(fenOfText(text), column.set, unset)
    case 'date':
      return take(dateOfCell(cell), column.set, unset)
    case 'choice':
      return take(choiceOfText(column.within ?? column.options, text), column.set, unset)
    case 'choices':
      return take(choicesOfText(column.options, text), column.set, (value) => value.length === 0)
    case 'flag':
      return take(flagOf(column.blank, text), column.set, () => false)
    case 'shown':
      return text.trim() === column.get(row).trim()
        ? { row }
        : { wrong: `${column.title}只供查看，不能在这里修改` }
  }
}

/** What a cell holds, as words. Amounts come without thousands. */
export function cellText<R>(column: Column<R>, row: R): string {
  switch (column.kind) {
    case 'text':
    case 'date':
      return column.get(row) ?? ''
    case 'number': {
      const value = column.get(row)
      return value === null ? '' : String(value)
    }
    case 'money': {
      const fen = column.get(row)
      return fen === null ? '' : textOfFen(fen)
    }
    case 'choice': {
      const value = column.get(row)
      return value === undefined ? '' : wordOf(column.options, value)
    }
    case 'choices':
      return column
        .get(row)
        .map((value) => wordOf(column.options, value))
        .join(BETWEEN)
    case 'flag': {
      const value = column.get(row)
      return value === null ? '' : value ? FLAG.yes : FLAG.no
    }
    case 'shown':
      return column.get(row)
  }
}

/** Whether a cell says what the row already holds, however it is written. */
export function isSame<R>(column: Column<R>, row: R, cell: CellValue): boolean {
  if (textOf(cell).trim() === cellText(column, row).trim()) return true
  const { locked: _, ...free } = column
  if (column.kind === 'shown') return false
  const read = readCell(free as Column<R>, row, cell)
  return 'row' in read && cellText(column, read.row) === cellText(column, row)
}

/** What a cell of a workbook holds: a number where Excel should count with it, a day number for a date, else words. */
export function workbookValue<R>(column: Column<R>, row: R): CellValue {
  const text = cellText(column, row)
  if (text === '') return null
  if (column.kind === 'date') return serialOfDate(text)
  return column.kind === 'number' || column.kind === 'money' ? Number(text) : text
}

const textOf = (cell: CellValue): string =>
  cell === null
    ? ''
    : typeof cell === 'number'
      ? shownNumber(cell)
      : typeof cell === 'boolean'
        ? cell
          ? '是'
          : '否'
        : cell

type Of<K extends Column<never>['kind']> = Extract<Column<never>, { kind: K }>

function lineOf(
  { most = 100, fits, title }: Pick<Of<'text'>, 'most' | 'fits' | 'title'>,
  text: string,
): Typed<string | undefined> {
  const value = text.replaceAll(/\r\n?/g, '\n').trim()
  if (value === '') return { value: undefined }
  if (value.length > most) return { wrong: `${title}最多 ${most} 个字，现在是 ${value.length} 个字` }
  return fits && !fits.pattern.test(value) ? { wrong: `“${short(value)}”不合要求：${fits.says}` } : { value }
}

function numberOf(
  { least = 0, most = Number.MAX_SAFE_INTEGER, decimals = 0, title }: Omit<Of<'number'>, 'get' | 'set'>,
  typed: string,
): Typed<number | null> {
  const text = plain(typed).replaceAll(/,(?=\d{3}(\D|$))/g, '')
  if (text === '') return { value: null }
  const parts = /^-?\d{1,15}(?:\.(\d+))?$/.exec(text)
  if (!parts) return { wrong: `“${short(typed)}”不是数字` }
  const value = Number(text)
  if ((parts[1] ?? '').replace(/0+$/, '').length > decimals)
    return { wrong: decimals === 0 ? `${title}应为整数` : `${title}最多 ${decimals} 位小数` }
  if (value < least) return { wrong: `${title}不能小于 ${least}` }
  return value > most ? { wrong: `${title}不能大于 ${most}` } : { value }
}

function dateOfCell(cell: CellValue): Typed<string | undefined> {
  if (typeof cell !== 'number') return dateOfText(textOf(cell))
  // 20270101 typed as a number is no day number.
  if (cell >= 10_000_000) return dateOfText(String(cell))
  const date = dateOfSerial(cell)
  return date ? { value: date } : { wrong: `“${cell}”不是日期，请写作 2027-01-01` }
}

function flagOf(blank: boolean, typed: string): Typed<boolean | null> {
  const word = plain(typed).toLowerCase()
  if (YES.has(word)) return { value: true }
  if (NO.has(word)) return { value: false }
  if (OPEN.has(word)) return { value: blank ? null : false }
  return { wrong: `“${short(typed)}”请填写“是”或“否”${blank ? '，不清楚时留空' : ''}` }
}
