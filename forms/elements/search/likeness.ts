import { alsoOf } from './also.ts'

/** What is looked for in a list: an element, or whatever carries the code and name of one. */
export type Named = { readonly name: string; readonly code: string }

/** A text without what only separates. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Pairs of neighbouring characters; a text of one character is itself. */
const pairs = (text: string): ReadonlySet<string> => {
  const letters = [...text]
  return letters.length < 2
    ? new Set(letters)
    : new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

type Said = { readonly text: string; readonly pairs: ReadonlySet<string>; readonly weight: number }
type Index = {
  readonly said: ReadonlyMap<string, readonly Said[]>
  readonly weightOf: (pair: string) => number
}

const bonus = { same: 1, inside: 0.4, around: 0.2 }
/** Below this a likeness is chance: one pair shared by two names of five characters. */
const least = 0.3
/** The name itself goes before another word for something else. */
const otherWord = 0.97

const indexes = new WeakMap<readonly Named[], Index>()

/** A pair that many elements share (“是否”, “日期”) tells less than one of few. */
const indexOf = (list: readonly Named[]): Index => {
  const known = indexes.get(list)
  if (known) return known
  const texts = list.map(({ code, name }) => [code, [name, ...alsoOf(code)].map(plain)] as const)
  const counts = new Map<string, number>()
  for (const [, all] of texts)
    for (const pair of new Set(all.flatMap((text) => [...pairs(text)])))
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const weightOf = (pair: string): number => 1 / (1 + Math.log(counts.get(pair) ?? 1))
  const said = new Map(
    texts.map(([code, all]) => [
      code,
      all.map((text): Said => ({ text, pairs: pairs(text), weight: weigh(pairs(text), weightOf) })),
    ]),
  )
  const made = { said, weightOf }
  indexes.set(list, made)
  return made
}

const weigh = (all: Iterable<string>, weightOf: Index['weightOf']): number =>
  [...all].reduce((sum, pair) => sum + weightOf(pair), 0)

/**
 * How alike what somebody wrote is to a name: the weight of the pairs of characters that they share, and more where
 * one stands in the other whole (“姓名” in “申请人姓名”, “独居” in “是否独居”).
 */
const alike = (sought: Said, one: Said, weightOf: Index['weightOf']): number => {
  if (sought.weight === 0 || one.weight === 0) return 0
  if (sought.text === one.text) return 1 + bonus.same
  const shared = weigh(
    [...one.pairs].filter((pair) => sought.pairs.has(pair)),
    weightOf,
  )
  const inside = sought.text.includes(one.text)
    ? bonus.inside
    : one.text.includes(sought.text)
      ? bonus.around
      : 0
  return shared === 0 ? 0 : (2 * shared) / (sought.weight + one.weight) + inside
}

/** Those of a list that are most like a text by their names and other words, the likeliest first; a guess. */
export const ranked = <E extends Named>(
  text: string,
  list: readonly E[],
): readonly { readonly one: E; readonly score: number }[] => {
  const { said, weightOf } = indexOf(list)
  const own = plain(text)
  const sought: Said = { text: own, pairs: pairs(own), weight: weigh(pairs(own), weightOf) }
  return list
    .map((one) => ({
      one,
      score: (said.get(one.code) ?? []).reduce(
        (best, other, at) => Math.max(best, alike(sought, other, weightOf) * (at === 0 ? 1 : otherWord)),
        0,
      ),
    }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.one.code < b.one.code ? -1 : 1))
}
