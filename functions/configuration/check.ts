import { checkDocument, type Documents, type Examination, examine, type Finding } from '#forms/release'
import type { CheckReport, FieldError } from '../api/contract/index.ts'
import type { TenantStore } from '../store/index.ts'
import { documentsOf } from './documents.ts'
import { draftManifest, workbench } from './work.ts'

/** What is wrong with one document alone. */
export const checkOne = (key: string, document: unknown): readonly Finding[] => checkDocument(key, document)

/** Checks the draft as it would be published now. */
export const checkDraft = async (store: TenantStore): Promise<CheckReport> => {
  const bench = await workbench(store)
  const { findings, samples, publishable } = examineFor(
    store.tenant.city,
    await documentsOf(store, draftManifest(bench)),
  )
  return { rev: bench.rev, findings, samples, publishable }
}

/** Everything that `examine` says, and whether the configuration is this city's at all. */
export const examineFor = (city: string, documents: Documents): Examination => {
  const examined = examine(documents)
  const foreign = wrongCity(city, documents)
  if (foreign.length === 0) return examined
  return { ...examined, findings: [...foreign, ...examined.findings], publishable: false }
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
