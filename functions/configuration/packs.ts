import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueFindings } from '#forms/catalogue'
import { demoDocuments, type Pack, packs, readPack } from '#forms/packs'
import type { PackCard, PackDocuments } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'

/** Every pack that can be adopted. `folder` is where packs lie on disk; they are never part of a bundle. */
export const listPacks = async (folder: string): Promise<readonly PackCard[]> => {
  const found = await Promise.all(packs.map((pack) => read(folder, pack.folder)))
  return found.map(cardOf)
}

type Loose = { readonly [name: string]: unknown }

const cardOf = ({ documents, ...card }: Pack): PackCard => {
  const loose = documents as { readonly [key: string]: Loose | undefined }
  const lengthOf = (key: string, list: string): number => {
    const entries = loose[key]?.[list]
    return Array.isArray(entries) ? entries.length : 0
  }
  const keys = Object.keys(documents)
  return {
    ...card,
    paper: (loose['profile']?.['paper'] as PackCard['paper'] | undefined) ?? null,
    demo: loose['profile']?.['demo'] === true,
    documents: keys.length,
    counts: {
      forms: keys.filter((key) => key.startsWith('form:')).length,
      items: lengthOf('catalogue', 'items'),
      objects: lengthOf('objects', 'classes'),
      indicators: lengthOf('indicators', 'indicators'),
      divisions: lengthOf('profile', 'divisions'),
      prices: lengthOf('fees', 'rows'),
      // As the check counts them: what a document lists, and what is not set.
      todo: catalogueFindings(documents).filter(({ level }) => level === 'todo').length,
    },
  }
}

/**
 * One pack with its documents. With `demo` those that a demo city replaces (invented prices, marked 演示数据) stand in
 * their place. Throws `Refused('not-found')`.
 */
export const loadPack = async (
  folder: string,
  key: string,
  { demo = false } = {},
): Promise<PackDocuments> => {
  // The key is looked up, never made into a path.
  const known = packs.find((one) => one.key === key)
  if (!known) throw new Refused('not-found', '没有这个配置包，请从配置包列表中选择。')
  const pack = await read(folder, known.folder)
  const replaced = demo && Object.hasOwn(demoDocuments, key) ? (demoDocuments[key] ?? {}) : {}
  const instead = await Promise.all(
    Object.entries(replaced).map(async ([name, file]) => [name, await json(join(folder, file))] as const),
  )
  return { ...pack, documents: { ...pack.documents, ...Object.fromEntries(instead) } }
}

const read = async (folder: string, place: string): Promise<Pack> => {
  const files = (await readdir(join(folder, place))).filter((file) => file.endsWith('.json')).sort()
  const parsed = files.map(async (file) => [file, await json(join(folder, place, file))] as const)
  return readPack(Object.fromEntries(await Promise.all(parsed)))
}

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))
