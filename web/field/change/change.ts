import type { HouseholdChange } from '../../../functions/api/contract/index.ts'
import type { Known } from '../entry/known.ts'
import { type Mistake, type Say, wrongText } from '../entry/mistake.ts'
import { peopleMistakes, personRequest } from '../entry/persons.ts'
import type { PersonEntry } from '../registration.ts'

export type ChangeEntry = { readonly address: string; readonly join: readonly PersonEntry[] }

/** States in which nobody works on a case any more. */
const ended = ['refused', 'stopped', 'closed']
export const isEnded = (stage: string): boolean => ended.includes(stage)

export const isUnchanged = ({ address, join }: ChangeEntry): boolean =>
  address.trim() === '' && join.length === 0

export const changeMistakes = (entry: ChangeEntry, known: Known, say: Say): readonly Mistake[] => {
  const address = entry.address.trim() === '' ? undefined : wrongText(entry.address, 200)
  return [
    ...(address ? [{ path: 'address', message: say(address, 200) }] : []),
    ...peopleMistakes(entry.join, known, 'join', say),
  ]
}

/** What of it is sent: only what was entered. */
export const changeRequest = ({ address, join }: ChangeEntry): HouseholdChange => ({
  ...(address.trim() !== '' && { address: address.trim() }),
  ...(join.length > 0 && { join: join.map(personRequest) }),
})
