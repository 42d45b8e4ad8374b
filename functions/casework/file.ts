import { localDate } from '#forms/standards'
import type { HouseholdFile, PersonView } from '../api/contract/index.ts'
import type { Subject } from '../identity/index.ts'
import type { TenantStore } from '../store/index.ts'
import { assessmentCard } from './assessment.ts'
import { caseView } from './case.ts'
import { type Collection, collect, workersOf, workersOn } from './collection.ts'
import { document, releaseInUse } from './configuration.ts'
import { cardOf, type HeadBody, headContext, type PersonBody, personContext } from './household.ts'
import { hides, maskedFor } from './masked.ts'
import { memberNames } from './names.ts'
import { isService, reaches, rolesHere, within } from './reach.ts'
import { ended } from './stages.ts'
import { taskCard } from './task.ts'

/** The part of a household that a provider sees: the open cases referred to it and the persons they are about. */
const referred = (store: TenantStore, rows: Collection): Collection => {
  const mine = store.tenant.roles.flatMap(({ role, provider }) =>
    role === 'provider' && provider ? [provider] : [],
  )
  const cases = rows.cases.filter(
    ({ card, provider }) => provider !== undefined && mine.includes(provider) && !ended.includes(card.stage),
  )
  const persons = new Set(cases.flatMap((one) => one.persons))
  return {
    ...rows,
    cases,
    people: rows.people.filter(({ id }) => persons.has(id)),
    tasks: [],
    assessments: [],
  }
}

const personView = (
  store: TenantStore,
  household: string,
  row: Collection['people'][number],
  place: Subject,
  whole: boolean,
): PersonView => {
  const body = store.open<PersonBody>(row.body, personContext(household, row.id))
  const mask = maskedFor(store, place)
  const at = (field: 'name' | 'idNumber' | 'phone' | 'guardian') => {
    const text = body[field]
    return text === undefined ? undefined : mask(field, text, `people.${row.id}.${field}`)
  }
  const [idNumber, phone, guardian] = [at('idNumber'), at('phone'), at('guardian')]
  // Traits and class say who is ill, disabled or on relief.
  const told = !hides(store, 'personal', 'household.read', place)
  return {
    id: row.id,
    name: mask('name', body.name, `people.${row.id}.name`),
    relation: body.relation,
    traits: told ? body.traits : [],
    ...(whole && idNumber && { idNumber }),
    ...(phone && { phone }),
    ...(whole && guardian && { guardian }),
    ...(told && body.born !== undefined && { birthYear: Number(body.born.slice(0, 4)) }),
    ...(told && body.objectClass !== undefined && { objectClass: body.objectClass }),
    ...(row.serviceNumber !== undefined && { serviceNumber: row.serviceNumber }),
  }
}

/**
 * One household, one file (一户一档): one Query, and at the same time one request for the release in use, whose procedure
 * says who may do what next; then one for the names of its workers. Masked by sensitivity and role; a provider gets
 * the persons referred to it, without id numbers. Refuses: `not-found`, also when out of scope.
 */
export const openHousehold = async (
  store: TenantStore,
  household: string,
  clock: () => Date,
): Promise<HouseholdFile> => {
  const [rows, release] = await Promise.all([
    collect(store, household),
    releaseInUse(store, localDate(clock())),
  ])
  const also = workersOf(rows)
  const head = within(store, 'household.read', rows.head, also)
  const place: Subject = { path: head.card.path, assignees: [...head.card.assignees, ...also] }
  const whole = reaches(store, 'household.read', place)
  const shown = whole ? rows : referred(store, rows)
  const names = whole && !isService(store) ? await namesFor(store, shown) : new Map<string, string>()
  const mine: Subject = { ...place, providers: head.card.providers }
  const { stages } = await document(store, release, 'profile')
  const { address } = store.open<HeadBody>(head.body, headContext(household))
  const card = cardOf(head)
  const { path, providers } = head.card
  const rolesOn = (one: Collection['cases'][number]) =>
    rolesHere(store, 'case.act', { path, providers, assignees: workersOn(one, rows) })
  return {
    ...card,
    address: maskedFor(store, mine)('address', address, 'address'),
    lawfulBasis: head.lawfulBasis,
    noticeVersion: head.noticeVersion,
    people: shown.people.map((row) => personView(store, household, row, mine, whole)),
    cases: shown.cases.map((row) => caseView(row, rolesOn(row), stages, names)),
    tasks: shown.tasks.map((row) => taskCard(row.id, row.card, card)),
    assessments: shown.assessments.map((row) => assessmentCard(row.id, row, names.get(row.card.by))),
  }
}

const namesFor = (store: TenantStore, { cases, assessments }: Collection) =>
  memberNames(store, [
    ...cases.flatMap(({ card, partner }) => [card.assignee, partner]),
    ...assessments.map(({ card }) => card.by),
  ])
