import { canonical } from '#forms/release'
import { localDate } from '#forms/standards'
import type { Release } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { keys, type Row, sha256, type TenantStore } from '../store/index.ts'
import { inUse, scheduled } from './head.ts'
import type { HeadRow, Pointer, ReleaseRow } from './rows.ts'

/** Hash of a release's row. The head carries it, so a cached row can be told from any other of the same number. */
export const shaOf = (row: ReleaseRow): string => sha256(canonical(row))

/** Releases never change, so those in use are kept for the life of the process: some kilobytes a city. */
const kept = new Map<string, ReleaseRow>()
const room = 500

/**
 * The release in use on a local date; undefined before the first one. Warm it costs one eventually consistent read of
 * a small row (0.5 RCU).
 */
export const live = async (store: TenantStore, today: string): Promise<ReleaseRow | undefined> => {
  const pointer = inUse(await store.get<HeadRow>(keys.headKey), today)
  return pointer && pointed(store, pointer)
}

/** The same, for callers that cannot go on without. Throws `Refused('not-found')`. */
export const liveOrRefuse = async (store: TenantStore, today: string): Promise<ReleaseRow> => {
  const found = await live(store, today)
  if (found) return found
  throw new Refused('not-found', '本市还没有正在使用的配置，请市级管理员先发布第一版配置。')
}

/** The release that the head points at. */
export const pointed = async (store: TenantStore, { release: n, sha }: Pointer): Promise<ReleaseRow> => {
  const name = `${store.tenant.city}|${n}|${sha}`
  const cached = kept.get(name)
  if (cached) return cached
  const row = await release(store, n)
  if (!row || shaOf(row) !== sha) throw new Error(`release ${n} is not what the head says`)
  if (kept.size >= room) kept.delete(kept.keys().next().value ?? '')
  kept.set(name, row)
  return row
}

/** One release by number, however old; undefined where there is none. */
export const release = async (store: TenantStore, n: number): Promise<ReleaseRow | undefined> => {
  if (!Number.isInteger(n) || n < 1 || n > 999_999) return undefined
  const row = await store.get<ReleaseRow>(keys.releaseKey(n))
  return row && bare(row)
}

/** The same, or `Refused('not-found')`. */
export const releaseOrRefuse = async (store: TenantStore, n: number): Promise<ReleaseRow> => {
  const row = await release(store, n)
  if (row) return row
  throw new Refused('not-found', `本市没有第 ${n} 版配置，请从配置版本列表中选择。`)
}

const bare = ({ rev: _, ...row }: Row<ReleaseRow> & { readonly sk?: string }): ReleaseRow => {
  const { sk: __, ...rest } = row
  return rest
}

/** Whether a release is used on a local date, waits for its day, or neither. */
export const stateIn = (head: HeadRow | undefined, n: number, today: string): Release['state'] => {
  if (inUse(head, today)?.release === n) return 'live'
  return scheduled(head, today)?.release === n ? 'scheduled' : 'past'
}

/** How the API shows a release. */
export const view = (row: ReleaseRow, state: Release['state']): Release => {
  const { schema: _, replaces: __, ...shown } = row
  return { ...shown, state }
}

/** The same for a release that was just made, by the head as it stands now. */
export const shown = async (store: TenantStore, row: ReleaseRow, clock: () => Date): Promise<Release> => {
  const head = await store.get<HeadRow>(keys.headKey, { consistent: true })
  return view(row, stateIn(head, row.n, localDate(clock())))
}

/** A page of releases, newest first. */
export const releases = async (
  store: TenantStore,
  {
    today,
    limit,
    after,
  }: { readonly today: string; readonly limit: number; readonly after?: string | undefined },
): Promise<{ readonly items: readonly Release[]; readonly next?: string }> => {
  const head = await store.get<HeadRow>(keys.headKey)
  const page = await store.list<ReleaseRow>('RELEASE', {
    newestFirst: true,
    limit,
    ...(after !== undefined && { after }),
  })
  return {
    items: page.items.map((row) => view(bare(row), stateIn(head, row.n, today))),
    ...(page.next !== undefined && { next: page.next }),
  }
}

/**
 * The release that was, is or will be in use on a local date: of those effective by then the newest, without the ones
 * that were scheduled and replaced before their day. Throws `Refused('not-found')` for a day before the first.
 */
export const releaseOn = async (store: TenantStore, on: string, today: string): Promise<ReleaseRow> => {
  if (on >= today) return liveOrRefuse(store, on)
  const rows = await store.all<ReleaseRow>('RELEASE', { newestFirst: true })
  const replaced = new Set(rows.map((row) => row.replaces))
  const found = rows.find((row) => row.effectiveFrom <= on && !replaced.has(row.n))
  if (found) return bare(found)
  throw new Refused('not-found', `${on} 时本市还没有正在使用的配置，请选择第一版配置生效之后的日期。`)
}
