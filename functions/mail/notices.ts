import * as z from 'zod'
import { canonical } from '#forms/release'
import type { Notice, Page, SentNotice } from '../api/contract/index.ts'
import { tenantsAmong } from '../oversight/tenants.ts'
import { Refused } from '../problem.ts'
import { ulidShape } from '../shape.ts'
import {
  Conflict,
  keys,
  type ListedRow,
  type ProvinceStore,
  type Row,
  type TenantStore,
} from '../store/index.ts'
import {
  type InRow,
  type Notice as NoticePayload,
  type OutRow,
  payloads,
  recipients,
  type ToldRow,
} from './message.ts'

/** What an office sends: made under an id of its own, so that sending it again is the same notice. */
export const noticeRequest = z.strictObject({ id: ulidShape, to: recipients, ...payloads.notice.shape })
export type NoticeRequest = z.infer<typeof noticeRequest>

type Paging = { readonly limit: number; readonly after?: string | undefined }
const pageOf = ({ limit, after }: Paging, prefix: string) => ({
  prefix,
  limit,
  newestFirst: true,
  ...(after !== undefined && { after }),
})

const sent = (id: string, row: OutRow, told?: ToldRow): SentNotice => {
  const { title, text } = row.payload as NoticePayload
  const missed = told?.state === 'delivered' ? told.undelivered.map(({ to }) => to) : []
  const undelivered = told?.state === 'dead' ? row.to : missed
  return { id, to: row.to, title, text, at: row.at, state: told?.state ?? 'waiting', undelivered }
}
const toldOf = (store: ProvinceStore, ids: readonly string[]) => store.getAll<ToldRow>(ids.map(keys.toldKey))

/**
 * Lays a notice into the office's box; the courier carries it. Throws `Refused`: `invalid` for a city that is not in use
 * in this province, `key-reused` where the id stands for another notice.
 */
export const sendNotice = async (
  store: ProvinceStore,
  { id, to, title, text: body }: NoticeRequest,
  { clock }: { readonly clock: () => Date },
): Promise<SentNotice> => {
  const known = await tenantsAmong(store, to)
  const errors = to.flatMap((city, i) =>
    known.has(city)
      ? []
      : [
          {
            path: `to[${i}]`,
            code: 'unknown-city',
            message: `本省没有正在使用的城市 ${city}，请从名单中选择。`,
          },
        ],
  )
  if (errors.length > 0) throw new Refused('invalid', '有的城市收不到通知，请更正后再发。', { errors })
  const row: OutRow = {
    schema: 1,
    kind: 'notice',
    to,
    payload: { title, text: body },
    by: store.province.member,
    at: clock().toISOString(),
  }
  try {
    await store.write([{ put: keys.outKey(id), item: row, expect: 'absent' }])
    return sent(id, row)
  } catch (error) {
    const standing = error instanceof Conflict ? (error.existing as Row<OutRow> | undefined) : undefined
    if (!standing) throw error
    const asked = ({ to, payload, by }: OutRow) => canonical([to, payload, by])
    if (asked(standing) === asked(row)) return sent(id, standing, (await toldOf(store, [id]))[0])
    throw new Refused('key-reused', '这个编号已用于另一份通知，请刷新页面后重新发送。')
  }
}

/** What the office sent, newest first, and what became of it. */
export const listSent = async (store: ProvinceStore, paging: Paging): Promise<Page<SentNotice>> => {
  const { items, ...rest } = await store.list<OutRow>(keys.mailPk, pageOf(paging, 'OUT#'))
  const notices = items.filter(({ kind }) => kind === 'notice')
  const ids = notices.map(({ sk }) => sk.slice(4))
  const told = await toldOf(store, ids)
  return { items: notices.map((row, i) => sent(ids[i] ?? '', row, told[i])), ...rest }
}

const received = ({ sk, from, payload, at }: ListedRow<InRow>): Notice => ({
  id: sk.slice(3),
  from,
  title: payload.title,
  text: payload.text,
  at,
})

/** What reached a city, newest first. */
export const listNotices = async (store: TenantStore, paging: Paging): Promise<Page<Notice>> => {
  const { items, ...rest } = await store.list<InRow>(keys.mailPk, pageOf(paging, 'IN#'))
  return { items: items.filter(({ kind }) => kind === 'notice').map(received), ...rest }
}
