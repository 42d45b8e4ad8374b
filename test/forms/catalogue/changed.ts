import { catalogueFindings } from '../../../forms/catalogue/index.ts'
import { demoChizhou } from '../packs/disk.ts'

type Json = Record<string, unknown>

/** What is found in the demo Chizhou after changes to some of its documents. */
export const changed = (changes: Readonly<Record<string, (document: Json) => unknown>>) => {
  const documents = structuredClone(demoChizhou) as Record<string, Json>
  for (const [key, change] of Object.entries(changes)) change(documents[key] ?? {})
  return catalogueFindings(documents)
}
/** The entries of a list of a document that have this key or id. */
export const entry = (document: Json, list: string, key: string): Json => {
  const found = (document[list] as Json[]).find((one) => one['key'] === key || one['id'] === key)
  if (!found) throw new Error(`no ${key} in ${list}`)
  return found
}
type Findings = ReturnType<typeof changed>
export const codes = (findings: Findings, level = 'error') =>
  findings
    .filter((one) => one.level === level)
    .map(({ document, pointer, code }) => `${document}${pointer} ${code}`)
