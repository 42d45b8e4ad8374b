import { provinceName } from '#forms/standards'
import { serviceProvince, serviceTenant } from '../identity/service.ts'
import {
  type InRow,
  type Kind,
  Outgoing,
  type OutRow,
  payloads,
  type Reason,
  type Sender,
  type Told,
  type ToldRow,
} from '../mail/message.ts'
import { tenantsAmong } from '../oversight/tenants.ts'
import { Conflict, closedRing, keys, type Link, openProvince, openStore, provinceOf } from '../store/index.ts'
import type { Letter } from './letter.ts'

const provinceBox = (link: Link, code: string) =>
  openProvince(serviceProvince(code, 'courier'), link, closedRing)
const cityBox = (link: Link, code: string) => openStore(serviceTenant(code, 'courier'), link, closedRing)

type Message = Pick<OutRow, 'to' | 'at'> & Pick<InRow, 'kind' | 'payload'>

/** The message of a row where it is one that is carried, else why not. */
const messageIn = (row: object): Message | Reason => {
  const { data: out } = Outgoing.safeParse(row)
  if (!out) return 'malformed'
  if (!Object.hasOwn(payloads, out.kind)) return 'unknown-kind'
  const kind = out.kind as Kind
  const { data: payload } = payloads[kind].safeParse(out.payload)
  return payload ? { kind, payload, to: out.to, at: out.at } : 'malformed'
}

const dead = (reason: Reason): Told => ({ state: 'dead', reason })

/** Puts a message into every recipient's box, each once. Whom it cannot reach now makes it throw, after all others. */
const carry = async (link: Link, { place, code, id }: Letter, row: object): Promise<Told> => {
  const message = messageIn(row)
  if (typeof message === 'string') return dead(message)
  const { kind, payload, at } = message
  const province = place === 'city' ? provinceOf(code) : code
  const asked = place === 'city' ? [code, ...message.to] : message.to
  const known = await tenantsAmong(await provinceBox(link, province), [...new Set(asked)])
  const name = place === 'city' ? known.get(code)?.name : provinceName(code)
  if (name === undefined) return dead('unknown-sender')
  const from: Sender = { kind: place, code, name }
  const item: InRow = { schema: 1, kind, from, payload, at, received: link.clock().toISOString() }

  const reached = message.to.filter((to) => known.has(to) && !(place === 'city' && to === code))
  let broken: { readonly error: unknown } | undefined
  for (const to of reached)
    try {
      const put = keys.inKey(id, `${place === 'city' ? 'T' : 'P'}${code}`)
      await (await cityBox(link, to)).write([{ put, item, expect: 'absent' }]).catch(passOverTwin)
    } catch (error) {
      broken ??= { error }
    }
  if (broken) throw broken.error
  if (reached.length === 0) return dead('unknown-recipient')
  const missed = message.to.filter((to) => !reached.includes(to))
  return { state: 'delivered', undelivered: missed.map((to) => ({ to, reason: 'unknown-recipient' })) }
}

/** It lies there from an earlier run that was cut off before it could say so. */
const passOverTwin = (error: unknown): void => {
  if (!(error instanceof Conflict)) throw error
}

/**
 * Carries one message out of its sender's box, and writes beside it what became of it. Who may write to whom: an office
 * to the cities of its province, a city to the other cities of its own, if both are in the registry and in use. Safe to
 * repeat: what was carried is not carried again, and what nobody can carry is dead with a reason and holds up nothing.
 */
export const deliver = async (link: Link, letter: Letter): Promise<void> => {
  const { place, code, id } = letter
  const box = place === 'city' ? await cityBox(link, code) : await provinceBox(link, code)
  const [message, told] = await box.getAll<object>([keys.outKey(id), keys.toldKey(id)], { consistent: true })
  if (!message || told) return
  const became = await carry(link, letter, message)
  const item: ToldRow = { schema: 1, ...became, at: link.clock().toISOString() }
  // Somebody else may have carried it meanwhile and said so.
  await box.write([{ put: keys.toldKey(id), item, expect: 'absent' }]).catch(passOverTwin)
}
