import { documentTitle, keysInOrder } from '#forms/release'
import type { Draft } from '../api/contract/index.ts'
import type { TenantStore } from '../store/index.ts'
import { document } from './documents.ts'
import { baseShaOf, draftShaOf, entryOf, stateOf, workbench } from './work.ts'

/** How long a text lives that only a draft uses: half a year, seconds. */
export const draftLife = 180 * 86_400

/** The whole draft, document by document, those taken out too. */
export const draft = async (store: TenantStore): Promise<Draft> => {
  const bench = await workbench(store)
  const keys = keysInOrder([...Object.keys(bench.base?.documents ?? {}), ...Object.keys(bench.docs)])
  const documents = keys.map(async (key) => {
    const state = stateOf(bench, key)
    const sha = draftShaOf(bench, key) ?? baseShaOf(bench, key)
    if (sha === undefined) return []
    const { rev, by, at } = entryOf(bench, key)
    const who = state === 'same' ? {} : { ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
    const title = documentTitle(key, key.startsWith('form:') ? await document(store, sha) : undefined)
    return [{ key, sha, title, state, rev, ...who }]
  })
  return { rev: bench.rev, base: bench.base?.n ?? 0, documents: (await Promise.all(documents)).flat() }
}
