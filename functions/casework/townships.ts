import { divisionPaths } from '#forms/catalogue'
import { localDate } from '#forms/standards'
import type { Page } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { ListOptions, TenantStore } from '../store/index.ts'
import { document, releaseInUse } from './configuration.ts'

/**
 * The townships whose lists are asked for: the one named, else every one that the caller's divisions touch, in the
 * profile's order. Which rows of a list the caller sees is decided row by row, not here.
 */
export const townshipsAsked = async (
  store: TenantStore,
  named: string | undefined,
  clock: () => Date,
): Promise<readonly string[]> => {
  if (named !== undefined) return [named]
  const { divisions } = await document(store, await releaseInUse(store, localDate(clock())), 'profile')
  const townships = divisions.filter(({ kind }) => kind === 'township').map(({ code }) => code)
  const { roles } = store.tenant
  if (roles.some((grant) => grant.divisions === undefined)) return townships
  const mine = roles.flatMap((grant) => grant.divisions ?? [])
  const pathOf = divisionPaths(divisions)
  const above = new Set(mine.flatMap(pathOf))
  const lies = (code: string) => pathOf(code).some((at) => mine.includes(at))
  return townships.filter((code) => above.has(code) || lies(code))
}

/** Stands between the township and its own cursor; in neither of them. */
const separator = '~'
const usualLimit = 50
/** A page asks no more often than this, so that it ends in time where most townships are empty. */
const mostReads = 50

/**
 * One list made of the lists of several townships, one after the other. Its cursor names the township that it stands
 * in; of a single township it is that township's own. Throws `Refused('malformed')` for any other cursor.
 */
export const overTownships = async <T>(
  townships: readonly string[],
  page: Pick<ListOptions, 'limit' | 'after'>,
  read: (township: string, page: Pick<ListOptions, 'limit' | 'after'>) => Promise<Page<T>>,
): Promise<Page<T>> => {
  const [first, ...more] = townships
  if (first === undefined) return { items: [] }
  if (more.length === 0) return read(first, page)
  const { limit = usualLimit, after: cursor } = page
  const [from = first, inner = ''] = cursor?.split(separator) ?? []
  let at = townships.indexOf(from)
  if (at < 0 || (cursor !== undefined && !cursor.includes(separator)))
    throw new Refused('malformed', '翻页位置无效，请从第一页重新打开列表。')
  let after = inner
  const items: T[] = []
  for (let reads = 0; at < townships.length; reads++) {
    const township = townships[at] ?? first
    if (items.length >= limit || reads >= mostReads) return { items, next: township + separator + after }
    const got = await read(township, { limit: limit - items.length, ...(after !== '' && { after }) })
    items.push(...got.items)
    after = got.next ?? ''
    if (got.next === undefined) at++
  }
  return { items }
}
