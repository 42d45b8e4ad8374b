import * as z from 'zod'
import { words } from '../shape.ts'

/** An id number, with or without its check sign. A message leaves the city that may know whom it is about. */
const idNumber = /(?<!\d)\d{17}[\dXx]?(?!\d)/

const impersonal = (most: number) =>
  words(most).refine((text) => !idNumber.test(text), '不能写身份证号码：通知会离开本单位，不应提到任何个人。')

/** What every kind of message may hold, closed: a kind that is not here is never carried. */
export const payloads = {
  /** A circular: it says something to a city's administrators and asks for nothing. */
  notice: z.strictObject({ title: impersonal(80), text: impersonal(4000) }),
} as const satisfies Readonly<Record<string, z.ZodType>>
export type Kind = keyof typeof payloads
export type Notice = z.infer<typeof payloads.notice>

/** Codes of cities, each once. */
export const recipients = z
  .array(z.string().regex(/^\d{6}$/, '城市代码应为 6 位数字。'))
  .min(1)
  .max(100)
  .refine((to) => new Set(to).size === to.length, '同一个城市只能写一次。')

/** `MAIL` / `OUT#<ulid>` of the sender: written once and never changed. */
export const Outgoing = z.object({
  kind: z.string(),
  to: recipients,
  payload: z.unknown(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type OutRow = z.infer<typeof Outgoing> & { readonly schema: 1 }

export type Reason = 'unknown-kind' | 'malformed' | 'unknown-sender' | 'unknown-recipient'
export type Undelivered = { readonly to: string; readonly reason: Reason }

/**
 * What became of a message. A row of its own, `MAIL` / `TOLD#<ulid>`, because the courier may not write what wakes it:
 *
 *     OUT# alone ──► delivered   every recipient there was has it; `undelivered` names the others
 *          └───────► dead        nobody has it; `reason` says why
 */
export type Told =
  | { readonly state: 'delivered'; readonly undelivered: readonly Undelivered[] }
  | { readonly state: 'dead'; readonly reason: Reason }
export type ToldRow = Told & { readonly schema: 1; readonly at: string }

/** Who sent it, as the partition it lay in says, not as the message says. */
export type Sender = { readonly kind: 'city' | 'province'; readonly code: string; readonly name: string }

/** `MAIL` / `IN#<ulid>#<sender>` of the recipient. */
export type InRow = {
  readonly schema: 1
  readonly kind: Kind
  readonly from: Sender
  readonly payload: Notice
  /** When it was written, and when it was carried here. */
  readonly at: string
  readonly received: string
}
