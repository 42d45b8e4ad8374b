import type { CityIndicator } from '../../../functions/api/contract/index.ts'

/** Whether the indicator waits for a source that the system does not have. */
export const isMissing = ({ numerator, denominator }: CityIndicator): boolean =>
  numerator.missing || (denominator?.missing ?? false)

/** Indicators by how they stand. One without a source is counted there alone, whether or not it has a target. */
export const tally = (indicators: readonly CityIndicator[]) => {
  const told = indicators.filter((one) => !isMissing(one))
  const of = (...states: readonly CityIndicator['state'][]) =>
    told.filter(({ state }) => states.includes(state)).length
  return {
    told: told.length,
    met: of('met'),
    missed: of('short', 'warn'),
    unset: indicators.filter(({ target }) => target === null).length,
    missing: indicators.length - told.length,
  }
}

/** What is missing, in words, with the names of the indicators that wait for it; in the order of the document. */
export const waiting = (
  indicators: readonly CityIndicator[],
): readonly { readonly words: string; readonly names: readonly string[] }[] => {
  const parts = indicators.flatMap(({ name, numerator, denominator }) =>
    [numerator, denominator].flatMap((part) => (part?.missing ? [{ name, words: part.words }] : [])),
  )
  return [...Map.groupBy(parts, ({ words }) => words)].map(([words, list]) => ({
    words,
    names: [...new Set(list.map(({ name }) => name))],
  }))
}

/** Those that can be told first, each kind in the order of the document. */
export const inOrder = (indicators: readonly CityIndicator[]): readonly CityIndicator[] =>
  indicators.toSorted((a, b) => Number(isMissing(a)) - Number(isMissing(b)))

/** A shortfall while the time still runs is no failure yet. */
export const isOngoing = ({ state, span }: CityIndicator, running: boolean): boolean =>
  (state === 'short' || state === 'warn') && span !== undefined && (running || span.to < span.until)
