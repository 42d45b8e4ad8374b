import { type Indicator, metricOf, reached, spokenTarget } from '#forms/indicators'
import type { IndicatorComparison } from '../api/contract/index.ts'
import type { City, DisclosedIndicator } from './disclosed.ts'
import type { DisclosedMonth } from './month.ts'

type Row = IndicatorComparison['rows'][number]
type Cell = Row['cells'][number]

/** Figures of two cities are one row where they are counted from the same: names may differ, targets too. */
const idOf = ({ indicator, definition }: DisclosedIndicator): string =>
  definition === undefined
    ? indicator
    : [
        indicator,
        definition.numerator.metric,
        definition.denominator?.metric ?? '',
        definition.kind ?? '',
        definition.unit ?? '',
      ].join(' ')

const empty = (note: string): Cell => ({ numerator: null, denominator: null, note })

/** A number that each place must reach says nothing of their sum. */
const isOfPlaces = ({ scope, denominator, kind }: Indicator): boolean =>
  scope !== 'city' && (denominator === null || kind === 'floor')

/**
 * The verdict is taken from the figures as they are shown: one from the exact counts would tell on which side of the
 * target they lie, and so more than the rounding allows.
 */
const judged = (definition: Indicator, numerator: number, denominator: number | null) => {
  const target = spokenTarget(definition)
  const { value, judgement } = reached(definition, { numerator, denominator })
  const spoken = value === null ? {} : { value }
  return isOfPlaces(definition)
    ? { ...spoken, target, state: 'none' as const, words: '按县（区）或乡镇分别考核，全市合计不作判断。' }
    : { ...spoken, target, state: judgement.state, words: judgement.words }
}

/** What keeps the figure from coming, where it is no matter of the month. */
const missingOf = ({ numerator, denominator }: Indicator): string | undefined =>
  [numerator, ...(denominator ? [denominator] : [])]
    .map(({ metric }) => metricOf(metric))
    .find(({ kind }) => kind === 'missing')?.words

const cellOf = (city: City, own: DisclosedIndicator, months: readonly DisclosedMonth[]): Cell => {
  const month = months.find((one) => one.city === city.code)
  const figure = month?.figures.find(({ indicator }) => indicator === own.indicator)
  if (!figure) return empty((own.definition && missingOf(own.definition)) ?? '该月没有已归集的数据')
  const { numerator, denominator } = figure
  if (numerator === null) return { numerator, denominator, note: '人数较少，为保护个人信息不显示' }
  return { numerator, denominator, ...(own.definition && judged(own.definition, numerator, denominator)) }
}

const countedOf = ({ numerator, denominator, unit }: Indicator): NonNullable<Row['counted']> => ({
  what: numerator.label,
  of: denominator?.label ?? null,
  ...(unit !== undefined && { unit }),
})

/**
 * One closed month (`yyyymm`), city by city. A row for every monthly indicator that a city discloses, so that it is
 * seen what could be compared: `null` where a city does not disclose it, empty figures with the reason where there is
 * nothing to show. Never a zero that nobody counted.
 */
export const indicatorRows = (
  cities: readonly City[],
  months: readonly DisclosedMonth[],
  month: string,
): readonly Row[] => {
  const rows = new Map<string, DisclosedIndicator>()
  for (const city of cities)
    for (const one of city.indicators ?? []) if (!rows.has(idOf(one))) rows.set(idOf(one), one)
  return [...rows].map(([id, { indicator, name, definition }]): Row => {
    const cells = cities.map((city): Cell => {
      const named = (city.indicators ?? []).filter((one) => one.indicator === indicator)
      const own = named.find((one) => idOf(one) === id)
      if (own) return cellOf(city, own, months)
      return named.length === 0 ? null : empty('该市的统计口径不同，另列一行')
    })
    return {
      id,
      indicator,
      name,
      period: `${month.slice(0, 4)}-${month.slice(4)}`,
      ...(definition && { counted: countedOf(definition) }),
      ...(definition?.source && {
        source: { paper: definition.source.paper, rule: definition.source.rule },
      }),
      cells,
    }
  })
}
