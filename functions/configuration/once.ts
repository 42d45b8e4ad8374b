import { canonical } from '#forms/release'
import { Refused } from '../problem.ts'
import { keys, sha256, type TenantStore, type Write } from '../store/index.ts'
import { releaseOrRefuse } from './releases.ts'
import type { ReleaseRow } from './rows.ts'

/** A request that may be sent again when its answer was lost: the sender's key, and what was asked. */
export type Once = { readonly key: string; readonly asked: unknown }

/** `IDEM / #`: which release a request made. */
type OnceRow = { readonly by: string; readonly request: string; readonly release: number }

/** Seconds that an answer is kept: 40 days. */
const life = 40 * 86_400

const keyOf = (key: string) => keys.onceKey(`release:${key}`)
const requestOf = ({ asked }: Once): string => sha256(canonical(asked))

/** The write that remembers the answer, for the same transaction as the act. */
export const onceWrite = (store: TenantStore, once: Once, release: number, clock: () => Date): Write => ({
  put: keyOf(once.key),
  item: { schema: 1, by: store.tenant.member, request: requestOf(once), release } satisfies OnceRow & {
    schema: 1
  },
  expect: 'absent',
  ttl: Math.floor(clock().getTime() / 1000) + life,
})

/**
 * The release that this very request made before; undefined where it is new. Throws `Refused`: `key-reused` when
 * something else was asked under the key, `conflict` when somebody else used it.
 */
export const answered = async (
  store: TenantStore,
  once: Once | undefined,
): Promise<ReleaseRow | undefined> => {
  const row = once && (await store.get<OnceRow>(keyOf(once.key), { consistent: true }))
  if (!once || !row) return undefined
  if (row.by !== store.tenant.member) {
    throw new Refused('conflict', '这个请求编号已被他人使用，请刷新页面后重新操作。')
  }
  if (row.request !== requestOf(once)) {
    throw new Refused('key-reused', '同一个请求编号提交了不同的内容，请刷新页面后重新操作。')
  }
  return releaseOrRefuse(store, row.release)
}

/** Does the act unless it was done, and answers with what was done where two of the same request met. */
export const doOnce = async (
  store: TenantStore,
  once: Once | undefined,
  act: () => Promise<ReleaseRow>,
): Promise<ReleaseRow> => {
  const before = await answered(store, once)
  if (before) return before
  try {
    return await act()
  } catch (error) {
    const twin = error instanceof Refused ? await answered(store, once) : undefined
    if (twin) return twin
    throw error
  }
}
