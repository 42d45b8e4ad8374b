import { setTimeout as wait } from 'node:timers/promises'
import { rowOfLine } from '../../functions/store/operator-row.ts'
import type { SortedRow } from './archive/sort.ts'
import type { Ground } from './ground.ts'

/** Rows by which people come into a city: they are members, or hold an invitation. */
const rooms = ['MEMBER', 'INVITATION'] as const
export const isWayIn = ({ pk }: SortedRow): boolean => rooms.some((room) => pk.slice(9) === room)

/**
 * Shuts everybody out: takes the rows away by which they come in, and waits until no server remembers them. Repeating it
 * changes nothing.
 */
export const shutOut = async ({ store, say }: Ground, quiet: number): Promise<void> => {
  const found = await Promise.all(rooms.map((room) => store.city.all(room)))
  const keys = found.flatMap((rows, i) =>
    rows.map(({ sk }) => ({ pk: `T#${store.reach.city}#${rooms[i]}`, sk })),
  )
  await store.removeRows(keys)
  if (quiet > 0)
    say(`    已取消 ${keys.length} 个成员和邀请，等待 ${Math.ceil(quiet / 1000)} 秒，让进行中的操作结束`)
  await wait(quiet)
}

/**
 * Lets everybody in again who was shut out, as an archive has them. Rows that stand are newer than the archive and stay
 * as they are.
 */
export const letIn = async ({ store }: Ground, archived: AsyncIterable<SortedRow>): Promise<void> => {
  const standing = await Promise.all(rooms.map((room) => store.city.all(room, { consistent: true })))
  const known = new Set(
    standing.flatMap((rows, i) => rows.map(({ sk }) => `T#${store.reach.city}#${rooms[i]}\n${sk}`)),
  )
  for await (const row of archived)
    if (isWayIn(row) && !known.has(`${row.pk}\n${row.sk}`)) await store.putRows([rowOfLine(row.line)])
}
