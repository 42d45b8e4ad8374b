import { divisionPath, profile } from '#forms/catalogue'
import { type FeeRow, fees } from '#forms/fees'
import { canonical } from '#forms/release'
import { divisionsOf, type Holder, reaches } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { document } from './documents.ts'
import { draftShaOf, type Workbench } from './work.ts'

/** How much of a draft somebody may change: all of it, or the fee rows of some divisions and what lies below them. */
export type DraftReach =
  | { readonly kind: 'city' }
  | { readonly kind: 'divisions'; readonly divisions: readonly string[] }

/** The reach of a member who passed the guard. */
export const draftReach = (holder: Holder): DraftReach => {
  if (reaches(holder, 'config.draft').some(({ scope }) => scope === 'city')) return { kind: 'city' }
  const divisions = divisionsOf(holder, 'config.draft')
  // A county's administrator without a county has none: an absent list must not mean the whole city here.
  return { kind: 'divisions', divisions: divisions === 'all' ? [] : divisions }
}

const wholeFilesOnly = '县级管理员只能修改本县（区）的收费标准，其他配置文件请联系市级管理员修改。'

/** Refuses a document that is not within the editor's reach at all: for a county every one but the fees. */
export const allowKey = (key: string, reach: DraftReach): void => {
  if (reach.kind !== 'city' && key !== 'fees') throw new Refused('forbidden', wholeFilesOnly)
}

/** Refuses what a county's administrator may not take out of the draft: everything. */
export const allowDelete = (reach: DraftReach): void => {
  if (reach.kind !== 'city') throw new Refused('forbidden', wholeFilesOnly)
}

/**
 * Refuses a save beyond the editor's reach. For a county that is any other document than `fees`, any other member of
 * it than its rows, and every row, old or new, that is not of the county's own divisions.
 */
export const allowSave = async (
  store: TenantStore,
  bench: Workbench,
  key: string,
  newer: unknown,
  reach: DraftReach,
): Promise<void> => {
  if (reach.kind === 'city') return
  allowKey(key, reach)
  const [oldSha, profileSha] = [draftShaOf(bench, 'fees'), draftShaOf(bench, 'profile')]
  if (oldSha === undefined) throw new Refused('forbidden', wholeFilesOnly)
  const [before, after] = [fees.safeParse(await document(store, oldSha)), fees.safeParse(newer)]
  if (!before.success || !after.success) {
    throw new Refused('forbidden', '收费标准的格式不完整，无法核对改动是否限于本县（区），请先更正格式。')
  }
  const tree = profile.safeParse(profileSha && (await document(store, profileSha)))
  const divisions = tree.success ? tree.data.divisions : []
  const mine = (row: FeeRow): boolean =>
    row.division !== undefined &&
    [...divisionPath(divisions, row.division), row.division].some((code) => reach.divisions.includes(code))
  const { rows: oldRows, ...oldRest } = before.data
  const { rows: newRows, ...newRest } = after.data
  const foreign = (rows: readonly FeeRow[]) => canonical(rows.filter((row) => !mine(row)))
  const restChanged = canonical(oldRest) !== canonical(newRest)
  if (restChanged || foreign(oldRows) !== foreign(newRows)) {
    throw new Refused(
      'forbidden',
      '您改动了本县（区）以外的收费标准；只能增加、修改或删除本县（区）的行，其他行须保持不变。',
    )
  }
}
