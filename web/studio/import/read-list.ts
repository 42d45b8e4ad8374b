import { questionColumns, type Rows, readQuestions } from '#forms/definition'
import { elements } from '#forms/elements'
import { elementNamed, likeliest } from '#forms/elements/search'
import { dateOfSerial, letters, type Sheet, type SheetCell, since1904 } from '#forms/sheet'
import type { Failure, Imported, Line } from './imported.ts'
import { imports as words } from './zh.ts'

/** The most rows of a question list. */
export const rowsMost = 5_000

/** The most cells with a formula or an error that are named. */
const cellsMost = 50

const findElement = (word: string) => elementNamed(word, elements)
const likeElement = (word: string) => likeliest(word, elements, 1)[0]?.name

/** Reads a question list out of a sheet. `name` is the file's, of which the title is made. */
export const readList = (sheet: Sheet, name: string): Imported | Failure => {
  const title = name.replace(/\.[^.]*$/, '').slice(0, 100) || words.untitled
  const { form, report } = readQuestions(rowsOf(sheet), {
    key: 'imported',
    title,
    elementOf: findElement,
    likeElement,
  })
  const lines = report.notes.map(
    ({ level, row, column, message }): Line => ({
      level: level === 'refused' ? 'refused' : 'lossy',
      place:
        row === undefined
          ? words.wholeList
          : `${words.row.replace('{{row}}', String(row))}${column ? `“${questionColumns[column]}”` : ''}`,
      message,
    }),
  )
  if (!form)
    return {
      failed: report.notes.findLast(({ row }) => row === undefined)?.message ?? '',
      lines: lines.filter(({ place }) => place !== words.wholeList),
    }
  return { from: 'questions', form, taken: report.taken, lines: [...lines, ...cellNotes(sheet)] }
}

/** The rows with those between them on which nothing stands: a row is known by its number. */
const rowsOf = ({ lines, from1904 }: Sheet): Rows => {
  const rows: (readonly unknown[])[] = Array(lines.at(-1)?.line ?? 0).fill([])
  for (const { line, cells } of lines)
    rows[line - 1] = cells.map((cell) => cell && shownValue(cell, from1904 ? since1904 : 0))
  return rows
}

/** What Excel made a day of is written out as one. */
const shownValue = ({ value, day }: SheetCell, shift: number): unknown =>
  day && typeof value === 'number' ? (dateOfSerial(value + shift) ?? value) : value

/** Cells whose content somebody should look at, by the name that Excel gives them. */
const cellNotes = ({ lines }: Sheet): readonly Line[] =>
  lines
    .flatMap(({ line, cells }) =>
      cells.flatMap((cell, at): readonly Line[] => {
        const place = words.cell.replace('{{cell}}', `${letters(at)}${line}`)
        if (cell?.error !== undefined)
          return [
            { level: 'lossy', place, message: words.error.replace('{{error}}', cell.error.slice(0, 20)) },
          ]
        return cell?.formula ? [{ level: 'changed', place, message: words.formula }] : []
      }),
    )
    .slice(0, cellsMost)
