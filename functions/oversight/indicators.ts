import { type Indicator, metricOf, reached, spokenTarget } from '#forms/indicators'
import type { IndicatorComparison } from '../api/contract/index.ts'
import type { City, DisclosedIndicator } from './disclosed.ts'
import { countedFrom, type DisclosedMonth } from './month.ts'
import { extremesBehind, type SmallCells } from './small-cell.ts'

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

type Parts = { readonly numerator: number; readonly denominator: number | null }

const unsure = '取整后的数离目标值太近，不能判断是否达到，以市级的核对为准。'

/**
 * The verdict is taken from the figures as they are shown: one from the exact counts would tell on which side of the
 * target they lie, and so more than the rounding allows. It is given only where every count that may stand behind
 * them has the same one: 18 is shown as 20, and is not 20.
 */
const judged = (definition: Indicator, parts: Parts, rule: SmallCells | undefined) => {
  const target = spokenTarget(definition)
  const { value, judgement } = reached(definition, parts)
  const spoken = value === null ? {} : { value }
  const silent = (words: string) => ({ ...spoken, target, state: 'none' as const, words })
  if (isOfPlaces(definition)) return silent('按县（区）或乡镇分别考核，全市合计不作判断。')
  const { state, words } = judgement
  const isSure =
    rule !== undefined &&
    extremesBehind(parts, rule).every((one) => reached(definition, one).judgement.state === state)
  return isSure || state === 'none' || state === 'unset'
    ? { ...spoken, target, state, words }
    : silent(unsure)
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
  const source = month?.sources?.[figure.indicator]
  if (own.definition && source !== undefined && source !== countedFrom(own.definition))
    return empty('该市此后改了统计口径，该月的数不再对照')
  const { numerator, denominator } = figure
  if (numerator === null) return { numerator, denominator, note: '人数较少，为保护个人信息不显示' }
  return {
    numerator,
    denominator,
    ...(own.definition && judged(own.definition, { numerator, denominator }, month?.smallCells)),
  }
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
