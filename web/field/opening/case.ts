import type { Profile, Programmes } from '#forms/catalogue'
import type { CaseRequest, CaseView } from '../../../functions/api/contract/index.ts'
import { isEnded } from '../change/change.ts'
import type { Mistake, Say } from '../entry/mistake.ts'
import { dueInOrder, type PairEntry, pairRequest } from './pair.ts'

export type CaseEntry = PairEntry & {
  readonly programme: string
  readonly persons: readonly string[]
  readonly source: string
}

type Programme = Programmes['programmes'][number]

/** Whether the programme's time has run out on a local date. */
export const isOver = ({ window }: Pick<Programme, 'window'>, today: string): boolean =>
  window !== null && window.to < today

/** How a case may come in: the city's channels; where it names none, the two that there always are. */
export const channelsOf = (
  { channels }: Pick<Profile, 'channels'>,
  usual: Readonly<Record<'window' | 'outreach', string>>,
): readonly { readonly key: string; readonly name: string }[] =>
  channels.length > 0
    ? channels
    : [
        { key: 'window', name: usual.window },
        { key: 'outreach', name: usual.outreach },
      ]

/** Who of the chosen people has an open case of the chosen programme already. */
export const alreadyIn = (
  { programme, persons }: Pick<CaseEntry, 'programme' | 'persons'>,
  cases: readonly Pick<CaseView, 'programme' | 'persons' | 'stage'>[],
): readonly string[] => {
  const open = cases.filter((one) => one.programme === programme && !isEnded(one.stage))
  return persons.filter((person) => open.some((one) => one.persons.includes(person)))
}

export const caseMistakes = (entry: CaseEntry, today: string, say: Say): readonly Mistake[] => {
  const list: Mistake[] = []
  if (entry.programme === '') list.push({ path: 'programme', message: say('choose') })
  if (entry.persons.length === 0) list.push({ path: 'persons', message: say('persons') })
  if (entry.source === '') list.push({ path: 'source', message: say('choose') })
  if (entry.assignee !== '' && !dueInOrder(entry.due, today)) list.push({ path: 'due', message: say('due') })
  return list
}

/** A due date without anybody who keeps it is not sent. */
export const caseRequest = (id: string, entry: CaseEntry): CaseRequest => ({
  id,
  programme: entry.programme,
  persons: entry.persons,
  source: entry.source,
  ...pairRequest(entry.assignee === '' ? { ...entry, due: '' } : entry),
})
