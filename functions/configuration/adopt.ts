import type { Draft, PackDocuments } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { auditWrite, Conflict, keys, sha256, type TenantStore } from '../store/index.ts'
import { draftText } from './draft.ts'
import { draft, draftLife } from './draft-list.ts'
import { localise, type Place } from './localise.ts'
import type { Means } from './release-writes.ts'
import type { WorkEntry, WorkRow } from './rows.ts'
import { baseShaOf, draftShaOf, stateOf, type Workbench, workbench } from './work.ts'

/**
 * Puts every document of a pack into the draft; documents that the pack does not have stay. Where colleagues have
 * other work in progress on a document of the pack it is refused (`conflict`) unless `rev`, the draft's revision that
 * was looked at, is given and still stands (`stale`). What another city made needs the `place` that it is for.
 */
export const adopt = async (
  store: TenantStore,
  {
    pack,
    rev,
    place,
  }: {
    readonly pack: PackDocuments
    readonly rev?: number | undefined
    readonly place?: Place | undefined
  },
  { clock, ids }: Means,
): Promise<Draft> => {
  const at = clock().toISOString()
  const by = store.tenant.member
  const texts = Object.entries(documentsFor(store.tenant.city, pack, place)).map(
    ([key, document]) => [key, draftText(document)] as const,
  )
  const bench = await workbench(store)
  if (rev !== undefined && rev !== bench.rev) throw staleDraft(bench.rev)
  const wanted = texts.map(([key, text]) => ({ key, text, sha: sha256(text) }))
  if (rev === undefined) refuseOverwriting(bench, wanted)
  const missing = wanted.filter(({ key, sha }) => draftShaOf(bench, key) !== sha)
  if (missing.length === 0) return draft(store)
  const ttl = Math.floor(clock().getTime() / 1000) + draftLife
  await Promise.all(missing.map(({ text }) => store.blobs.put(text, { ttl })))
  const entries = missing.map(({ key, sha }): readonly [string, WorkEntry] => [
    key,
    baseShaOf(bench, key) === sha ? { rev: bench.rev + 1 } : { rev: bench.rev + 1, sha, by, at },
  ])
  const docs: WorkRow['docs'] = { ...bench.docs, ...Object.fromEntries(entries) }
  try {
    await store.write([
      {
        put: keys.workKey,
        item: { schema: 1, docs } satisfies WorkRow,
        expect: bench.rev === 0 ? 'absent' : { rev: bench.rev },
      },
      auditWrite({
        id: ids(),
        at,
        by,
        action: 'draft.adopt',
        on: pack.key,
        detail: { changed: entries.length },
      }),
    ])
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const now = error.existing?.['rev']
    throw staleDraft(typeof now === 'number' ? now : bench.rev)
  }
  return draft(store)
}

const documentsFor = (city: string, pack: PackDocuments, place: Place | undefined) => {
  if (pack.city === city) return pack.documents
  if (place) return localise(pack, city, place)
  const message = '这套配置来自其他城市，请写明本市的名称和所属省份。'
  throw new Refused('invalid', message, { errors: [{ path: 'place', code: 'missing', message }] })
}

const refuseOverwriting = (
  bench: Workbench,
  wanted: readonly { readonly key: string; readonly sha: string }[],
) => {
  const lost = wanted.filter(
    ({ key, sha }) => stateOf(bench, key) !== 'same' && draftShaOf(bench, key) !== sha,
  )
  if (lost.length === 0) return
  const list = lost.map(({ key }) => key).join('、')
  throw new Refused(
    'conflict',
    `草稿中 ${list} 有未发布的改动，采用配置包会覆盖它们。请先发布或放弃这些改动；确要覆盖，请带上草稿的修订号（If-Match）再次提交。`,
  )
}

const staleDraft = (rev: number): Refused =>
  new Refused('stale', '草稿刚刚被他人改动，请刷新后核对，再采用配置包。', { rev })
