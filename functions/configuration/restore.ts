import { localDate } from '#forms/standards'
import type { Release } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { asErrors, examineNext } from './check.ts'
import { inUse, scheduled } from './head.ts'
import { doOnce, type Once } from './once.ts'
import { changedKeys, sameManifest } from './publish.ts'
import { type Means, writeRelease } from './release-writes.ts'
import { pointed, releaseOrRefuse, shown } from './releases.ts'
import type { ReleaseRow, WorkRow } from './rows.ts'
import { workbench } from './work.ts'

/**
 * Brings the whole configuration of an older release back, as a new release that is used at once; a release that
 * waits for its day is called off. Work in progress stays. Throws `Refused`: `not-found`, `conflict` when it is what
 * is used already, `check-failed` with every finding when today's rules refuse what was right
 * then. `key` as in `publish`.
 */
export const restore = async (
  store: TenantStore,
  input: { readonly n: number; readonly note?: string | undefined },
  means: Means,
  key?: string,
): Promise<Release> => {
  const once = key === undefined ? undefined : { key, asked: { restore: input } }
  const row = await doOnce(store, once, () => restoreOnce(store, input, means, once))
  return shown(store, row, means.clock)
}

const restoreOnce = async (
  store: TenantStore,
  input: { readonly n: number; readonly note?: string | undefined },
  means: Means,
  once: Once | undefined,
): Promise<ReleaseRow> => {
  const today = localDate(means.clock())
  const target = await releaseOrRefuse(store, input.n)
  const bench = await workbench(store)
  const pointer = inUse(bench.head, today)
  const current = pointer && (await pointed(store, pointer))
  const waits = scheduled(bench.head, today) !== undefined
  if (!waits && current && sameManifest(current.documents, target.documents)) {
    throw new Refused('conflict', `第 ${target.n} 版的内容就是正在使用的配置，无需恢复。`)
  }
  const { findings, publishable } = await examineNext(store, target.documents, current)
  if (!publishable) {
    throw new Refused(
      'check-failed',
      `第 ${target.n} 版没有通过现在的配置检查，不能恢复；请在草稿中参照它修改后发布。`,
      {
        errors: asErrors(findings.filter(({ level }) => level === 'error')),
      },
    )
  }
  const changed = changedKeys(bench.base?.documents ?? {}, target.documents)
  // Who opened a document before the restoration must not write over it unseen: its number moves on.
  const moved = changed.map((key) => [key, { ...bench.docs[key], rev: bench.rev + 1 }] as const)
  const docs: WorkRow['docs'] = { ...bench.docs, ...Object.fromEntries(moved) }
  return writeRelease(
    store,
    bench,
    {
      note: input.note ?? `恢复第 ${target.n} 版`,
      documents: target.documents,
      effectiveFrom: today,
      today,
      restored: target.n,
      docs,
      action: 'release.restore',
      detail: { restored: target.n, changed },
    },
    means,
    once,
  )
}
