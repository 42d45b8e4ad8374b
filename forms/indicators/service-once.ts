import type { Counting, Programmes } from '../catalogue/index.ts'

/** One service as it was recorded. `id` is a ULID, so that the order of ids is the order of recording. */
export type ServiceRecord = {
  readonly id: string
  readonly person: string
  readonly item: string
  /** Local date. */
  readonly date: string
  readonly programme: string
}

/** A record that another programme has counted already; `words` for the person who reads the list. */
export type Repeat = { readonly record: ServiceRecord; readonly countedIn: string; readonly words: string }
export type Once = { readonly counted: readonly ServiceRecord[]; readonly repeats: readonly Repeat[] }

/**
 * Counts each service in one programme only: the one that recorded it first (S0-20). Two records of one programme are
 * two services, because a person may be visited twice a day. Takes records in any order.
 */
export const countOnce = (
  records: readonly ServiceRecord[],
  { same }: Pick<Counting, 'same'>,
  programmes: Programmes['programmes'],
): Once => {
  const owners = new Map<string, string>()
  const counted: ServiceRecord[] = []
  const repeats: Repeat[] = []
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const service = JSON.stringify(same.map((part) => record[part]))
    const owner = owners.get(service) ?? record.programme
    owners.set(service, owner)
    if (owner === record.programme) counted.push(record)
    else {
      const title = programmes.find(({ key }) => key === owner)?.title ?? owner
      repeats.push({ record, countedIn: owner, words: `已在“${title}”统计，不重复计入。` })
    }
  }
  return { counted, repeats }
}

/** How many services each scope counts: the city's programme and the districts' own apart, never summed twice (S0-34). */
export const countsByScope = (
  { counted }: Once,
  programmes: Programmes['programmes'],
): Readonly<Record<'city' | 'county', number>> => {
  const scopes = new Map(programmes.map(({ key, scope }) => [key, scope]))
  const of = (scope: 'city' | 'county') =>
    counted.filter(({ programme }) => scopes.get(programme) === scope).length
  return { city: of('city'), county: of('county') }
}

/** People whom more than one programme serves (服务对象少重复, S0-14), in the order they are met. */
export const sharedPeople = (
  records: readonly ServiceRecord[],
): readonly { readonly person: string; readonly programmes: readonly string[] }[] => {
  const served = new Map<string, Set<string>>()
  for (const { person, programme } of records)
    served.set(person, (served.get(person) ?? new Set()).add(programme))
  return [...served]
    .filter(([, programmes]) => programmes.size > 1)
    .map(([person, programmes]) => ({ person, programmes: [...programmes].sort() }))
}
