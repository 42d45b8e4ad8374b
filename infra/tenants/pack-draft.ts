import { packs } from '#forms/packs'
import { provinceName } from '#forms/standards'
import { draftText } from '../../functions/configuration/draft.ts'
import { draftLife } from '../../functions/configuration/draft-list.ts'
import { loadPack } from '../../functions/configuration/index.ts'
import { localise } from '../../functions/configuration/localise.ts'
import type { WorkEntry, WorkRow } from '../../functions/configuration/rows.ts'
import { Refused } from '../../functions/problem.ts'
import { keys, sha256, type TenantStore, type Write } from '../../functions/store/index.ts'
import { Unable } from './ground.ts'

const unknownPack = (error: unknown): never => {
  if (!(error instanceof Refused) || error.code !== 'not-found') throw error
  throw new Unable(`没有这个配置包，--pack 可以写：${packs.map(({ key }) => key).join('、')}。`)
}

/**
 * The draft with which a city begins: every document of a pack. Its texts are stored at once, under their hashes, where
 * nobody sees them before the answered row points at them. What another city made is made this one's; its divisions are
 * left to its administrator.
 */
export const packDraft = async (
  store: TenantStore,
  {
    pack,
    folder,
    name,
    at,
  }: { readonly pack: string; readonly folder: string; readonly name: string; readonly at: Date },
): Promise<{ readonly write: Write; readonly documents: number }> => {
  const { city, member } = store.tenant
  const loaded = await loadPack(folder, pack).catch(unknownPack)
  const own =
    loaded.city === city
      ? loaded.documents
      : localise(loaded, city, { name, province: provinceName(city), divisions: [] })
  const texts = Object.entries(own).map(([key, document]) => [key, draftText(document)] as const)
  const ttl = Math.floor(at.getTime() / 1000) + draftLife
  await Promise.all(texts.map(([, text]) => store.blobs.put(text, { ttl })))
  const entries = texts.map(([key, text]): readonly [string, WorkEntry] => [
    key,
    { rev: 1, sha: sha256(text), by: member, at: at.toISOString() },
  ])
  const item: WorkRow = { schema: 1, docs: Object.fromEntries(entries) }
  return { write: { put: keys.workKey, item, expect: 'absent' }, documents: entries.length }
}
