import type { Component } from '../component.ts'
import type { FormDocument } from '../document.ts'
import { lint } from '../lint.ts'
import { limits } from '../types.ts'
import { type Column, columnOf, columns, textOf } from './columns.ts'
import type { QuestionReport, RowNote } from './report.ts'
import { type ElementFinder, readRow } from './row.ts'

export { columns } from './columns.ts'
export type { QuestionReport, RowNote } from './report.ts'
export { typeWords } from './types.ts'

export type QuestionOptions = {
  readonly key: string
  readonly title: string
  /** Finds an element of the shared dictionary by its code or name. */
  readonly elementOf?: ElementFinder
  /** The name of the element that a word is most like, to be proposed. */
  readonly likeElement?: (word: string) => string | undefined
}

/** Rows of a spreadsheet, cell by cell: texts, numbers, truth values, dates or null. */
export type Rows = readonly (readonly unknown[])[]

/** The names stand in one of the first rows, above them perhaps a heading. */
const headWithin = 10

/**
 * Makes a form of a question list: one row a question, under the columns 题目 and 类型, and if they are there 选项,
 * 必填, 说明, 分组, 数据元, 敏感级别 and 标识. Questions of one group stand in one section. Takes any rows, never throws;
 * the report says of each row that was changed or left out why. Nothing was taken where `form` is undefined.
 */
export const readQuestions = (rows: Rows, options: QuestionOptions): QuestionList => {
  const notes: RowNote[] = []
  const say = (
    level: RowNote['level'],
    row: number | undefined,
    column: Column | undefined,
    message: string,
  ) => {
    if (notes.length < 500)
      notes.push({ level, ...(row !== undefined && { row }), ...(column && { column }), message })
    return undefined
  }
  const refuse = (message: string): QuestionList => {
    say('refused', undefined, undefined, message)
    return { report: { taken: 0, notes } }
  }
  const at = rows.slice(0, headWithin).findIndex((row) => headOf(row).has('label') && headOf(row).has('type'))
  if (at < 0)
    return refuse(
      `没有找到表头。请在前 ${headWithin} 行里写明“${columns.label}”和“${columns.type}”两栏，或下载模板填写。`,
    )
  const head = headOf(rows[at] ?? [])
  const filled = rows
    .map((cells, i) => ({ cells, row: i + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  if (filled.length === 0) return refuse('表头下面没有题目。')
  if (filled.length > limits.components)
    return refuse(`一张表最多 ${limits.components} 题，这份清单有 ${filled.length} 行。请分成几张表导入。`)
  const sections: Section[] = []
  const keyOf = newKeys()
  let taken = 0
  for (const { cells, row } of filled) {
    const cell = (column: Column) => textOf(cells[head.get(column) ?? -1]).slice(0, limits.text)
    const component = readRow({
      cell,
      elementOf: options.elementOf,
      likeElement: options.likeElement,
      say: (level, column, message) => say(level, row, column, message),
    })
    if (!component) continue
    const key = keyOf(cell('key'), row, (message) => say('changed', row, 'key', message))
    sectionOf(sections, cell('group').slice(0, 100)).components.push({ ...component, key })
    taken += 1
  }
  if (taken === 0) return refuse('没有一题可以导入，请按提示修改后重试。')
  const definition = { display: 'form' as const, components: sections.flatMap(drawn) }
  // A belt: what the rows above let through must be what the linter takes.
  for (const { level, label, message } of lint(definition))
    if (level === 'error') say('refused', undefined, undefined, `${label ? `“${label}”：` : ''}${message}`)
  const { key, title } = options
  return { form: { schema: 1, key, title, definition }, report: { taken, notes } }
}

export type QuestionList = { readonly form?: FormDocument; readonly report: QuestionReport }

const headOf = (row: readonly unknown[]): ReadonlyMap<Column, number> => {
  const found = new Map<Column, number>()
  for (const [i, cell] of row.slice(0, 100).entries()) {
    const column = columnOf(cell)
    if (column && !found.has(column)) found.set(column, i)
  }
  return found
}

type Section = { readonly title: string; readonly components: Component[] }

const sectionOf = (sections: Section[], title: string): Section => {
  const last = sections.at(-1)
  const found =
    title === '' ? (last?.title === '' ? last : undefined) : sections.find((one) => one.title === title)
  if (found) return found
  const made: Section = { title, components: [] }
  sections.push(made)
  return made
}

const drawn = ({ title, components }: Section, i: number): readonly Component[] =>
  title === ''
    ? components
    : [{ type: 'panel', key: `group${i + 1}`, title, label: title, input: false, components }]

/** Gives every question a key: the one it asks for, or a free one. */
const newKeys = () => {
  const rows = new Map<string, number>()
  const free = (): string => {
    for (let n = rows.size + 1; ; n++) if (!rows.has(`q${n}`)) return `q${n}`
  }
  return (wish: string, row: number, say: (message: string) => void): string => {
    const fits =
      /^[A-Za-z][A-Za-z0-9]{0,59}$/.test(wish) &&
      !/^group\d+$/.test(wish) &&
      !(wish in {}) &&
      wish !== 'prototype'
    if (wish !== '' && !fits)
      say(`标识“${wish.slice(0, 40)}”不能用，已另取一个。标识只能用英文字母和数字，以字母开头。`)
    const before = fits ? rows.get(wish) : undefined
    if (before !== undefined) say(`标识“${wish}”与第 ${before} 行相同，已另取一个，请核对两题是否重复。`)
    const key = fits && before === undefined ? wish : free()
    rows.set(key, row)
    return key
  }
}
