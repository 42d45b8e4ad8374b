import { ulid } from 'ulid'
import { serviceTenant } from '../../functions/identity/service.ts'
import { auditWrite } from '../../functions/store/index.ts'
import type { SortedRow } from './archive/sort.ts'
import { archivedRows, wholeArchive } from './archive/verify.ts'
import { type Ground, Unable } from './ground.ts'
import { type Registered, register, registered, renew, type Standing } from './registry.ts'
import { letIn } from './ways-in.ts'

/** A row of the registry without what a closing wrote into it. */
export const inUse = ({ state: _, begun: __, out: ___, ...row }: Registered): Registered => row

/**
 * Takes a closing over and lets everybody in again. From its first write on, no closing goes on: one that is still at
 * work ends in a `Conflict` before anything is destroyed, and another is refused until the reopening is done.
 */
export const beginReopening = async (
  ground: Ground,
  standing: Standing,
  archived: AsyncIterable<SortedRow>,
): Promise<Standing> => {
  const held = await renew(ground.store, standing, { ...standing.row, state: 'reopening' })
  await letIn(ground, archived)
  return held
}

export type Abandoning = { readonly archive: string; readonly yes: boolean }
export type Abandoned = {
  readonly result: 'would' | 'abandoned'
  readonly name: string
  /** Whether people had been shut out already. */
  readonly wereOut: boolean
}

/**
 * Gives up a closing that was begun, as long as nothing is destroyed: people are let in again, as the archive has them
 * with which it was begun, and the registry and the city's audit keep that there was one. Whoever is cut off runs the
 * same command again. Throws `Unable` where nothing is being closed, with another archive, and once the archive was
 * found equal for the last time: then the key may be gone already.
 */
export const abandonClosing = async (ground: Ground, { archive, yes }: Abandoning): Promise<Abandoned> => {
  const { store, link, by } = ground
  const { city } = store.reach
  const { manifest, id } = await wholeArchive(archive)
  const standing = await registered(store)
  const { state, begun, checked, out, name } = standing?.row ?? {}
  if (!standing || !begun || (state !== 'closing' && state !== 'reopening'))
    throw new Unable(`${city} 没有正在进行的关闭，不需要放弃。`)
  if (begun.archive !== id)
    throw new Unable(`${city} 的关闭是用另一份归档开始的（编号 ${begun.archive}），请用那一份放弃。`)
  if (checked !== undefined)
    throw new Unable(
      `${city} 的关闭已经过了最后一次核对，数据密钥可能已经销毁，不能再放弃。请用 close 命令完成关闭，再用 restore 命令从归档恢复。`,
    )
  const done = { name: name ?? city, wereOut: out !== undefined }
  if (!yes) return { result: 'would', ...done }

  // Before people were shut out the archive has nothing to give back: what stands has gone on since.
  const nobody = async function* (): AsyncGenerator<SortedRow> {}
  const rows = done.wereOut ? archivedRows(archive, manifest) : nobody()
  const reopened = await beginReopening(ground, standing, rows)
  const at = link.clock().toISOString()
  const abandoned = { begun: begun.at, at, by, archive: id }
  const entry = {
    id: ulid(link.clock().getTime()),
    at,
    by: serviceTenant(city, 'operator').member,
    action: 'tenant.abandon-closing',
    on: city,
    detail: { operator: by, begun: begun.at },
  }
  await store.write([
    register({ ...inUse(reopened.row), abandoned }, reopened),
    { in: 'city', write: auditWrite(entry) },
  ])
  return { result: 'abandoned', ...done }
}
