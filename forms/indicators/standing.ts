import type { Division } from '../catalogue/index.ts'
import { divisionPaths } from '../catalogue/index.ts'
import { sayTarget, sayValue } from './figure.ts'
import { type Figures, type Judgement, judge } from './judge.ts'
import { type Measured, measure, type Tally } from './measure.ts'
import type { Indicator } from './schema.ts'

/** What one place or the whole city has reached. `value`: as it is spoken; `null` where nothing can be said. */
export type Reached = {
  readonly figures: Figures & { readonly denominator: number | null }
  readonly value: string | null
  readonly judgement: Judgement
}

/** How an indicator stands: over the whole city, and where it is asked of each place, place by place. */
export type Standing = Reached & {
  readonly places: readonly (Reached & { readonly code: string; readonly name: string })[]
}

/** The target as it is spoken: `≥ 30%`; `null` where none is set. */
export const spokenTarget = (indicator: Indicator): string | null =>
  indicator.target === null
    ? null
    : `${indicator.target.op === '>=' ? '≥' : '≤'} ${sayTarget(indicator, indicator.target.value)}`

/** Holds what was counted of one place against the indicator. */
export const reached = (
  indicator: Indicator,
  figures: Reached['figures'],
  judgement = judge(indicator, figures),
): Reached => {
  const { numerator, denominator } = figures
  const isTold =
    numerator !== null && (indicator.denominator === null || (denominator !== null && denominator > 0))
  return { figures, value: isTold ? sayValue(indicator, numerator, denominator) : null, judgement }
}

const scopes = { county: ['county', 'zone'], township: ['township'] } as const

/** Places of the scope, in the order of the tree; none where the city is judged as one, or is not divided so. */
const placesOf = (scope: Indicator['scope'], divisions: readonly Division[]): readonly Division[] => {
  const kinds: readonly string[] = scope === 'county' || scope === 'township' ? scopes[scope] : []
  return divisions.filter(({ kind }) => kinds.includes(kind))
}

/**
 * Holds an indicator against the counters of its time. One of a county or township is judged in each place by itself:
 * it is kept only where every place keeps it, however well the city does as a whole. A place with nothing to take a
 * share of is left out; one without a number that is asked of each leaves the city without a verdict.
 */
export const standingOf = (
  indicator: Indicator,
  tallies: readonly Tally[],
  measured: Measured,
  divisions: readonly Division[],
): Standing => {
  const whole = measure(indicator, tallies, measured)
  const pathOf = divisionPaths(divisions)
  const paths = new Map(tallies.map(({ township }) => [township, pathOf(township)]))
  const places = placesOf(indicator.scope, divisions).map(({ code, name }) => {
    const own = tallies.filter(({ township }) => paths.get(township)?.includes(code))
    return { code, name, ...reached(indicator, measure(indicator, own, measured)) }
  })
  const told = places.filter(({ value }) => value !== null)
  if (indicator.target === null || told.length === 0) return { ...reached(indicator, whole), places }
  // A share of nothing asks nothing of a place; a number is asked of each, also where nobody counted.
  const each = (indicator.denominator === null ? places : told).map(({ name, figures }) => ({
    name,
    ...figures,
  }))
  return { ...reached(indicator, whole, judge({ ...indicator, kind: 'floor' }, { each })), places }
}
