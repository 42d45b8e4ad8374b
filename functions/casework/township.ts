import { divisionPath } from '#forms/catalogue'
import { localDate } from '#forms/standards'
import type { Tenant } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { document, releaseInUse } from './configuration.ts'

/**
 * The township whose list is asked for: the one named, or, where none is named, the only one that the caller's own
 * divisions lie in. Refuses `malformed` where that leaves a choice.
 */
export const townshipAsked = async (
  store: TenantStore,
  tenant: Tenant,
  named: string | undefined,
  clock: () => Date,
): Promise<string> => {
  if (named !== undefined) return named
  const mine = tenant.roles.flatMap(({ divisions = [] }) => divisions)
  const { divisions } = await document(store, await releaseInUse(store, localDate(clock())), 'profile')
  const townships = new Set(
    mine.flatMap((code) =>
      divisionPath(divisions, code).filter((at) =>
        divisions.some((one) => one.code === at && one.kind === 'township'),
      ),
    ),
  )
  const [only, ...more] = townships
  if (only !== undefined && more.length === 0) return only
  throw new Refused('malformed', '请先选择一个乡镇（街道），再打开列表。')
}
