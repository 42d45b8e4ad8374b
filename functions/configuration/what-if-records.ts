import { divisionPaths, type Profile } from '#forms/catalogue'
import type { Priced, WhatIfCase } from '#forms/fees'
import {
  type AssessmentBody,
  type AssessmentCardRow,
  type AssessmentRow,
  assessmentContext,
} from '../casework/assessment.ts'
import { type HeadRow, type PersonBody, type PersonRow, personContext } from '../casework/household.ts'
import { type IndexRow, keys, type Row, type TenantStore, Unopenable } from '../store/index.ts'

/** Assessments that one what-if reads at most. */
export const mostRecords = 2000
/** Cards a page, townships asked at once, bodies a request. */
const [pageOf, townshipsAtOnce, bodiesOf] = [500, 8, 100]

export type Quoted = {
  readonly cases: readonly WhatIfCase[]
  readonly unreadable: number
  readonly truncated: boolean
}

type Listed = IndexRow<AssessmentCardRow> & { readonly township: string }

const cardsOf = async (store: TenantStore, month: string, township: string): Promise<readonly Listed[]> => {
  const [pk] = keys.assessmentIndex(keys.monthOf(month), township, '', '')
  const rows: Listed[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.listIndex<AssessmentCardRow>(pk, {
      limit: pageOf,
      ...(after !== undefined && { after }),
    })
    rows.push(...page.items.map((row) => ({ ...row, township })))
    if (page.next === undefined || rows.length > mostRecords) return rows
    after = page.next
  }
}

/** What the prices ask of a case beside its services; most cities ask nothing, and then nothing more is read. */
const asks = (sides: readonly Priced[], { divisions }: Profile) => {
  const rows = sides.flatMap(({ fees }) => fees.rows)
  const offers = sides.flatMap(({ catalogue }) => catalogue.activations ?? [])
  const villages = new Set(divisions.flatMap(({ kind, code }) => (kind === 'village' ? [code] : [])))
  return {
    objectClass: rows.some((row) => row.objectClass !== undefined),
    village: [...rows, ...offers].some(({ division }) => division !== undefined && villages.has(division)),
  }
}

const householdOf = ({ key: [pk] }: Listed): string => pk.slice('HH#'.length)
const idOf = ({ key: [, sk] }: Listed): string => sk.slice('A#'.length)

/** Undefined for bytes that do not open: one broken record must not hide the others. */
const opened = <T>(store: TenantStore, bytes: Uint8Array, context: string): T | undefined => {
  try {
    return store.open<T>(bytes, context)
  } catch (error) {
    if (error instanceof Unopenable) return undefined
    throw error
  }
}

/**
 * The services that a month's assessments advised in some townships, without anybody's name: one Query a township and
 * page, one BatchGet a hundred records; of households and persons only where a price depends on village or object
 * class. Those that a second investigator has still to confirm stand in no month yet. Cut off after `mostRecords`.
 */
export const quotedIn = async (
  store: TenantStore,
  month: string,
  townships: readonly string[],
  profile: Profile,
  sides: readonly Priced[],
): Promise<Quoted> => {
  const listed: Listed[] = []
  for (let at = 0; at < townships.length && listed.length <= mostRecords; at += townshipsAtOnce) {
    const some = townships.slice(at, at + townshipsAtOnce)
    listed.push(...(await Promise.all(some.map((township) => cardsOf(store, month, township)))).flat())
  }
  const records = listed.slice(0, mostRecords)
  const asked = asks(sides, profile)
  const pathOf = divisionPaths(profile.divisions)
  const cases: WhatIfCase[] = []
  let unreadable = 0
  for (let at = 0; at < records.length; at += bodiesOf) {
    const some = records.slice(at, at + bodiesOf)
    const rows = await store.getAll<AssessmentRow>(some.map(({ key }) => key))
    const heads = asked.village
      ? await store.getAll<HeadRow>(some.map((one) => keys.householdKey(householdOf(one))))
      : []
    const people = asked.objectClass ? await classesOf(store, some) : new Map<string, string | undefined>()
    for (const [i, one] of some.entries()) {
      const found = bodyOf(store, one, rows[i])
      if (!found) unreadable++
      else if (found.quote.lines.length > 0)
        cases.push({
          household: householdOf(one),
          path: heads[i]?.card.path ?? pathOf(one.township),
          lines: linesOf(found, people.get(personOf(one))),
        })
    }
  }
  return { cases, unreadable, truncated: listed.length > mostRecords }
}

const bodyOf = (
  store: TenantStore,
  one: Listed,
  row: Row<AssessmentRow> | undefined,
): AssessmentBody | undefined =>
  row && opened<AssessmentBody>(store, row.body, assessmentContext(householdOf(one), idOf(one)))

const linesOf = (
  { quote, outcomes }: AssessmentBody,
  objectClass: string | undefined,
): WhatIfCase['lines'] => {
  const levels = outcomes.flatMap(({ level }) => level ?? [])
  return quote.lines.map(({ item, quantity }) => ({ item, quantity, levels, objectClass }))
}

const personOf = (one: Listed): string => `${householdOf(one)} ${one.card.person ?? ''}`

/** Object classes by household and person. */
const classesOf = async (
  store: TenantStore,
  some: readonly Listed[],
): Promise<ReadonlyMap<string, string | undefined>> => {
  const about = some.flatMap((one) =>
    one.card.person === undefined
      ? []
      : [{ name: personOf(one), household: householdOf(one), person: one.card.person }],
  )
  const rows = await store.getAll<PersonRow>(
    about.map(({ household, person }) => keys.personKey(household, person)),
  )
  return new Map(
    about.map(({ name, household, person }, i) => {
      const bytes = rows[i]?.body
      const body = bytes && opened<PersonBody>(store, bytes, personContext(household, person))
      return [name, body?.objectClass]
    }),
  )
}
