import type { HouseholdRequest } from '../../../functions/api/contract/index.ts'
import type { Known } from '../entry/known.ts'
import { type Mistake, type Say, wrongText } from '../entry/mistake.ts'
import { blankPerson, peopleMistakes, personRequest } from '../entry/persons.ts'
import { HEAD, type Registration, type RegistrationEntry } from '../registration.ts'
import type { Ground } from './places.ts'

/** A registration on which nothing is said yet, but what can only be one way. */
export const blankRegistration = (
  city: string,
  ids: readonly [household: string, person: string],
): Registration => ({
  kind: 'household',
  id: ids[0],
  city,
  savedAt: '',
  entry: {
    township: '',
    village: '',
    address: '',
    people: [blankPerson(ids[1], HEAD)],
    basis: '',
    agreed: false,
  },
})

/** The entry with the only township, and the only village, that can be meant. */
export const placed = (entry: RegistrationEntry, { townships, villagesOf }: Ground): RegistrationEntry => {
  const [only, ...more] = townships
  const township = entry.township === '' && only && more.length === 0 ? only.code : entry.township
  if (township === '') return entry
  const villages = villagesOf(township)
  const village = villages.length === 1 && villages[0] ? villages[0].code : entry.village
  return { ...entry, township, village }
}

/** What the server would refuse, in its own paths, in the order of the page. */
export const registrationMistakes = (
  entry: RegistrationEntry,
  ground: Ground,
  known: Known,
  say: Say,
): readonly Mistake[] => {
  const list: Mistake[] = []
  const wrong = (path: string, message: string) => list.push({ path, message })
  if (!ground.townships.some(({ code }) => code === entry.township)) wrong('township', say('choose'))
  else if (!ground.villagesOf(entry.township).some(({ code }) => code === entry.village))
    wrong('village', say('choose'))
  const address = wrongText(entry.address, 200)
  if (address) wrong('address', say(address, 200))
  if (entry.people.length === 0) wrong('people', say('people'))
  list.push(...peopleMistakes(entry.people, known, 'people', say))
  if (entry.basis === '') wrong('lawfulBasis', say('choose'))
  if (entry.basis === 'consent' && !entry.agreed) wrong('agreed', say('agreed'))
  return list
}

/** What is sent. `basis` has been chosen, or it would not be. */
export const registrationRequest = (
  { id, entry }: Registration,
  noticeVersion: string,
): HouseholdRequest => ({
  id,
  township: entry.township,
  village: entry.village,
  address: entry.address.trim(),
  lawfulBasis: entry.basis === '' ? 'statutory_duty' : entry.basis,
  noticeVersion,
  people: entry.people.map(personRequest),
})
