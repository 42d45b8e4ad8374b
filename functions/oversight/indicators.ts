import type { IndicatorComparison } from '../api/contract/index.ts'
import type { City } from './disclosed.ts'
import type { DisclosedMonth } from './month.ts'

type Row = IndicatorComparison['rows'][number]

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
  const names = new Map(
    cities.flatMap((city) =>
      (city.indicators ?? []).map(({ indicator, name }) => [indicator, name] as const),
    ),
  )
  const figureOf = (city: City, indicator: string) =>
    months.find((one) => one.city === city.code)?.figures.find((figure) => figure.indicator === indicator)
  return [...names].map(([indicator, name]): Row => {
    const cells = cities.map((city): Row['cells'][number] => {
      if (!city.indicators?.some((one) => one.indicator === indicator)) return null
      const figure = figureOf(city, indicator)
      if (!figure) return { numerator: null, denominator: null, note: '该月没有已归集的数据' }
      const { numerator, denominator } = figure
      return numerator === null
        ? { numerator, denominator, note: '人数较少，为保护个人信息不显示' }
        : { numerator, denominator }
    })
    return { indicator, name, period: `${month.slice(0, 4)}-${month.slice(4)}`, cells }
  })
}
