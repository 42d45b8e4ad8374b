import type { TFunction } from 'i18next'
import type { Band } from '#forms/definition'

/** What is wrong between two neighbouring levels, or with one of them. */
export type BandFault =
  | { readonly kind: 'turned'; readonly at: number }
  | {
      readonly kind: 'overlap'
      readonly at: number
      readonly other: number
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'gap'
      readonly at: number
      readonly other: number
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'below'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly kind: 'above'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly kind: 'same-level'; readonly at: number; readonly other: number }

/**
 * The least and the greatest value that can come about, as far as it is known. Every value is a multiple of `step`, at
 * most 1; 0 where values can have any decimals.
 */
export type Range = { readonly least: number; readonly most: number; readonly step: number }

/** Without the noise of sums such as 0.1 + 0.2. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

/** How far apart neighbouring values are. */
export const stepOf = (bands: readonly Band[], range?: Range): number =>
  range?.step ?? (bands.every(isWhole) ? 1 : 0)

/**
 * Gaps and overlaps of levels, by the numbers of their rows. Between whole numbers 3 and 4 nothing is missing; where
 * values can have decimals everything between is. With a range also what lies outside of all levels.
 */
export const bandFaults = (bands: readonly Band[], range?: Range): readonly BandFault[] => {
  const step = stepOf(bands, range)
  const faults: BandFault[] = []
  const sorted = bands.map((band, at) => ({ ...band, at })).sort((a, b) => a.from - b.from)
  for (const { from, to, at } of sorted)
    if (to !== undefined && to < from) faults.push({ kind: 'turned', at })
  for (const [i, { at, level }] of sorted.entries()) {
    const other = sorted.slice(0, i).find((one) => one.level === level && level !== '')
    if (other) faults.push({ kind: 'same-level', at, other: other.at })
  }
  for (const [i, is] of sorted.entries()) {
    const next = sorted[i + 1]
    if (!next || (is.to !== undefined && is.to < is.from)) continue
    const end = is.to ?? Number.POSITIVE_INFINITY
    const between = { at: is.at, other: next.at }
    if (end >= next.from)
      faults.push({ kind: 'overlap', ...between, from: next.from, to: Math.min(end, next.to ?? end) })
    else if (tidy(end + step) < next.from)
      faults.push({ kind: 'gap', ...between, from: tidy(end + step), to: tidy(next.from - step) })
  }
  const [first] = sorted
  const last = sorted.findLast(({ to }) => to !== undefined)
  const open = sorted.some(({ to }) => to === undefined)
  if (range && first && range.least < first.from)
    faults.push({ kind: 'below', at: first.at, from: range.least, to: tidy(first.from - step) })
  if (range && last?.to !== undefined && !open && range.most > last.to)
    faults.push({ kind: 'above', at: last.at, from: tidy(last.to + step), to: range.most })
  return faults
}

const isWhole = ({ from, to }: Band): boolean =>
  Number.isInteger(from) && (to === undefined || Number.isInteger(to))

/** `1 至 3`, `4 及以上`, `0`. */
export const saidBand = ({ from, to }: Pick<Band, 'from' | 'to'>, t: TFunction<'workshop'>): string =>
  to === undefined
    ? t('outcomes.bands.up', { from })
    : from === to
      ? String(from)
      : t('outcomes.bands.reaches', { from, to })
