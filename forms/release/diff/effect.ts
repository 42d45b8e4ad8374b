import { type Compatibility, type CompatibilityClass, worst } from '../../definition/index.ts'

/** What `compare` says about one place, and which of it some sentence carries already. */
export type Ledger = {
  /** What those lines do to answers, worst first; a change of which nothing is said does nothing. */
  readonly effect: (about: (line: Compatibility) => boolean) => CompatibilityClass
  /** Lines that do something and that no sentence carries. */
  readonly left: () => readonly Compatibility[]
}

export const ledgerOf = (lines: readonly Compatibility[]): Ledger => {
  const carried = new Set<Compatibility>()
  return {
    effect: (about) => {
      const found = lines.filter(about)
      for (const line of found) carried.add(line)
      return worst(found.map((line) => line.class)) ?? 'compatible'
    },
    left: () => lines.filter((line) => line.class !== 'compatible' && !carried.has(line)),
  }
}

/** A place without the numbers of rows: outcomes are paired by key, so that theirs may differ. */
export const placeOf = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/#')
