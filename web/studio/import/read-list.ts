import { questionColumns, readQuestions } from '#forms/definition'
import { elementOf, elements } from '#forms/elements'
import type { Failure, Imported, Line } from './imported.ts'
import { readWorkbook } from './workbook.ts'
import { imports as words } from './zh.ts'

const findElement = (word: string) => elementOf(word) ?? elements.find(({ name }) => name === word)

/** Reads an xlsx question list. `name` is the file's, of which the title is made. */
export const readList = async (file: Blob, name: string): Promise<Imported | Failure> => {
  const book = await readWorkbook(file)
  if (typeof book === 'string') return { failed: words.faults[book], lines: [] }
  const title = name.replace(/\.[^.]*$/, '').slice(0, 100) || words.untitled
  const { form, report } = readQuestions(book.rows, { key: 'imported', title, elementOf: findElement })
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
  const formulas = book.formulas.map(
    (cell): Line => ({
      level: 'changed',
      place: words.cell.replace('{{cell}}', cell),
      message: words.formula,
    }),
  )
  return { from: 'questions', form, taken: report.taken, lines: [...lines, ...formulas] }
}
