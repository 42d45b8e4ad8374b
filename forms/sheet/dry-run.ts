import { short } from './amount.ts'
import type { CellValue, Column } from './column.ts'
import { since1904 } from './date.ts'
import { headingOf } from './heading.ts'
import { cellText, isSame, readCell } from './read.ts'
import type { Problem, Report } from './report.ts'
import { columnNumber, letters, type Sheet, type SheetCell, type SheetLine } from './sheet.ts'

/** A table that a workbook is read into. */
export type Target<R> = {
  readonly rows: readonly R[]
  readonly columns: readonly Column<R>[]
  readonly rowKey: (row: R) => string
  /** The row that a line of the sheet means, by what it says in some columns; undefined: a new one. */
  readonly match: (says: (column: string) => string) => R | undefined
  /** A new empty row with a key of its own; `says` gives what the line has, `added` the new rows before it. */
  readonly create: (says: (column: string) => string, added: readonly { readonly row: R }[]) => R
  /** A column that we fill ourselves where the sheet leaves it empty: the key of a row. */
  readonly given?: string
  readonly mayChange: (row: R) => boolean
  /** The most rows the table may have. */
  readonly most: number
  /** What is wrong with a row as it would be; `all` = the table as it would be. */
  readonly faults: (
    row: R,
    all: readonly R[],
  ) => readonly { readonly column?: string; readonly message: string }[]
}

const NOT_YOURS = '这一行由市级维护，您不能修改'

/**
 * Reads a sheet against a table and says what would change; nothing is changed. An empty cell of a column that stands
 * in the sheet means "not set"; a column that does not stand there leaves the rows as they are.
 */
export function dryRun<R>(sheet: Sheet, target: Target<R>): Report<R> {
  const { columns, rowKey } = target
  const { heading, problems: first } = headingOf(sheet, columns)
  const nothing = { added: [], changed: [], unchanged: 0, missing: [] }
  if (!heading) return { ...nothing, problems: first }
  const problems: Problem[] = [...first, ...mergedCells(sheet, heading.line)]
  const lines = heading.below.filter(({ cells }) => cells.some((cell) => !isEmpty(cell)))
  if (lines.length > target.most)
    return {
      ...nothing,
      problems: [
        {
          level: 'error',
          says: `表里有 ${lines.length} 行，最多 ${target.most} 行`,
          remedy: '请分成几个文件',
        },
      ],
    }
  const added: { row: R; line: SheetLine }[] = []
  const changed: Report<R>['changed'][number][] = []
  const seen = new Map<R, number>()
  let unchanged = 0
  for (const line of lines) {
    if (line.hidden) problems.push({ level: 'note', line: line.line, says: '这一行在表里是隐藏的，也已读取' })
    const says = (id: string) => String(line.cells[heading.places.get(id) ?? -1]?.value ?? '').trim()
    const before = target.match(says)
    if (before !== undefined && seen.has(before)) {
      const says2 = `与第 ${seen.get(before)} 行是同一条`
      problems.push({
        level: 'error',
        line: line.line,
        says: says2,
        remedy: '请只保留一行，或改用不同的标识',
      })
      continue
    }
    if (before !== undefined) seen.set(before, line.line)
    const start = before ?? target.create(says, added)
    const read = readLine(line, heading.places, target, start, before !== undefined, sheet.from1904 === true)
    const titles = before === undefined ? [] : differences(columns, before, read.row)
    const mine = target.mayChange(before ?? read.row) && target.mayChange(read.row)
    if (!mine && (before === undefined || titles.length > 0 || read.problems.length > 0)) {
      problems.push({
        level: 'error',
        line: line.line,
        says: NOT_YOURS,
        remedy: '请恢复原样，或从表中删去这一行',
      })
      continue
    }
    problems.push(...read.problems)
    if (before === undefined) added.push({ row: read.row, line })
    else if (titles.length > 0) changed.push({ line: line.line, before, after: read.row, titles })
    else unchanged += 1
  }
  const missing = target.rows.filter((row) => !seen.has(row) && target.mayChange(row))
  const after = new Map(changed.map((one) => [rowKey(one.before), one.after]))
  const all = [...target.rows.map((row) => after.get(rowKey(row)) ?? row), ...added.map(({ row }) => row)]
  if (all.length > target.most)
    problems.push({ level: 'error', says: `导入后共有 ${all.length} 行，最多 ${target.most} 行` })
  const told = new Set(problems.map(({ line, title }) => `${line} ${title}`))
  for (const { row, line } of [
    ...added.map((one) => ({ row: one.row, line: one.line.line })),
    ...changed.map((one) => ({ row: one.after, line: one.line })),
  ])
    for (const fault of target.faults(row, all)) {
      const column = columns.find(({ id }) => id === fault.column)
      if (column && told.has(`${line} ${column.title}`)) continue
      const place = column && heading.places.get(column.id)
      problems.push({
        level: 'error',
        line,
        ...(place !== undefined && { column: letters(place) }),
        ...(column && { title: column.title }),
        says: fault.message,
      })
    }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { problems, added: added.map(({ row }) => row), changed, unchanged, missing }
}

