import { kindOf } from '../definition/index.ts'
import { type Element, elements } from '../elements/index.ts'
import { fits } from './difference.ts'

/** Pairs of neighbouring characters of a text without what only separates; a text of one character is itself. */
const pairs = (text: string): ReadonlySet<string> => {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one))
  return letters.length < 2
    ? new Set(letters)
    : new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

/**
 * How alike a label and an element's name are: the share of pairs of characters that they have in common, and more
 * where the whole name stands in the label (“姓名” in “申请人姓名”).
 */
const alike = (label: ReadonlySet<string>, name: ReadonlySet<string>): number => {
  if (label.size === 0 || name.size === 0) return 0
  const shared = [...name].filter((pair) => label.has(pair)).length
  return (2 * shared) / (label.size + name.size) + (shared === name.size ? whole : 0)
}
const whole = 0.4

const named = elements.map((element) => ({ element, pairs: pairs(element.name) }))
/** Below this a likeness is chance: one pair shared by two names of five characters. */
const least = 0.3

/**
 * Elements of the dictionary that a question may mean, the likeliest first, at most `most`. `type` is the component's
 * type; elements whose answers it cannot give are left out. A guess for a person to accept, never applied by itself.
 */
export const suggestElements = (label: string, type: string, most = 3): readonly Element[] => {
  const kind = kindOf(type)
  const own = pairs(label)
  return named
    .filter(({ element }) => kind === undefined || fits(kind, element.type))
    .map((one) => ({ element: one.element, score: alike(own, one.pairs) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.element.code < b.element.code ? -1 : 1))
    .slice(0, most)
    .map(({ element }) => element)
}
