import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import type { ReleaseRow } from './rows.ts'

const shaPattern = /^[0-9a-f]{64}$/

/** A document of this city by its hash, as JSON, frozen and shared; undefined where this city has none of that hash. */
export const document = async <T = unknown>(store: TenantStore, sha: string): Promise<T | undefined> =>
  shaPattern.test(sha) ? store.blobs.json<T>(sha) : undefined

/** The canonical text of a document. Throws `Refused('not-found')`. */
export const documentText = async (store: TenantStore, sha: string): Promise<string> => {
  const text = shaPattern.test(sha) ? await store.blobs.get(sha) : undefined
  if (text !== undefined) return text
  throw new Refused('not-found', '本市没有这份配置文件，请从配置版本重新打开。')
}

/** The document that a release holds under a key; undefined where it holds none. */
export const documentOf = async <T = unknown>(
  store: TenantStore,
  release: Pick<ReleaseRow, 'documents'>,
  key: string,
): Promise<T | undefined> => {
  const sha = Object.hasOwn(release.documents, key) ? release.documents[key] : undefined
  return sha === undefined ? undefined : must<T>(store, key, sha)
}

/** Every document of a manifest (or those of `only`), by key. */
export const documentsOf = async (
  store: TenantStore,
  manifest: Readonly<Record<string, string>>,
  only?: ReadonlySet<string>,
): Promise<Readonly<Record<string, unknown>>> => {
  const wanted = Object.entries(manifest).filter(([key]) => only?.has(key) ?? true)
  const read = wanted.map(async ([key, sha]) => [key, await must(store, key, sha)] as const)
  return Object.fromEntries(await Promise.all(read))
}

const must = async <T>(store: TenantStore, key: string, sha: string): Promise<T> => {
  const found = await document<T>(store, sha)
  if (found === undefined) {
    throw new Refused('conflict', `文件“${key}”的内容已过保存期限，请重新保存这份文件。`)
  }
  return found
}