/** One line into one row; what does not fit is said with its column and leaves the row as it is. */
function readLine<R>(
  line: SheetLine,
  places: ReadonlyMap<string, number>,
  { columns, given }: Pick<Target<R>, 'columns' | 'given'>,
  start: R,
  known: boolean,
  from1904: boolean,
): { readonly row: R; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let row = start
  for (const column of columns) {
    const at = places.get(column.id)
    if (at === undefined) continue
    const cell = line.cells[at]
    const place = { line: line.line, column: letters(at), title: column.title }
    if (cell?.error !== undefined) {
      problems.push({
        level: 'error',
        ...place,
        says: `这一格是错误值 ${cell.error}`,
        remedy: '请改成正确的内容',
      })
      continue
    }
    if (cell?.formula && cell.value === null) {
      const remedy = '请用 Excel 打开并保存一次，或改成数值'
      problems.push({ level: 'error', ...place, says: '这一格是公式，文件里没有它的结果', remedy })
      continue
    }
    const value = dated(column.kind, cell?.value ?? null, from1904)
    // What is only shown is not read back: it is in the workbook for people.
    if (column.id === given && String(value ?? '').trim() === '') continue
    if (column.kind === 'shown' || (known && isSame(column, row, value))) continue
    if (cell?.formula)
      problems.push({
        level: 'note',
        ...place,
        says: `这一格是公式，按结果“${short(String(cell.value))}”读取`,
      })
    const read = readCell(column, row, value)
    if ('wrong' in read) problems.push({ level: 'error', ...place, says: read.wrong })
    else row = read.row
  }
  return { row, problems }
}

const dated = (kind: string, value: CellValue, from1904: boolean): CellValue =>
  kind === 'date' && from1904 && typeof value === 'number' ? value + since1904 : value

const isEmpty = (cell: SheetCell | undefined): boolean =>
  cell === undefined || (!cell.formula && cell.error === undefined && String(cell.value ?? '').trim() === '')

const differences = <R>(columns: readonly Column<R>[], before: R, after: R): readonly string[] =>
  columns.filter((column) => cellText(column, before) !== cellText(column, after)).map(({ title }) => title)

/** Only the first cell of a merged range holds anything, so the others would be read as empty. */
function mergedCells({ merged }: Sheet, heading: number): readonly Problem[] {
  return merged.flatMap((range): Problem[] => {
    const [, name = '', from, to] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(range) ?? []
    if (Number(to) <= heading || columnNumber(name) < 0) return []
    const says = `${range} 是合并的单元格，只有左上角一格有内容`
    return [{ level: 'error', line: Number(from), column: name, says, remedy: '请取消合并，每一格都填写' }]
  })
}
