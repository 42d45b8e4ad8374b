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

/** Both mutable rows as they stand now. */
export const headAndWork = async (
  store: TenantStore,
): Promise<{ readonly head: Row<HeadRow> | undefined; readonly work: Row<WorkRow> | undefined }> => {
  const [head, work] = await store.getAll<object>([keys.headKey, keys.workKey], { consistent: true })
  return { head: head as Row<HeadRow> | undefined, work: work as Row<WorkRow> | undefined }
}

/** The head as any reader sees it. */
export const headOf = (store: TenantStore): Promise<Row<HeadRow> | undefined> =>
  store.get<HeadRow>(keys.headKey)
