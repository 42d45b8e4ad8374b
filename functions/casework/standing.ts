import { keys, type Row, type Write } from '../store/index.ts'
import type { CaseRow } from './case.ts'
import type { HeadRow } from './household.ts'
import { ended } from './stages.ts'

const unique = (list: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(list.filter((one) => one !== undefined))].toSorted()

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

type Working = Pick<CaseRow, 'by' | 'partner' | 'provider'> & {
  readonly card: Pick<CaseRow['card'], 'stage' | 'assignee'>
}

/**
 * Who reaches the household, from its cases as they will be: the pair of each open case, or who opened it while there
 * is no pair; who registered it until there is a case; the providers of open cases. Nobody keeps access to a
 * household for having worked there once. Empty where the head says so already, unless it `moves`: of two changes at
 * once that rest on each other's cases the second is then refused by the head's revision.
 */
export const standingWrites = (
  head: Row<HeadRow>,
  cases: readonly Working[],
  moves: boolean,
): readonly Write[] => {
  const open = cases.filter(({ card }) => !ended.includes(card.stage))
  const assignees = unique(
    cases.length === 0
      ? [head.by]
      : open.flatMap(({ by, card, partner }) =>
          card.assignee === undefined ? [by] : [card.assignee, partner],
        ),
  )
  const providers = unique(open.map(({ provider }) => provider))
  const { card, rev } = head
  if (!moves && same(assignees, card.assignees) && same(providers, card.providers)) return []
  return [
    {
      change: keys.householdKey(card.id),
      set: {},
      card: { ...card, assignees, providers },
      index: keys.householdIndex(card.township, card.village, card.id),
      expect: { rev },
    },
  ]
}

/** Whether a case gives, takes or moves access as it changes. */
export const worksAnew = (before: Working, after: Working): boolean => {
  const works = ({ card, partner, provider }: Working) =>
    ended.includes(card.stage) ? [] : [card.assignee ?? '', partner ?? '', provider ?? '']
  return !same(works(before), works(after))
}
