import type { Profile } from '#forms/catalogue'
import type { Outcome } from '#forms/engine'
import { localDate } from '#forms/standards'
import type { TenantStore } from '../store/index.ts'
import type { CaseRow } from './case.ts'
import type { Collection } from './collection.ts'
import { type PersonBody, personContext } from './household.ts'
import type { Registered } from './people.ts'

/**
 * What an act adds to the month's counters. `forms/indicators` says which of them make up which figure of a paper;
 * whatever is not written stands for none as soon as the month has any row.
 */
export type Counts = Readonly<Record<string, number>>

type Marks = 'confirmedOn' | 'followed'
type Acting = {
  readonly store: TenantStore
  readonly rows: Collection
  readonly one: Collection['cases'][number]
  readonly today: string
}

const some = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

/** Whether an instant lies in the local year of a date. */
const isOfThisYear = (at: string, today: string): boolean =>
  localDate(new Date(at)).slice(0, 4) === today.slice(0, 4)

/** People who come on file; `objects` are those in a class of the city's (新纳入对象, S2-12). */
export const joined = (people: readonly Registered[]): Counts =>
  some({
    persons: people.length,
    objects: people.filter(({ body }) => body.objectClass !== undefined).length,
  })

/** A case that opens; `outreach`: the city found it itself (政策找人, S1-01), by what its channels are on that day. */
export const opened = ({ channels }: Pick<Profile, 'channels'>, from: string): Counts =>
  some({
    cases: 1,
    outreach: channels.some(({ key, kind }) => key === from && kind === 'outreach') ? 1 : 0,
  })

/** The form of one follow-up of a case (追踪和反馈, S3-25). */
const isFollowUp = (form: string): boolean => form === 'case-visit'

/** Whether a form is the first follow-up of a case. What is written before a case is confirmed follows nothing up. */
export const follows = (form: string, { confirmedOn, followed }: Pick<CaseRow, Marks>): boolean =>
  isFollowUp(form) && confirmedOn !== undefined && followed === undefined

/**
 * A form that is handed in for a case as it stood. `counted.<form>`: its own outcome `counted` says that it counts (only
 * who went home to the family made a visit, S0-02), and the case is confirmed: the visits are divided by confirmed
 * households. `followed`: the first follow-up of a case that was confirmed this year.
 */
export const submitted = (
  form: string,
  outcomes: readonly Outcome[],
  one: Pick<CaseRow, Marks>,
  today: string,
): Counts => {
  const { confirmedOn } = one
  const counts = outcomes.some(({ key, value }) => key === 'counted' && value === 1)
  return some({
    assessments: 1,
    [`form.${form}`]: 1,
    [`counted.${form}`]: counts && confirmedOn !== undefined ? 1 : 0,
    followed: follows(form, one) && confirmedOn?.slice(0, 4) === today.slice(0, 4) ? 1 : 0,
  })
}

/**
 * The first time that the visit of a case is done. Each household and each person counts once, whichever case they are
 * visited for: a household that came on file this year (S3-08), and who came on file this month (S2-12).
 */
export const visited = ({ store, rows, one, today }: Acting): Counts => {
  const others = rows.cases.filter(({ id, visitedOn }) => id !== one.id && visitedOn !== undefined)
  const seen = new Set(others.flatMap(({ persons }) => persons))
  const household = rows.head.card.id
  const newcomers = rows.people.filter(
    ({ id, since, body }) =>
      one.persons.includes(id) &&
      !seen.has(id) &&
      since?.slice(0, 7) === today.slice(0, 7) &&
      store.open<PersonBody>(body, personContext(household, id)).objectClass !== undefined,
  )
  return some({
    visited: 1,
    'visited.in-time': today <= one.card.due ? 1 : 0,
    'visited.new': others.length === 0 && isOfThisYear(rows.head.at, today) ? 1 : 0,
    'objects.followed': newcomers.length,
  })
}

/** A case that is confirmed; a household counts once in a programme, however many of its cases are (S0-01). */
export const confirmed = ({ rows, one }: Pick<Acting, 'rows' | 'one'>): Counts => {
  const before = rows.cases.some(
    ({ id, programme, confirmedOn }) =>
      id !== one.id && programme === one.programme && confirmedOn !== undefined,
  )
  return some({ confirmed: 1, 'confirmed.households': before ? 0 : 1 })
}
