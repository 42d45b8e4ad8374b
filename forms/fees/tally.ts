import type { QuoteLine } from './line.ts'
import { resultWords } from './what-if-words.ts'

/** 分. */
export type BeforeAfter = { readonly before: number; readonly after: number }
type Sum = { before: number; after: number }
const nothing = (): Sum => ({ before: 0, after: 0 })
const plus = (sum: Sum, before: number, after: number): void => {
  sum.before += before
  sum.after += after
}
const by = ({ before, after }: BeforeAfter): number => Math.abs(after - before)
const largestFirst = <T extends BeforeAfter>(list: Iterable<T>): readonly T[] =>
  [...list].sort((a, b) => by(b) - by(a))

/** One service of one household, priced twice. */
export type CaseLine = {
  readonly household: string
  readonly division: string
  readonly before: QuoteLine
  readonly after: QuoteLine
}

type Apart = { readonly lines: number; readonly amount: number }
type ItemChange = BeforeAfter & {
  readonly item: string
  readonly name: string
  readonly lines: number
  readonly newlyUnset: number
  readonly newlySet: number
}
type CountyChange = BeforeAfter & {
  readonly division: string
  readonly name: string
  readonly households: number
  readonly more: number
  readonly less: number
}

/** The same as the API's `WhatIf`, without what only the server knows. */
export type WhatIfResult = {
  readonly on: string
  readonly lines: number
  readonly total: BeforeAfter
  readonly own: BeforeAfter
  readonly households: {
    readonly all: number
    readonly more: number
    readonly less: number
    readonly same: number
    readonly ownMore: number
    readonly ownLess: number
  }
  readonly newlyUnset: Apart
  readonly newlySet: Apart
  readonly stillUnset: number
  readonly items: readonly ItemChange[]
  readonly counties: readonly CountyChange[]
  readonly funds: readonly (BeforeAfter & { readonly fund: string; readonly name: string })[]
  readonly largest: readonly (BeforeAfter & {
    readonly household: number
    readonly division: string
    readonly name: string
    readonly lines: readonly string[]
  })[]
  readonly words: readonly string[]
}

type Words = {
  readonly on: string
  readonly divisionName: (code: string) => string
  readonly fundName: (key: string) => string
  readonly lineWords: (line: CaseLine) => string
}

export type Tally = {
  readonly add: (line: CaseLine) => void
  readonly result: (words: Words) => WhatIfResult
}

type Household = { division: string; compared: boolean; cost: Sum; own: Sum; changes: CaseLine[] }

const shown = { households: 10, lines: 5 }

/** Adds up lines that were priced twice. Sums hold only lines with a price on both sides. */
export const tally = (): Tally => {
  const [total, own] = [nothing(), nothing()]
  const apart = { unset: { lines: 0, amount: 0 }, set: { lines: 0, amount: 0 } }
  let [lines, stillUnset] = [0, 0]
  const items = new Map<string, Sum & { name: string; lines: number; newlyUnset: number; newlySet: number }>()
  const funds = new Map<string, Sum>()
  const households = new Map<string, Household>()

  const at = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const found = map.get(key) ?? make()
    map.set(key, found)
    return found
  }

  const add = (line: CaseLine): void => {
    const { before, after } = line
    lines++
    const item = at(items, after.item, () => ({
      ...nothing(),
      name: after.name,
      lines: 0,
      newlyUnset: 0,
      newlySet: 0,
    }))
    item.lines++
    const home = at(households, line.household, () => ({
      division: line.division,
      compared: false,
      cost: nothing(),
      own: nothing(),
      changes: [],
    }))
    if (before.amount === null && after.amount === null) stillUnset++
    else if (before.amount === null) {
      item.newlySet++
      apart.set.lines++
      apart.set.amount += after.amount ?? 0
    } else if (after.amount === null) {
      item.newlyUnset++
      apart.unset.lines++
      apart.unset.amount += before.amount
    } else {
      const shares = [before.copay ?? 0, after.copay ?? 0] as const
      home.compared = true
      for (const sum of [total, item, home.cost]) plus(sum, before.amount, after.amount)
      for (const sum of [own, home.own]) plus(sum, ...shares)
      for (const { fund, amount } of before.funding ?? []) plus(at(funds, fund, nothing), amount, 0)
      for (const { fund, amount } of after.funding ?? []) plus(at(funds, fund, nothing), 0, amount)
      if (before.amount !== after.amount) home.changes.push(line)
    }
  }

  const counties = (): ReadonlyMap<string, Sum & { households: number; more: number; less: number }> => {
    const found = new Map<string, Sum & { households: number; more: number; less: number }>()
    for (const { division, cost } of households.values()) {
      const county = at(found, division, () => ({ ...nothing(), households: 0, more: 0, less: 0 }))
      county.households++
      plus(county, cost.before, cost.after)
      if (cost.after > cost.before) county.more++
      if (cost.after < cost.before) county.less++
    }
    return found
  }

  const result = ({ on, divisionName, fundName, lineWords }: Words): WhatIfResult => {
    const homes = [...households.values()]
    const count = (is: (home: Household) => boolean) => homes.filter(is).length
    const largest = largestFirst(
      homes
        .filter(({ changes }) => changes.length > 0)
        .map(({ division, cost, changes }) => ({ ...cost, division, changes })),
    )
    const told = {
      on,
      lines,
      total: { ...total },
      own: { ...own },
      households: {
        all: homes.length,
        more: count(({ cost }) => cost.after > cost.before),
        less: count(({ cost }) => cost.after < cost.before),
        same: count(({ compared, cost }) => compared && cost.after === cost.before),
        ownMore: count((home) => home.own.after > home.own.before),
        ownLess: count((home) => home.own.after < home.own.before),
      },
      newlyUnset: apart.unset,
      newlySet: apart.set,
      stillUnset,
      items: largestFirst([...items].map(([item, one]) => ({ item, ...one }))),
      counties: largestFirst(
        [...counties()].map(([division, one]) => ({ division, name: divisionName(division), ...one })),
      ),
      funds: largestFirst([...funds].map(([fund, one]) => ({ fund, name: fundName(fund), ...one }))),
      largest: largest.slice(0, shown.households).map(({ division, before, after, changes }, at) => ({
        household: at + 1,
        division,
        name: divisionName(division),
        before,
        after,
        lines: changes.slice(0, shown.lines).map(lineWords),
      })),
    }
    return { ...told, words: resultWords(told) }
  }
  return { add, result }
}
