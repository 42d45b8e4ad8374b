import type { Column } from './column.ts'
import type { Problem } from './report.ts'
import { letters, type Sheet, type SheetLine } from './sheet.ts'

/** Column numbers of a sheet by the id of the table's column, and the lines below the headings. */
export type Heading = {
  readonly line: number
  readonly places: ReadonlyMap<string, number>
  readonly below: readonly SheetLine[]
}

/** Titles are looked for in so many lines from the top: above them people put a title of the whole sheet. */
const SEARCHED = 10

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s*]/g, '')
    .replace(/[(（].*$/, '')

const titleOf = (line: SheetLine, at: number): string => String(line.cells[at]?.value ?? '').trim()

/** Finds the line of headings: the one that bears most of the titles that we know, at least two. */
export function headingOf<R>(
  sheet: Sheet,
  columns: readonly Column<R>[],
): { readonly heading: Heading | undefined; readonly problems: readonly Problem[] } {
  const byTitle = new Map(columns.map((column) => [bare(column.title), column.id]))
  const known = (line: SheetLine) => line.cells.filter((_, at) => byTitle.has(bare(titleOf(line, at)))).length
  const [best] = sheet.lines.slice(0, SEARCHED).toSorted((a, b) => known(b) - known(a))
  if (!best || known(best) < 2) {
    const some = columns.slice(0, 3).map(({ title }) => `“${title}”`)
    return {
      heading: undefined,
      problems: [
        {
          level: 'error',
          says: `工作表“${sheet.name}”的前 ${SEARCHED} 行里没有找到标题行`,
          remedy: `标题行应有${some.join('、')}等列名，可先下载空白模板再填写`,
        },
      ],
    }
  }
  const places = new Map<string, number>()
  const problems: Problem[] = []
  for (let at = 0; at < best.cells.length; at += 1) {
    const title = titleOf(best, at)
    if (title === '') continue
    const id = byTitle.get(bare(title))
    const place = { line: best.line, column: letters(at), title }
    if (id === undefined) problems.push({ level: 'note', ...place, says: '不认识这一列，没有读取' })
    else if (places.has(id))
      problems.push({ level: 'error', ...place, says: '这一列出现了两次', remedy: '请删去其中一列' })
    else places.set(id, at)
  }
  return {
    heading: { line: best.line, places, below: sheet.lines.filter(({ line }) => line > best.line) },
    problems,
  }
}
