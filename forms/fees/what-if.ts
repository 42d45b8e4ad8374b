import type { Catalogue } from '../catalogue/catalogue.ts'
import { lineOf, type Priced } from './line.ts'
import { formatMoney } from './money.ts'
import type { FeeRow } from './schema.ts'
import { type BeforeAfter, type CaseLine, type Tally, tally, type WhatIfResult } from './tally.ts'

/** What was quoted for a household. `household`: any mark that is the same for the same one; it never comes back. */
export type WhatIfCase = {
  readonly household: string
  /** Divisions from the county down. */
  readonly path: readonly string[]
  readonly lines: readonly {
    readonly item: string
    readonly quantity: number
    /** Levels that the assessment came to; the last one that an item is priced by counts. */
    readonly levels?: readonly string[]
    readonly objectClass?: string | undefined
  }[]
}

export type WhatIfOptions = {
  /** As if everything were served on this local date. */
  readonly on: string
  readonly divisionName: (code: string) => string
}

/** The documents cut to one item, so that a month of quotes does not read all rows for each line. */
const byItem = ({ fees, catalogue, funds }: Priced) => {
  const group = <T extends { readonly item: string }>(list: readonly T[] = []) =>
    Map.groupBy(list, ({ item }) => item)
  const [rows, offers] = [group<FeeRow>(fees.rows), group(catalogue.activations)]
  const items = new Map(catalogue.items.map((item) => [item.key, item]))
  const made = new Map<string, Priced & { readonly levels: ReadonlySet<string | undefined> }>()
  return (item: string) => {
    const known = made.get(item)
    if (known) return known
    const found = items.get(item)
    const own = rows.get(item) ?? []
    const small: Catalogue = {
      ...catalogue,
      items: found ? [found] : [],
      activations: [...(offers.get(item) ?? [])],
    }
    const cut = {
      fees: { ...fees, rows: [...own] },
      catalogue: small,
      funds,
      levels: new Set(own.map(({ level }) => level)),
    }
    made.set(item, cut)
    return cut
  }
}

const priceAll = (cut: ReturnType<typeof byItem>, one: WhatIfCase, on: string) => {
  const here = new Map<string, number>()
  return one.lines.map(({ item, quantity, levels, objectClass }) => {
    const priced = cut(item)
    const level = levels?.findLast((name) => priced.levels.has(name))
    return lineOf(priced, { item, quantity, on, path: one.path, level, objectClass }, here)
  })
}

/**
 * What the same services would cost under other fees and another catalogue: in all, by item, county and fund, for how
 * many households more or less. Lines that have a price on one side only are counted apart, because "not set" is not
 * zero. Nothing of a household comes back but a number of its own. Throws RangeError where an amount passes twelve digits.
 */
export const whatIf = (
  before: Priced,
  after: Priced,
  cases: readonly WhatIfCase[],
  { on, divisionName }: WhatIfOptions,
): WhatIfResult => {
  const [old, now] = [byItem(before), byItem(after)]
  const sums: Tally = tally()
  for (const one of cases) {
    const [was, is] = [priceAll(old, one, on), priceAll(now, one, on)]
    was.forEach((line, at) => {
      const next = is[at]
      if (next) sums.add({ household: one.household, division: one.path[0] ?? '', before: line, after: next })
    })
  }
  const fundName = (key: string): string =>
    [after, before].flatMap(({ funds }) => funds?.funds ?? []).find((fund) => fund.key === key)?.name ?? key
  return sums.result({ on, divisionName, fundName, lineWords })
}

const lineWords = ({ before, after }: CaseLine): string =>
  `${after.name} ${after.quantity} ${after.unit ?? before.unit ?? ''}：${moneyWords({ before: before.amount ?? 0, after: after.amount ?? 0 })}`

const moneyWords = ({ before, after }: BeforeAfter): string =>
  `${formatMoney(before)} 元 → ${formatMoney(after)} 元`
