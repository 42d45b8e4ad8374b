import { commonCategories, commonServices } from '#forms/elements'
import type { CatalogueComparison } from '../api/contract/index.ts'
import type { City } from './disclosed.ts'

type Row = CatalogueComparison['rows'][number]

const unmappedOf = (city: City): CatalogueComparison['unmapped'][number] => {
  const items = city.items.filter(({ common }) => common === null)
  return {
    city: city.code,
    items: items.map(({ name }) => name),
    share: city.items.length === 0 ? 0 : items.length / city.items.length,
  }
}

/**
 * Service items side by side through the shared codes: one row for every common service that at least one city has, in
 * the order of the dictionary. Coverage counts only cities that disclosed their catalogue: silence is not a lack.
 */
export const catalogueRows = (cities: readonly City[]): Omit<CatalogueComparison, 'cities'> => {
  const denominator = cities.filter(({ parts }) => parts.catalogue).length
  const rows = commonServices.map((service): Row => {
    const cells = cities.map((city) => {
      const own = city.items.filter(({ common }) => common === service.code)
      const [first] = own
      if (!first) return null
      const names = [...new Set(own.map(({ name }) => name))].join('、')
      return { item: first.item, name: names, unit: first.unit }
    })
    return {
      common: service.code,
      name: service.name,
      category: commonCategories[service.category],
      cells,
      coverage: { numerator: cells.filter((cell) => cell !== null).length, denominator },
    }
  })
  return {
    rows: rows.filter(({ coverage }) => coverage.numerator > 0),
    unmapped: cities.map(unmappedOf),
  }
}
