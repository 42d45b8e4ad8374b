import type { DraftDocument, Manifest, Sha } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type Row, type TenantStore } from '../store/index.ts'
import { baseOf, headAndWork } from './head.ts'
import { pointed } from './releases.ts'
import type { HeadRow, ReleaseRow, WorkEntry, WorkRow } from './rows.ts'

/** The draft as it stands: the release it builds on, and what was done to it since. */
export type Workbench = {
  readonly head: Row<HeadRow> | undefined
  readonly base: ReleaseRow | undefined
  /** Of the work in progress as a whole; 0 before anybody touched it. */
  readonly rev: number
  readonly docs: WorkRow['docs']
}

export const workbench = async (store: TenantStore): Promise<Workbench> => {
  const { head, work } = await headAndWork(store)
  const pointer = baseOf(head)
  const base = pointer && (await pointed(store, pointer))
  return { head, base, rev: work?.rev ?? 0, docs: work?.docs ?? {} }
}

export const entryOf = (bench: Workbench, key: string): WorkEntry =>
  (Object.hasOwn(bench.docs, key) ? bench.docs[key] : undefined) ?? { rev: 0 }

export const baseShaOf = (bench: Workbench, key: string): Sha | undefined => {
  const documents: Manifest = bench.base?.documents ?? {}
  return Object.hasOwn(documents, key) ? documents[key] : undefined
}

/** What a document's hash would be if the draft were published now; undefined = it would not be there. */
export const draftShaOf = (bench: Workbench, key: string): Sha | undefined => {
  const { sha } = entryOf(bench, key)
  return sha === undefined ? baseShaOf(bench, key) : (sha ?? undefined)
}

/** The manifest that publishing the draft now would make. */
export const draftManifest = (bench: Workbench): Manifest => {
  const all = new Set([...Object.keys(bench.base?.documents ?? {}), ...Object.keys(bench.docs)])
  return Object.fromEntries(
    [...all].flatMap((key) => {
      const sha = draftShaOf(bench, key)
      return sha === undefined ? [] : [[key, sha] as const]
    }),
  )
}

export const stateOf = (bench: Workbench, key: string): DraftDocument['state'] => {
  const [now, was] = [draftShaOf(bench, key), baseShaOf(bench, key)]
  if (now === was) return 'same'
  if (was === undefined) return 'added'
  return now === undefined ? 'removed' : 'changed'
}

export const staleDocument = (rev: number): Refused =>
  new Refused('stale', '这份文件在您打开之后已被他人修改，请刷新后核对差异，再重新保存。', { rev })

const attempts = 8

/**
 * Changes the work in progress. `change` is given the draft as it stands (`seen`, where it was just read) and answers
 * the new entries; it is asked again when somebody saved another document in between, so it must throw where that
 * matters. Nothing is lost: the row is only ever written over the revision it was read at.
 */
export const changeWork = async <T extends { readonly docs: WorkRow['docs'] }>(
  store: TenantStore,
  change: (bench: Workbench, nextRev: number) => T,
  seen?: Workbench,
): Promise<T & { readonly rev: number }> => {
  for (let attempt = 1; ; attempt++) {
    const bench = attempt === 1 && seen ? seen : await workbench(store)
    const changed = change(bench, bench.rev + 1)
    const item: WorkRow = { schema: 1, docs: changed.docs }
    try {
      await store.write([
        { put: keys.workKey, item, expect: bench.rev === 0 ? 'absent' : { rev: bench.rev } },
      ])
      return { ...changed, rev: bench.rev + 1 }
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === attempts) throw error
      await new Promise((wake) => setTimeout(wake, Math.random() * 20 * attempt))
    }
  }
}
