import type { CaseAction } from '../../../functions/api/contract/index.ts'
import type { Mistake, Say } from '../entry/mistake.ts'
import { wrongText } from '../entry/mistake.ts'
import { dueInOrder, type PairEntry, pairRequest } from '../opening/pair.ts'

export type ActionName = CaseAction['action']

/** What is entered for an action; each needs a part of it. */
export type ActionEntry = PairEntry & {
  readonly reason: string
  readonly approved: boolean | undefined
  readonly provider: string
}
export const blankAction: ActionEntry = {
  ...{ assignee: '', partner: '', due: '', reason: '' },
  ...{ approved: undefined, provider: '' },
}

const leastReason = 5
const reasonInOrder = (reason: string) =>
  reason.trim().length >= leastReason && wrongText(reason, 500) === undefined

/** What the server would refuse about this action, in its own paths. */
export const actionMistakes = (
  action: ActionName,
  entry: ActionEntry,
  today: string,
  say: Say,
): readonly Mistake[] => {
  const list: Mistake[] = []
  const wrong = (path: string, message: string) => list.push({ path, message })
  switch (action) {
    case 'accept':
    case 'assign':
      if (entry.assignee === '') wrong('assignee', say('choose'))
      if (!dueInOrder(entry.due, today)) wrong('due', say('due'))
      break
    case 'return':
    case 'stop':
    case 'close':
      if (!reasonInOrder(entry.reason)) wrong('reason', say('reason'))
      break
    case 'decide':
      if (entry.approved === undefined) wrong('approved', say('decision'))
      if (entry.approved === false && !reasonInOrder(entry.reason)) wrong('reason', say('refusal'))
      if (entry.approved === true && entry.reason.trim() !== '' && !reasonInOrder(entry.reason))
        wrong('reason', say('reason'))
      break
    case 'refer':
      if (entry.provider === '') wrong('provider', say('provider'))
      break
    case 'assess':
    case 'start':
      break
  }
  return list
}

/** The action as the API takes it; only once nothing is wrong with its entry. */
export const actionRequest = (action: ActionName, entry: ActionEntry, household: string): CaseAction => {
  const reason = entry.reason.trim()
  switch (action) {
    case 'accept':
    case 'assign':
      return { action, household, ...pairRequest(entry), assignee: entry.assignee }
    case 'return':
    case 'stop':
    case 'close':
      return { action, household, reason }
    case 'decide':
      return { action, household, approved: entry.approved === true, ...(reason !== '' && { reason }) }
    case 'refer':
      return { action, household, provider: entry.provider }
    case 'assess':
    case 'start':
      return { action, household }
  }
}
