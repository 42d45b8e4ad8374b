import { heldFindings } from '#forms/catalogue'
import { checkDocument, type Documents, type Examination, examine, type Finding } from '#forms/release'
import type { CheckReport, FieldError, Manifest } from '../api/contract/index.ts'
import type { TenantStore } from '../store/index.ts'
import { documentOf, documentsOf } from './documents.ts'
import { draftManifest, workbench } from './work.ts'

/** What is wrong with one document alone. */
export const checkOne = (key: string, document: unknown): readonly Finding[] => checkDocument(key, document)

/** Checks the draft as it would be published now. */
export const checkDraft = async (store: TenantStore): Promise<CheckReport> => {
  const bench = await workbench(store)
  const { findings, samples, publishable } = await examineNext(store, draftManifest(bench), bench.base)
  return { rev: bench.rev, findings, samples, publishable }
}

/**
 * Everything that `examine` says, whether the configuration is this city's at all, and whether it keeps to what is
 * locked in the catalogue that it follows (S3-14).
 */
export const examineFor = (city: string, documents: Documents, follows?: unknown): Examination => {
  const examined = examine(documents)
  const further = [...wrongCity(city, documents), ...heldFindings(follows, documents['catalogue'])]
  if (further.length === 0) return examined
  return { ...examined, findings: [...further, ...examined.findings], publishable: false }
}

/** The same of a manifest that is to follow a release; the first release of a city follows none. */
export const examineNext = async (
  store: TenantStore,
  manifest: Manifest,
  follows: { readonly documents: Manifest } | undefined,
): Promise<Examination> => {
  const documents = await documentsOf(store, manifest)
  const changed = follows && follows.documents['catalogue'] !== manifest['catalogue']
  const before = changed && (await documentOf(store, follows, 'catalogue'))
  return examineFor(store.tenant.city, documents, before)
}

const wrongCity = (city: string, documents: Documents): readonly Finding[] => {
  const profile = Object.hasOwn(documents, 'profile') ? documents['profile'] : undefined
  const stated =
    typeof profile === 'object' && profile !== null && 'city' in profile ? profile.city : undefined
  if (typeof stated !== 'string' || stated === city) return []
  const message = `城市概况写的是 ${stated}，而这里是 ${city}，请改为本市的代码和区划。`
  return [{ level: 'error', document: 'profile', pointer: '/city', code: 'wrong-city', message }]
}

/** Findings as a problem document lists them; `path` = document key and JSON pointer, e.g. `fees/rows/3/amount`. */
export const asErrors = (findings: readonly Finding[]): readonly FieldError[] =>
  findings.map(({ document, pointer, code, message }) => ({ path: `${document}${pointer}`, code, message }))
