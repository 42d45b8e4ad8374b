/** Pairs of neighbouring characters of a text without what only separates; a text of one character is itself. */
const pairs = (text: string): ReadonlySet<string> => {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one))
  return letters.length < 2
    ? new Set(letters)
    : new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

const whole = 0.4
/** Below this a likeness is chance: one pair shared by two names of five characters. */
const least = 0.3

/**
 * How alike a label and a name are: the share of pairs of characters that they have in common, and more where the
 * whole name stands in the label (“姓名” in “申请人姓名”).
 */
const alike = (label: ReadonlySet<string>, name: ReadonlySet<string>): number => {
  if (label.size === 0 || name.size === 0) return 0
  const shared = [...name].filter((pair) => label.has(pair)).length
  return (2 * shared) / (label.size + name.size) + (shared === name.size ? whole : 0)
}

/** Those of a list whose names are most like a label, the likeliest first, at most `most`; a guess, never a decision. */
export const likeliest = <E extends { readonly name: string; readonly code: string }>(
  label: string,
  list: readonly E[],
  most = 3,
): readonly E[] => {
  const own = pairs(label)
  return list
    .map((one) => ({ one, score: alike(own, pairs(one.name)) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one)
}
