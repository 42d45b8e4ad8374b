import type { Indicator } from '#forms/indicators'
import type { ProvinceStore } from '../store/index.ts'

/** What a city disclosed, as it stands in the province: public parts of its configuration and never a person. */
export type DisclosedCity = {
  readonly schema: 1
  readonly city: string
  /** Revision of the city's HEAD that this was read at; an older one never overwrites a newer. */
  readonly head: number
  /** One or two: what is live, and what will be from a later day. Newest `from` last. */
  readonly versions: readonly DisclosedVersion[]
}

export type DisclosedVersion = {
  readonly release: number
  /** Local date from which this is what the city does. */
  readonly from: string
  /** Instant of publication. */
  readonly at: string
  readonly name: string
  readonly demo: boolean
  readonly items: readonly DisclosedItem[]
  readonly fees: readonly DisclosedFee[]
  readonly forms: readonly DisclosedForm[]
  /** Monthly indicators whose closed months may be shown. */
  readonly indicators?: readonly DisclosedIndicator[]
  /** Whether the city disclosed that part at all; not disclosed is not the same as none. */
  readonly parts: { readonly catalogue: boolean; readonly fees: boolean; readonly forms: boolean }
}

/** What an indicator is, as the city configured it. Rows of former releases are without. */
export type DisclosedIndicator = {
  readonly indicator: string
  readonly name: string
  readonly definition?: Indicator
}

export type DisclosedItem = {
  readonly item: string
  readonly name: string
  readonly common: string | null
  readonly category: string
  readonly unit: string | null
}

export type DisclosedFee = {
  readonly item: string
  readonly unit: string
  /** 分 of one unit, also where it follows from a formula; null = not set, or in tiers. */
  readonly amount: number | null
  /** The lowest and the highest price of one unit, 分, where it depends on the quantity. */
  readonly tiers?: { readonly low: number; readonly high: number }
  readonly from: string
  readonly to?: string
  readonly level?: string
  readonly objectClass?: string
  readonly division?: string
}

export type DisclosedForm = {
  readonly form: string
  readonly title: string
  readonly elements: readonly string[]
}

/** A city with what it does on one day. */
export type City = DisclosedVersion & { readonly code: string }

export const citiesPk = 'CITY'

/** The cities of a province with what each does on the day, by code. One query. */
export const citiesOn = async (store: ProvinceStore, day: string): Promise<readonly City[]> => {
  const rows = await store.all<DisclosedCity>(citiesPk)
  return rows.flatMap((row) => {
    const version = row.versions.filter((candidate) => candidate.from <= day).at(-1) ?? row.versions[0]
    return version ? [{ ...version, code: row.city }] : []
  })
}
