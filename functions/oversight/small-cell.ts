/** How counts of persons are blurred before they leave a city; from the city's `disclosure` document. */
export type SmallCells = {
  /** Counts from 1 up to but not including this one are hidden. */
  readonly hideBelow: number
  /** All others are rounded to the nearest multiple of this. */
  readonly roundTo: number
}

export const nationalSmallCells: SmallCells = { hideBelow: 8, roundTo: 5 }

/**
 * A count of persons as it may be shown: 0 stays 0, a small one is `null` (hidden), any other is rounded. One that a
 * coarse step would round to 0 is hidden too, so that a 0 is never somebody. Throws RangeError for
 * what is not a count, so that a mistake upstream never passes as a figure.
 */
export const shownCount = (count: number, { hideBelow, roundTo }: SmallCells): number | null => {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`)
  if (count === 0) return 0
  const shown = count < hideBelow ? 0 : Math.round(count / roundTo) * roundTo
  return shown === 0 ? null : shown
}

/**
 * Parts of a total that is shown beside them. If exactly one part is hidden it could be had by subtraction, so the
 * next smallest part (not 0, unless nothing else is left) is hidden with it.
 */
export const shownParts = (counts: readonly number[], rule: SmallCells): readonly (number | null)[] => {
  const shown = counts.map((count) => shownCount(count, rule))
  if (shown.filter((count) => count === null).length !== 1) return shown
  const open = counts.map((count, index) => ({ count, index })).filter(({ index }) => shown[index] !== null)
  const victim = open.toSorted(
    (a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count,
  )[0]
  return victim ? shown.with(victim.index, null) : shown
}

/** Numerator and denominator of a rate. A rate over a hidden part is hidden whole. */
export const shownRate = (
  numerator: number,
  denominator: number,
  rule: SmallCells,
): { readonly numerator: number | null; readonly denominator: number | null } => {
  const below = shownCount(denominator, rule)
  const above = shownCount(numerator, rule)
  // The rest (denominator - numerator) is a count of persons too.
  const rest = numerator <= denominator ? shownCount(denominator - numerator, rule) : 0
  const open = above !== null && below !== null && rest !== null
  return open ? { numerator: above, denominator: below } : { numerator: null, denominator: below }
}

type Parts = { readonly numerator: number; readonly denominator: number | null }

/** The least and the greatest count that may stand behind a shown one. */
const behind = (shown: number, { hideBelow, roundTo }: SmallCells): readonly [number, number] =>
  shown === 0
    ? [0, 0]
    : [Math.max(hideBelow, Math.ceil(shown - roundTo / 2)), Math.ceil(shown + roundTo / 2) - 1]

/**
 * The lowest and the highest figure that may stand behind shown parts. What `shownRate` would have hidden, because few
 * are left over, does not count as the lowest: parts too close for such a rest are one and the same number.
 */
export const extremesBehind = (
  { numerator, denominator }: Parts,
  rule: SmallCells,
): readonly [Parts, Parts] => {
  const [least, most] = behind(numerator, rule)
  if (denominator === null)
    return [
      { numerator: least, denominator },
      { numerator: most, denominator },
    ]
  const [few, many] = behind(denominator, rule)
  const isWhole = least <= many && many - least < rule.hideBelow
  return [
    { numerator: isWhole ? many : least, denominator: many },
    { numerator: most, denominator: few },
  ]
}
