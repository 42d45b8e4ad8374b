import type { Documents } from '#forms/catalogue'
import type { FormDocument } from '#forms/definition'
import { documentOf, liveOrRefuse, type ReleaseRow } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'

export type Release = Pick<ReleaseRow, 'n' | 'documents'>

/** The release in use on a local date; refuses where the city has published none. */
export const releaseInUse: (store: TenantStore, today: string) => Promise<Release> = liveOrRefuse

/** A document of a release. The city cannot work without it, so its absence is refused in words. */
export const document = async <K extends keyof Documents>(
  store: TenantStore,
  release: Release,
  key: K,
): Promise<NonNullable<Documents[K]>> => {
  const found = await documentOf<NonNullable<Documents[K]>>(store, release, key)
  if (found !== undefined) return found
  throw new Refused('conflict', '本市的配置还不完整，请市级管理员补齐配置文件并发布。')
}

/** A form of a release with the hash that names it for ever; undefined where the release has no such form. */
export const formOf = async (
  store: TenantStore,
  release: Release,
  form: string,
): Promise<{ readonly sha: string; readonly document: FormDocument } | undefined> => {
  const key = `form:${form}`
  const document = await documentOf<FormDocument>(store, release, key)
  const sha = release.documents[key]
  return document && sha !== undefined ? { sha, document } : undefined
}
