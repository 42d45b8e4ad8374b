import { readdirSync, readFileSync } from 'node:fs'
import type { FormDocument } from '../../../forms/definition/index.ts'
import { demoDocuments, type Pack, packs, readPack } from '../../../forms/packs/index.ts'

const root = new URL('../../../forms/packs/', import.meta.url)

/** One JSON file below `forms/packs/`. */
export const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'))

/** The pack in a folder below `forms/packs/`. */
export const load = (folder: string): Pack => {
  const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.json'))
  return readPack(Object.fromEntries(names.map((name) => [name, json(`${folder}/${name}`)])))
}

/** Every built-in pack. */
export const allPacks: readonly Pack[] = packs.map(({ folder }) => load(folder))
export const packOf = (key: string): Pack => {
  const pack = allPacks.find((one) => one.key === key)
  if (!pack) throw new Error(`no pack ${key}`)
  return pack
}

/** Chizhou as the demo city runs it: the pack with its demo documents laid over it. */
export const demoChizhou: Readonly<Record<string, unknown>> = {
  ...packOf('341700-care').documents,
  ...Object.fromEntries(
    Object.entries(demoDocuments['341700-care'] ?? {}).map(([key, file]) => [key, json(file)]),
  ),
}

/** The forms of a pack. */
export const formsOf = (documents: Readonly<Record<string, unknown>>): readonly FormDocument[] =>
  Object.entries(documents)
    .filter(([key]) => key.startsWith('form:'))
    .map(([, document]) => document as FormDocument)

/** The entry of a list with this key; throws where there is none. */
export const keyed = <T extends { readonly key: string }>(rows: readonly T[], key: string): T => {
  const found = rows.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

/** Calls `visit` with every object of a document and its JSON pointer. */
export const eachObject = (
  value: unknown,
  visit: (node: Readonly<Record<string, unknown>>, pointer: string) => void,
  pointer = '',
): void => {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) visit(value as Record<string, unknown>, pointer)
  for (const [key, inner] of Object.entries(value)) eachObject(inner, visit, `${pointer}/${key}`)
}
