import { addDays } from '#forms/fees'
import { inUse, type HeadRow as Published, type ReleaseRow, release } from '../configuration/index.ts'
import { pointed } from '../configuration/releases.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { document, type Release } from './configuration.ts'

const noSuch = (n: number, message: string) =>
  new Refused('invalid', `第 ${n} 版配置不能用来填表，请更新本机的表单后重新提交。`, {
    errors: [{ path: 'release', code: 'release', message }],
  })

/** The first local day on which another release was in use instead of `n`; undefined where `n` never was in use. */
const endOf = async (store: TenantStore, n: number, live: number): Promise<string | undefined> => {
  const { items } = await store.list<ReleaseRow>('RELEASE', { newestFirst: true, limit: live - n + 50 })
  const later = items.filter((row) => row.n > n)
  if (later.some((row) => row.replaces === n)) return undefined
  const never = new Set(later.map((row) => row.replaces))
  return later
    .filter((row) => !never.has(row.n))
    .map((row) => row.effectiveFrom)
    .toSorted()[0]
}

/**
 * The release that answers were made under, where it may still be used: in use on `today`, or for no more than the
 * city's `graceDays` no longer. `today` is the server's. Costs no request for the release in use once it is in
 * memory. Refuses `invalid` (no such release, or not yet in use) and `release-too-old`: the answers stay on the device.
 */
export const pinnedRelease = async (
  store: TenantStore,
  head: Published | undefined,
  n: number,
  today: string,
): Promise<Release> => {
  const pointer = inUse(head, today)
  if (!pointer) throw new Refused('conflict', '本市还没有发布配置，请联系市级管理员。')
  const live = await pointed(store, pointer)
  if (n === live.n) return live
  const pinned = n < live.n ? await release(store, n) : undefined
  if (!pinned) throw noSuch(n, n < live.n ? '本市没有这一版配置。' : '这一版配置还没有生效。')
  const end = await endOf(store, n, live.n)
  if (end === undefined) throw noSuch(n, '这一版配置从未生效。')
  const { graceDays } = await document(store, live, 'profile')
  if (addDays(end, graceDays) >= today) return pinned
  throw new Refused(
    'release-too-old',
    `这份表用的是第 ${n} 版配置，已停用超过 ${graceDays} 天，不能提交。填写的内容仍保存在本机，请用新表重新填写。`,
  )
}
