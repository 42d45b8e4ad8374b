import { isLocalDate, readIdNumber } from '#forms/standards'
import type { HouseholdRequest } from '../../../functions/api/contract/index.ts'
import type { PersonEntry } from '../registration.ts'
import type { Known } from './known.ts'
import { type Mistake, type Say, type Wrong, wrongText } from './mistake.ts'

/** Under this age a guardian must be on file (PIPL art. 31). */
export const guardianAge = 14
export const mostPeople = 30

export const blankPerson = (id: string, relation = ''): PersonEntry => ({
  ...{ id, name: '', relation, idNumber: '', born: '' },
  ...{ phone: '', objectClass: '', traits: [], guardian: '' },
})

/** Whole years between two local dates. */
export const ageOn = (born: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

const read = ({ idNumber }: PersonEntry, { today, demo }: Pick<Known, 'today' | 'demo'>) =>
  idNumber.trim() === '' ? undefined : readIdNumber(idNumber.trim(), { today, demo })

/** The local date of birth: what the id number says, else what was typed; undefined while neither is right. */
export const bornOf = (person: PersonEntry, known: Pick<Known, 'today' | 'demo'>): string | undefined => {
  const said = read(person, known)
  if (typeof said === 'object') return said.birth
  return said === undefined && isLocalDate(person.born) ? person.born : undefined
}

export const needsGuardian = (person: PersonEntry, known: Pick<Known, 'today' | 'demo'>): boolean => {
  const born = bornOf(person, known)
  return born !== undefined && born <= known.today && ageOn(born, known.today) < guardianAge
}

const phoneShape = /^\+?[0-9][0-9 -]{4,19}$/

function* wrongOf(person: PersonEntry, known: Known): Generator<readonly [string, Wrong, number?]> {
  const name = wrongText(person.name, 50)
  if (name) yield ['name', name, 50]
  if (person.relation === '') yield ['relation', 'choose']
  const said = read(person, known)
  if (typeof said === 'string') yield ['idNumber', said]
  if (said === undefined && person.born !== '') {
    if (!isLocalDate(person.born)) yield ['born', 'date']
    else if (person.born > known.today) yield ['born', 'future']
  }
  if (person.phone.trim() !== '' && !phoneShape.test(person.phone.trim())) yield ['phone', 'phone']
  if (person.guardian.trim() !== '') {
    const guardian = wrongText(person.guardian, 50)
    if (guardian) yield ['guardian', guardian, 50]
  } else if (needsGuardian(person, known)) yield ['guardian', 'guardian']
}

/** What the server would refuse about these people, in its own paths; `list` is what the request calls them. */
export const peopleMistakes = (
  people: readonly PersonEntry[],
  known: Known,
  list: 'people' | 'join',
  say: Say,
): readonly Mistake[] => {
  const numbers = people.map((person) => {
    const said = read(person, known)
    return typeof said === 'object' ? said.number : undefined
  })
  return people.flatMap((person, at) => {
    const wrong = [...wrongOf(person, known)]
    if (numbers[at] !== undefined && numbers.indexOf(numbers[at]) < at) wrong.push(['idNumber', 'twice'])
    return wrong.map(([field, what, most]) => ({
      path: `${list}[${at}].${field}`,
      message: say(what, most),
    }))
  })
}

/** A person as the API takes them: nothing that was left empty, and the birth date only where no number says it. */
export const personRequest = (person: PersonEntry): HouseholdRequest['people'][number] => {
  const text = (key: 'idNumber' | 'phone' | 'guardian' | 'objectClass') => {
    const bare = person[key].trim()
    return bare === '' ? {} : { [key]: bare }
  }
  return {
    id: person.id,
    name: person.name.trim(),
    relation: person.relation,
    traits: person.traits,
    ...text('idNumber'),
    ...text('phone'),
    ...text('guardian'),
    ...text('objectClass'),
    ...(person.idNumber.trim() === '' && person.born !== '' && { born: person.born }),
  }
}
