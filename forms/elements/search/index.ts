import { alsoOf } from './also.ts'
import { type Named, ranked } from './likeness.ts'

export { alsoOf } from './also.ts'

type Sought = Named & {
  readonly standard?: string | undefined
  readonly options?: Readonly<Record<string, string>> | undefined
}

/**
 * Elements of a list that a label may mean, the likeliest first, at most `most` of those that `fits`; a guess, never a
 * decision. The list is read once, so that the same one should be handed over again.
 */
export const likeliest = <E extends Named>(
  label: string,
  list: readonly E[],
  most = 3,
  fits: (one: E) => boolean = () => true,
): readonly E[] =>
  ranked(label, list)
    .filter(({ one }) => fits(one))
    .slice(0, most)
    .map(({ one }) => one)

/**
 * Elements of a list that somebody looks for: by a name or another word for it, alike or in part, then by the code,
 * an option or the standard that every word stands in. All of them where nothing is looked for.
 */
export const findElements = <E extends Sought>(sought: string, list: readonly E[]): readonly E[] => {
  const words = sought.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return list
  const holds = list.filter((one) => words.every((word) => textOf(one).includes(word)))
  const alike = ranked(sought, list).map(({ one }) => one)
  return [...new Set([...alike, ...holds])]
}

const textOf = ({ name, code, standard = '', options = {} }: Sought): string =>
  [name, code, standard, ...alsoOf(code), ...Object.values(options)].join(' ').toLowerCase()

/** The element that a word names: by its code, its name, or a word that no other is called by. */
export const elementNamed = <E extends Named>(word: string, list: readonly E[]): E | undefined => {
  const known = list.find(({ code, name }) => code === word || name === word)
  if (known || word === '') return known
  const also = list.filter(({ code }) => alsoOf(code).includes(word))
  return also.length === 1 ? also[0] : undefined
}
