import type { FormComparison } from '../../../functions/api/contract/index.ts'
import { zh } from '../zh.ts'

export type FormRow = FormComparison['rows'][number]
export type Group = keyof typeof zh.forms.groups

const isGroup = (word: string): word is Group => Object.hasOwn(zh.forms.groups, word)

/** The part of the dictionary an element belongs to: what stands before the point of its code. */
export const groupOf = ({ element }: FormRow): Group => {
  const [head = ''] = element.split('.')
  return isGroup(head) ? head : 'other'
}

export type GroupLine = { readonly group: Group; readonly of: number; readonly asked: readonly number[] }

/** For each group that has elements: how many there are, and how many of them each city asks. */
export const groupLines = (rows: readonly FormRow[], cities: number): readonly GroupLine[] =>
  [...new Set(rows.map(groupOf))].map((group) => {
    const own = rows.filter((row) => groupOf(row) === group)
    const asked = Array.from({ length: cities }, (_, index) => own.filter((row) => row.cells[index]).length)
    return { group, of: own.length, asked }
  })
