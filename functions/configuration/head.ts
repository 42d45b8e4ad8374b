import { keys, type Row, type TenantStore } from '../store/index.ts'
import type { HeadRow, Pointer, WorkRow } from './rows.ts'

/**
 * The release in use on a local date. No job flips anything:
 *
 *     live ───────────────┐ next.from
 *                         └────────────── next
 */
export const inUse = (head: HeadRow | undefined, today: string): Pointer | undefined =>
  head?.next !== undefined && head.next.from <= today ? head.next : head?.live

/** A release that waits for its day. */
export const scheduled = (head: HeadRow | undefined, today: string): HeadRow['next'] =>
  head?.next !== undefined && head.next.from > today ? head.next : undefined

/** What a draft builds on: the newest intention, which may still wait for its day. */
export const baseOf = (head: HeadRow | undefined): Pointer | undefined => head?.next ?? head?.live

/**
 * Both mutable rows as they stand now. The work is read first: whoever publishes writes both at once, so work that is
 * new comes with a head that is new, and a write over older work is refused by its revision.
 */
export const headAndWork = async (
  store: TenantStore,
): Promise<{ readonly head: Row<HeadRow> | undefined; readonly work: Row<WorkRow> | undefined }> => {
  const work = await store.get<WorkRow>(keys.workKey, { consistent: true })
  const head = await store.get<HeadRow>(keys.headKey, { consistent: true })
  return { head, work }
}

/** The head as any reader sees it. */
export const headOf = (store: TenantStore): Promise<Row<HeadRow> | undefined> =>
  store.get<HeadRow>(keys.headKey)
