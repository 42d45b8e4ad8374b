import { type Choice, FLAG, wordOf } from '#forms/sheet'
import type { GridColumn } from './column.ts'

/** What a cell offers to choose from; undefined where it is typed. */
export function offered<R>(column: GridColumn<R>, row: R): readonly Choice[] | undefined {
  if (column.kind === 'flag')
    return [FLAG.yes, FLAG.no, ...(column.blank ? [FLAG.open] : [])].map((word) => ({
      value: word,
      label: word,
    }))
  if (column.kind !== 'choice' && column.kind !== 'choices') return undefined
  const options = column.kind === 'choice' ? (column.within ?? column.options) : column.options
  const first = column.suggest?.(row) ?? []
  if (first.length === 0) return options
  const rank = (value: string) => {
    const at = first.indexOf(value)
    return at < 0 ? first.length : at
  }
  return options.toSorted((a, b) => rank(a.value) - rank(b.value))
}

/** Those that hold the typed words, whole matches and beginnings first. */
export function matching(options: readonly Choice[], typed: string): readonly Choice[] {
  const word = typed.trim().toLowerCase()
  if (word === '') return options
  const score = (option: Choice) => {
    const names = [wordOf(options, option.value), option.value, ...(option.also ?? [])].map((name) =>
      name.toLowerCase(),
    )
    if (names.includes(word)) return 0
    if (names.some((name) => name.startsWith(word))) return 1
    return names.some((name) => name.includes(word)) ? 2 : 3
  }
  return options
    .map((option) => ({ option, at: score(option) }))
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at)
    .map(({ option }) => option)
}
