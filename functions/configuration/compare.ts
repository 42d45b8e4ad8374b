import { diff } from '#forms/release'
import type { Diff, Manifest } from '../api/contract/index.ts'
import type { TenantStore } from '../store/index.ts'
import { documentsOf } from './documents.ts'
import { changedKeys } from './publish.ts'
import { releaseOrRefuse } from './releases.ts'
import { draftManifest, workbench } from './work.ts'

/** Documents that give codes their names; they are read even where they did not change. */
const naming = ['profile', 'objects', 'catalogue', 'funds', 'providers']

const manifestOf = async (store: TenantStore, of: number | 'draft'): Promise<Manifest> => {
  if (of === 'draft') return draftManifest(await workbench(store))
  return of === 0 ? {} : (await releaseOrRefuse(store, of)).documents
}

/** What changed from release `a` to release `b` or to the draft, in words. `a` = 0 is the empty configuration. */
export const compare = async (store: TenantStore, a: number, b: number | 'draft'): Promise<Diff> => {
  const [from, to] = await Promise.all([manifestOf(store, a), manifestOf(store, b)])
  const changed = new Set(changedKeys(from, to))
  const [older, newer, names] = await Promise.all([
    documentsOf(store, from, changed),
    documentsOf(store, to, changed),
    documentsOf(store, to, new Set(naming.filter((key) => !changed.has(key)))),
  ])
  return { from: a, to: b, changes: diff(older, newer, names) }
}
