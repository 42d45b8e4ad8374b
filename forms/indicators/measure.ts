import type { Figures } from './judge.ts'
import { metricOf } from './metric.ts'
import type { Indicator } from './schema.ts'

/** Counters of one month: of a township's households, or of its cases in one programme. */
export type Tally = {
  /** `2026-11`. */
  readonly month: string
  readonly township: string
  /** Absent in the row of the households themselves. */
  readonly programme?: string
  readonly counts: Readonly<Record<string, number>>
}

/** Which programmes an indicator is of: those that name it, or every one where none does. */
export type Measured = {
  readonly programmes: readonly { readonly key: string; readonly indicators: readonly string[] }[]
}

const totalOf = (tallies: readonly Tally[], counter: string): number | null => {
  const found = tallies.flatMap(({ counts }) => {
    const count = Object.hasOwn(counts, counter) ? counts[counter] : undefined
    return typeof count === 'number' ? [count] : []
  })
  return found.length === 0 ? null : found.reduce((all, one) => all + one, 0)
}

/**
 * What was counted of an indicator, over all the tallies that are given. `null` = nobody counts it, or nothing at all
 * was counted in the time. What casework counts is none where it counted anything else; of two metrics that stand
 * under their own names (a source that is yet to come) a counted denominator makes an uncounted numerator none.
 */
export const measure = (
  { key, numerator, denominator }: Pick<Indicator, 'key' | 'numerator' | 'denominator'>,
  tallies: readonly Tally[],
  { programmes }: Measured,
): Figures & { readonly denominator: number | null } => {
  const naming = programmes.filter(({ indicators }) => indicators.includes(key))
  const keys = new Set(naming.map((one) => one.key))
  const own = tallies.filter(
    ({ programme }) => programme === undefined || keys.size === 0 || keys.has(programme),
  )
  const of = (metric: string): number | null => {
    const how = metricOf(metric)
    if (how.kind === 'missing') return totalOf(own, metric)
    const found = how.anywhere ? tallies : own
    if (found.length === 0) return null
    return how.counters.reduce((all, counter) => all + (totalOf(found, counter) ?? 0), 0)
  }
  const above = of(numerator.metric)
  if (denominator === null) return { numerator: above, denominator: null }
  const below = of(denominator.metric)
  const isUnknown = [numerator.metric, denominator.metric].every((one) => metricOf(one).kind === 'missing')
  return { numerator: above ?? (below !== null && isUnknown ? 0 : null), denominator: below }
}
