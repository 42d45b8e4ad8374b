import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoDocuments, type Pack, packs, readPack } from '#forms/packs'
import type { PackCard } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'

/** A pack and where its files lie below the folder of packs. */
type Shelf = { readonly key: string; readonly folder: string }

/** A pack with its documents, as `GET /api/packs/{pack}` answers it. */
export type PackView = Pack

/** Every pack that can be adopted: the built-in ones, then those of demo cities, `demo/<city>/`. */
export const listPacks = async (folder: string): Promise<readonly PackCard[]> => {
  const found = await Promise.all((await shelves(folder)).map((shelf) => read(folder, shelf)))
  return found.map(({ documents, ...card }) => ({ ...card, documents: Object.keys(documents).length }))
}

/**
 * One pack with its documents. With `demo` those that a demo city replaces (invented prices, marked 演示数据) stand in
 * their place. Throws `Refused('not-found')`.
 */
export const loadPack = async (folder: string, key: string, { demo = false } = {}): Promise<PackView> => {
  // The key is looked up, never made into a path.
  const shelf = (await shelves(folder)).find((one) => one.key === key)
  if (!shelf) throw new Refused('not-found', '没有这个配置包，请从配置包列表中选择。')
  const pack = await read(folder, shelf)
  const replaced = demo && Object.hasOwn(demoDocuments, key) ? (demoDocuments[key] ?? {}) : {}
  const instead = await Promise.all(
    Object.entries(replaced).map(async ([name, file]) => [name, await json(join(folder, file))] as const),
  )
  return { ...pack, documents: { ...pack.documents, ...Object.fromEntries(instead) } }
}

const shelves = async (folder: string): Promise<readonly Shelf[]> => {
  const entries = await readdir(join(folder, 'demo'), { withFileTypes: true }).catch(() => [])
  const demo = entries.filter((entry) => entry.isDirectory()).map((entry) => join('demo', entry.name))
  const keyed = demo.sort().map(async (place) => {
    const card = await json(join(folder, place, 'pack.json')).catch(() => undefined)
    const key = typeof card === 'object' && card !== null && 'key' in card ? card.key : undefined
    return typeof key === 'string' ? [{ key, folder: place }] : []
  })
  return [...packs, ...(await Promise.all(keyed)).flat()]
}

const read = async (folder: string, { folder: place }: Shelf): Promise<Pack> => {
  const files = (await readdir(join(folder, place))).filter((file) => file.endsWith('.json')).sort()
  const parsed = files.map(async (file) => [file, await json(join(folder, place, file))] as const)
  return readPack(Object.fromEntries(await Promise.all(parsed)))
}

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))
