import { readdirSync, readFileSync } from 'node:fs'
import { canonical } from '#forms/release'
import { shaOf } from '../../../functions/configuration/releases.ts'
import type { ReleaseRow } from '../../../functions/configuration/rows.ts'
import { keys, type TenantStore } from '../../../functions/store/index.ts'

type Documents = Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: tests bend documents as they need them
type Any = any

const packs = new URL('../../../forms/packs/', import.meta.url)
const read = (path: string): Any => JSON.parse(readFileSync(new URL(path, packs), 'utf8'))

const village = (code: string, parent: string, name: string) => ({
  code,
  name,
  kind: 'village',
  parent,
  standard: 'local',
})

/** Chizhou's pack with demo prices and a few invented villages, as documents by key. */
export const chizhou = (): Documents => {
  const files = readdirSync(new URL('341700-care/', packs)).filter((name) => name !== 'pack.json')
  const documents: Documents = Object.fromEntries(
    files.map((name) => [
      name.replace(/\.json$/, '').replace(/^form-/, 'form:'),
      read(`341700-care/${name}`),
    ]),
  )
  const profile = documents['profile'] as Any
  profile.demo = true
  profile.divisions.push(
    village('341702-01-001', '341702-01', '演示甲村'),
    village('341702-01-002', '341702-01', '演示乙村'),
    village('341702-02-001', '341702-02', '演示丙村'),
  )
  return { ...documents, fees: read('demo/341700-fees.json'), catalogue: read('demo/341700-catalogue.json') }
}

/** A release of a city without the rules of publishing, live from `effectiveFrom` on; answers its number. */
export const putRelease = async (
  store: TenantStore,
  documents: Documents,
  effectiveFrom = '2026-11-01',
): Promise<number> => {
  const manifest: Record<string, string> = {}
  for (const [key, value] of Object.entries(documents))
    manifest[key] = await store.blobs.put(canonical(value))
  const head = await store.get<{ last: number }>(keys.headKey)
  const n = (head?.last ?? 0) + 1
  const row: ReleaseRow = {
    schema: 1,
    n,
    note: `第 ${n} 版`,
    by: 'service:test',
    at: `${effectiveFrom}T00:00:00.000Z`,
    effectiveFrom,
    documents: manifest,
  }
  const item = { schema: 1, live: { release: n, sha: shaOf(row) }, last: n }
  await store.write([
    { put: keys.releaseKey(n), item: row, expect: 'absent' },
    { put: keys.headKey, item, expect: head ? { rev: head.rev } : 'absent' },
  ])
  return n
}

/** A form of one text and nothing else, which a worker and a village cadre sign. */
export const noteForm = (more: Any[] = []) => ({
  schema: 1,
  key: 'visit',
  title: '入户调查表',
  subject: 'household',
  team: [['village', 'worker']],
  definition: {
    display: 'form',
    components: [
      {
        type: 'textarea',
        key: 'findings',
        label: '调查情况',
        input: true,
        properties: { sensitivity: 'sensitive' },
        validate: { required: true },
      },
      ...more,
    ],
  },
})
