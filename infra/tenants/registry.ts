import * as z from 'zod'
import { provinceName } from '#forms/standards'
import { type Key, keys, provinceOf } from '../../functions/store/index.ts'
import type { OperatorStore, OwnedWrite } from '../../functions/store/operator-store.ts'
import { Unable } from './ground.ts'

const instant = z.iso.datetime()
const Done = z.object({ at: instant, by: z.string(), archive: z.string() })

/** A closing that somebody gave up before anything was destroyed. */
export const Abandoned = z.strictObject({ begun: instant, at: instant, by: z.string(), archive: z.string() })

/**
 * `P#<province>#TENANT` / `<city>`: that a city is there. While it is being closed or restored the row says so and which
 * archive is meant, so that whoever was cut off can go on:
 *
 *     open ──► in use ──► closing ──► (row gone; `CLOSED#<city>` tells how)
 *               ▲  ▲         │
 *               │  └──── reopening
 *           restoring
 */
export const Registered = z.object({
  schema: z.literal(1),
  city: z.string(),
  name: z.string(),
  opened: instant,
  by: z.string(),
  state: z.enum(['closing', 'reopening', 'restoring']).optional(),
  /** What the state began with. */
  begun: Done.optional(),
  /** While it is closing: since when people are shut out. Before that everybody works on. */
  out: instant.optional(),
  /** While it is closing: when the archive was found equal for the last time. From then on the city is destroyed. */
  checked: instant.optional(),
  restored: Done.optional(),
  /** The last closing that was given up, and when it had begun. */
  abandoned: Abandoned.optional(),
  exported: Done.optional(),
})
export type Registered = z.infer<typeof Registered>
export type Standing = { readonly row: Registered; readonly rev: number }

/** Beside the province's key: how and when the key of a city was destroyed. */
export const closedKey = (city: string): Key => ['KEY', `CLOSED#${city}`]

/** Refuses what is no code of a city, or of another province than the one named; answers the province. */
export const provinceFor = (city: string, named?: string): string => {
  if (!/^\d{6}$/.test(city)) throw new Unable(`城市代码应为 6 位数字，现在是「${city}」。`)
  const province = provinceOf(city)
  if (provinceName(province) === province) throw new Unable(`「${city}」的前两位不是任何省份的代码，请核对。`)
  if (named !== undefined && named !== province)
    throw new Unable(
      `${city} 属于 ${province}（${provinceName(province)}），不是 ${named}。请核对城市和省份代码。`,
    )
  return province
}

export const registered = async (store: OperatorStore): Promise<Standing | undefined> => {
  const found = await store.province.get(keys.tenantKey(store.reach.city), { consistent: true })
  return found && { row: Registered.parse(found), rev: found.rev }
}

/** The write that makes the registry say something else, over what was read. */
export const register = (row: Registered, standing?: Standing): OwnedWrite => ({
  in: 'province',
  write: { put: keys.tenantKey(row.city), item: row, expect: standing ? { rev: standing.rev } : 'absent' },
})

/** Writes the row of the registry anew, over the one that was read; a `Conflict` where somebody else did meanwhile. */
export const renew = async (
  store: OperatorStore,
  standing: Standing,
  row = standing.row,
): Promise<Standing> => {
  await store.write([register(row, standing)])
  return { row, rev: standing.rev + 1 }
}

/** Whether anything of a city stands that an opening or a restoring would meet. */
export const isThere = async (store: OperatorStore): Promise<boolean> => {
  const [known, member] = await Promise.all([
    store.city.getAll([keys.cityKey, keys.headKey, keys.workKey, keys.adminsKey], { consistent: true }),
    store.city.list('MEMBER', { limit: 1, consistent: true }),
  ])
  return known.some((row) => row !== undefined) || member.items.length > 0
}
