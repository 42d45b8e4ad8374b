import type { Change, ChangeEffect } from '../../../functions/api/contract/index.ts'

/** What a change may do to answers, worst first. */
export const kinds: readonly ChangeEffect[] = ['loses-answers', 'changes-meaning', 'tightens', 'compatible']

/** The worst first; what says nothing of answers keeps its place among what does no harm. */
const rank = ({ effect }: Change): number => kinds.indexOf(effect ?? 'compatible')
export const worstFirst = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => rank(a) - rank(b))

export const isHarmless = (change: Change): boolean => rank(change) === kinds.length - 1

export const countOf = (changes: readonly Change[], kind: ChangeEffect): number =>
  changes.filter(({ effect }) => effect === kind).length
