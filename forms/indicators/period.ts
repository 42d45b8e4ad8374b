import type { Programmes } from '../catalogue/index.ts'
import type { Indicator } from './schema.ts'

/** The months over which an indicator is counted, up to the one that is looked at. */
export type Span = {
  /** First and last month that count, `2026-01`. */
  readonly from: string
  readonly to: string
  /** Last month of the whole period; later than `to` while it runs. */
  readonly until: string
}

const sizes = { month: 1, 'half-year': 6, year: 12 } as const

const spanned = (month: string, size: number): Span => {
  const [year, at] = [month.slice(0, 4), Number(month.slice(5)) - 1]
  const first = at - (at % size)
  const named = (index: number) => `${year}-${String(index + 1).padStart(2, '0')}`
  return { from: named(first), to: month, until: named(first + size - 1) }
}

/**
 * The span of an indicator in a month. `programme`: the months that the windows of its programmes touch; the year,
 * where one of them has no window. `undefined`: the window has not begun by that month.
 */
export const spanOf = (
  { key, period }: Pick<Indicator, 'key' | 'period'>,
  { programmes }: Pick<Programmes, 'programmes'>,
  month: string,
): Span | undefined => {
  if (period !== 'programme') return spanned(month, sizes[period])
  const naming = programmes.filter(({ indicators }) => indicators.includes(key))
  const windows = naming.flatMap(({ window }) => (window === null ? [] : [window]))
  if (windows.length === 0 || windows.length < naming.length) return spanned(month, sizes.year)
  const from = windows.map((one) => one.from.slice(0, 7)).toSorted()[0] ?? month
  const until =
    windows
      .map((one) => one.to.slice(0, 7))
      .toSorted()
      .at(-1) ?? month
  return from > month ? undefined : { from, to: month < until ? month : until, until }
}

/** Every month of a span, oldest first. */
export const monthsOf = ({ from, to }: Pick<Span, 'from' | 'to'>): readonly string[] => {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const [first, last] = [number(from), number(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = first + i
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
