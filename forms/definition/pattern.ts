import type { Automaton } from './pattern-automaton.ts'
import { parsePattern } from './pattern-parse.ts'
import { limits } from './types.ts'

export type PatternVerdict = 'safe' | 'too-long' | 'syntax' | 'ambiguous'

/**
 * Decides whether a pattern may be used: a backtracking matcher then needs time linear in the text.
 *
 * The pattern becomes its automaton of positions (one per sign that can be read). Where every next sign
 * belongs to one position only, there is one way to read a text and nothing to try again. Two ways are let
 * through only outside every loop, and only while all of them together are few. So `(a+)+`, `(a|a)*`, `.*x.*y`
 * and `a?a?a?aaa…` are refused, and `(\d{3,4}-)?\d{7,8}` or `[\w-]+(\.[\w-]+)+` pass.
 */
export const judgePattern = (text: string): PatternVerdict => {
  if (text.length > limits.pattern) return 'too-long'
  const pattern = parsePattern(text)
  if (!pattern) return 'syntax'
  const automaton: Automaton = { signs: [], next: [], loop: [], links: 0 }
  try {
    return waysFrom(pattern(automaton).first, automaton) <= waysMost ? 'safe' : 'ambiguous'
  } catch (error) {
    if (error instanceof RangeError) return 'ambiguous'
    throw error
  }
}

const waysMost = 64
/** How many ways to read a text there can be at most; Infinity where two ways open inside a loop. */
const waysFrom = (start: readonly number[], { signs, next, loop }: Automaton): number => {
  const known = signs.map(() => 1)
  const kinds = [...new Set(signs)]
  const kindOf = signs.map((one) => kinds.indexOf(one))
  const judged = new Map<string, boolean>()
  /** Whether one sign can belong to two of these positions; worked out once for what copies of a part share. */
  const splits = (list: readonly number[]): boolean => {
    if (list.length < 2) return false
    const name = list.map((at) => kindOf[at]).join()
    const found = judged.get(name)
    if (found !== undefined) return found
    const ranges = list.flatMap((at) => signs[at] ?? []).sort(([a], [b]) => a - b)
    const split = ranges.some(([low], i) => low <= (ranges[i - 1]?.[1] ?? -1))
    judged.set(name, split)
    return split
  }
  const ways = (list: readonly number[], split: boolean): number => {
    const counts = list.map((at) => known[at] ?? 1)
    return split ? counts.reduce((sum, count) => sum + count, 0) : Math.max(1, ...counts)
  }
  for (let last = signs.length - 1; last >= 0; ) {
    const from = loop[last] ?? last
    let most = 1
    for (let at = from; at <= last; at++) {
      const list = next[at] ?? []
      const split = splits(list)
      if (split && loop[at] !== undefined) return Infinity
      most = Math.max(
        most,
        ways(
          list.filter((to) => to > last),
          split,
        ),
      )
    }
    while (last >= from) known[last--] = most
  }
  return ways(start, splits(start))
}
