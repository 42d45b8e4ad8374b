import type { Band } from '#forms/definition'
import { bandFaults, type Range, stepOf, tidy } from './bands.ts'
import { freshKey } from './fresh-key.ts'

/**
 * The levels with one more, called `name` and its number: in what belongs to no level yet, otherwise the widest level
 * is cut in two, and where no level has room behind the last. What had no fault has none after it.
 */
export const withNextBand = (
  bands: readonly Band[],
  range: Range | undefined,
  name: string,
): readonly Band[] => {
  const level = freshKey(
    bands.map((one) => one.level),
    'level',
  )
  const fresh = (from: number, to: number | undefined): Band => ({
    from,
    ...(to !== undefined && Number.isFinite(to) && { to }),
    level,
    label: `${name}${bands.length + 1}`,
  })
  if (bands.length === 0) return [fresh(range?.least ?? 0, range?.most)]
  const unit = stepOf(bands, range) || decimal([...bands.flatMap(endsOf), range?.least ?? 0])
  const hole = bandFaults(bands, range).find(({ kind }) => /gap|below|above/.test(kind))
  if (hole && 'from' in hole) {
    // Where values can have any decimals a level begins beside the end of another, not on it.
    const [from, to] =
      stepOf(bands, range) > 0 || hole.kind !== 'gap'
        ? [hole.from, hole.to]
        : [tidy(hole.from + unit), tidy(hole.to - unit)]
    if (from <= to) return placed(bands, fresh(from, to))
  }
  const most = range?.most ?? Number.POSITIVE_INFINITY
  const widths = bands.map(({ from, to = most }) => tidy(to - from))
  const at = widths.indexOf(Math.max(...widths))
  const cut = bands[at]
  if (!cut || (widths[at] ?? 0) < unit) {
    const end = Math.max(...bands.flatMap(endsOf))
    return [...bands, fresh(tidy(end + unit), undefined)]
  }
  const { to, ...start } = cut
  const width = widths[at] ?? unit
  const half = Number.isFinite(width) ? tidy(cut.from + Math.floor(width / 2 / unit) * unit) : cut.from
  const lower = Math.min(half, tidy((to ?? most) - unit))
  const upper = fresh(tidy(lower + unit), to)
  return bands.flatMap((one) => (one === cut ? [{ ...start, to: lower }, upper] : one))
}

const endsOf = ({ from, to }: Band): readonly number[] => (to === undefined ? [from] : [from, to])

/** One of the last decimal that somebody wrote: 0.1 beside 1.5, 1 beside 3. */
const decimal = (ends: readonly number[]): number =>
  10 ** -Math.max(...ends.map((end) => String(tidy(end)).split('.')[1]?.length ?? 0))

/** Before the first that begins later. */
const placed = (bands: readonly Band[], fresh: Band): readonly Band[] => {
  const next = bands.findIndex(({ from }) => from > fresh.from)
  return next < 0 ? [...bands, fresh] : bands.toSpliced(next, 0, fresh)
}
