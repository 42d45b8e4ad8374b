import type { CatalogueComparison, CityCard } from '../../../functions/api/contract/index.ts'

export type CatalogueRow = CatalogueComparison['rows'][number]

export type CityLack = {
  readonly city: CityCard
  readonly index: number
  /** False: the city kept its catalogue to itself, so nothing can be said about it. */
  readonly disclosed: boolean
  readonly has: number
  readonly missing: readonly CatalogueRow[]
  /** Local items without a common code, and how many items the city has in all (absent while none is unmapped). */
  readonly unmapped: readonly string[]
  readonly items?: number
  readonly share: number
}

/** What each city has of the common items, and what others have that it lacks. */
export const lacks = ({ cities, rows, unmapped }: CatalogueComparison): readonly CityLack[] => {
  const disclosing = rows[0]?.coverage.denominator ?? cities.length
  return cities.map((city, index) => {
    const missing = rows.filter(({ cells }) => cells[index] === null)
    const own = unmapped.find((one) => one.city === city.code)
    const names = own?.items ?? []
    const has = rows.length - missing.length
    return {
      city,
      index,
      disclosed: disclosing === cities.length || has > 0 || names.length > 0,
      has,
      missing,
      unmapped: names,
      share: own?.share ?? 0,
      ...(own && own.share > 0 && { items: Math.round(names.length / own.share) }),
    }
  })
}
