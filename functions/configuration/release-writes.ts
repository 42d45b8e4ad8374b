import type { Manifest } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { auditWrite, Conflict, keys, type TenantStore, type Write } from '../store/index.ts'
import { inUse, scheduled } from './head.ts'
import { type Once, onceWrite } from './once.ts'
import { shaOf } from './releases.ts'
import type { HeadRow, ReleaseRow, WorkRow } from './rows.ts'
import type { Workbench } from './work.ts'

/** What brings the time and the ids; injected, so that tests decide them. */
export type Means = { readonly clock: () => Date; readonly ids: () => string }

export type NewRelease = {
  readonly note: string
  readonly documents: Manifest
  readonly effectiveFrom: string
  readonly today: string
  readonly restored?: number
  /** The draft after the release. */
  readonly docs: WorkRow['docs']
  readonly action: 'release.publish' | 'release.restore'
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * The one transaction that makes a release: manifest (must be absent), head and draft (must be as they were read), and
 * the audit row, with the answer to a repeated request where one may come. Either all stand or none. Throws `Refused`: `stale` where the draft moved on, `conflict` where
 * another release came first.
 */
export const writeRelease = async (
  store: TenantStore,
  bench: Workbench,
  release: NewRelease,
  { clock, ids }: Means,
  once: Once | undefined,
): Promise<ReleaseRow> => {
  const at = clock().toISOString()
  const n = (bench.head?.last ?? 0) + 1
  const waiting = scheduled(bench.head, release.today)
  const row: ReleaseRow = {
    schema: 1,
    n,
    note: release.note,
    by: store.tenant.member,
    at,
    effectiveFrom: release.effectiveFrom,
    documents: release.documents,
    ...(release.restored !== undefined && { restored: release.restored }),
    ...(waiting && { replaces: waiting.release }),
  }
  const head = headAfter(bench.head, row, release.today)
  const writes: readonly Write[] = [
    { put: keys.releaseKey(n), item: row, expect: 'absent' },
    { put: keys.headKey, item: head, expect: bench.head ? { rev: bench.head.rev } : 'absent' },
    {
      put: keys.workKey,
      item: { schema: 1, docs: release.docs } satisfies WorkRow,
      expect: bench.rev === 0 ? 'absent' : { rev: bench.rev },
    },
    auditWrite({
      id: ids(),
      at,
      by: store.tenant.member,
      action: release.action,
      on: String(n),
      detail: release.detail,
    }),
    ...(once ? [onceWrite(store, once, n, clock)] : []),
  ]
  try {
    await store.write(writes)
  } catch (error) {
    throw error instanceof Conflict ? collision(error, n) : error
  }
  return row
}

/** The head once `row` is published: in use at once, or waiting for its day beside what is in use until then. */
const headAfter = (head: HeadRow | undefined, row: ReleaseRow, today: string): HeadRow => {
  const pointer = { release: row.n, sha: shaOf(row) }
  if (row.effectiveFrom <= today) return { schema: 1, live: pointer, last: row.n }
  const current = inUse(head, today)
  return {
    schema: 1,
    ...(current && { live: { release: current.release, sha: current.sha } }),
    next: { ...pointer, from: row.effectiveFrom },
    last: row.n,
  }
}

const collision = ({ index, existing }: Conflict, n: number): Refused => {
  const rev = existing?.['rev']
  if (index === 2 && typeof rev === 'number') {
    return new Refused('stale', '草稿在您查看之后又有改动，请重新核对改动内容，再发布。', { rev })
  }
  return new Refused('conflict', `另一位管理员刚刚发布了第 ${n} 版，请刷新后核对，再决定是否发布。`)
}
