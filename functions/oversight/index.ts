import type {
  CatalogueComparison,
  CityCard,
  FeeComparison,
  FormComparison,
  IndicatorComparison,
  Page,
} from '../api/contract/index.ts'
import type { ProvinceStore } from '../store/index.ts'
import { cardOf } from './card.ts'
import { catalogueRows } from './catalogue.ts'
import { citiesOn } from './disclosed.ts'
import { feeRows } from './fees.ts'
import { formRows } from './forms.ts'
import { indicatorRows } from './indicators.ts'
import { type DisclosedMonth, monthBefore, monthOf, monthPk } from './month.ts'

export { provinceName } from '#forms/standards'
export { citiesPk, type DisclosedCity, type DisclosedVersion } from './disclosed.ts'

/** The cities that disclosed something to the office, by code, as they stand on a local day. */
export const listCities = async (store: ProvinceStore, day: string): Promise<Page<CityCard>> => ({
  items: (await citiesOn(store, day)).map(cardOf),
})

/** Service items side by side through the shared codes. */
export const compareCatalogues = async (store: ProvinceStore, day: string): Promise<CatalogueComparison> => {
  const cities = await citiesOn(store, day)
  return { cities: cities.map(cardOf), ...catalogueRows(cities) }
}

/** Prices per common unit on a local day, with range and median over what can be compared. */
export const compareFees = async (store: ProvinceStore, day: string): Promise<FeeComparison> => {
  const cities = await citiesOn(store, day)
  return { cities: cities.map(cardOf), on: day, rows: feeRows(cities, day) }
}

/** Which city asks which shared data element. */
export const compareForms = async (store: ProvinceStore, day: string): Promise<FormComparison> => {
  const cities = await citiesOn(store, day)
  return { cities: cities.map(cardOf), rows: formRows(cities) }
}

/** The last month that was over on a local day, after small-cell control. */
export const compareIndicators = async (store: ProvinceStore, day: string): Promise<IndicatorComparison> => {
  const month = monthBefore(monthOf(day))
  const [cities, months] = await Promise.all([
    citiesOn(store, day),
    store.all<DisclosedMonth>(monthPk(month)),
  ])
  return { cities: cities.map(cardOf), rows: indicatorRows(cities, months, month) }
}
