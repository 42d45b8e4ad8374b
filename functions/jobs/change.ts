import type { DynamoDBRecord } from 'aws-lambda'

/** One changed thing, as a KEYS_ONLY stream names it: only where, never what. */
export type Change =
  | { readonly kind: 'release'; readonly city: string }
  | { readonly kind: 'count'; readonly city: string; readonly month: string }
  | {
      readonly kind: 'member'
      readonly place: 'city' | 'province'
      readonly code: string
      readonly member: string
    }

const shape = /^(T|P)#(\d{6})#(.+)$/

/** What a record is about; undefined for every row that no rollup consumes. */
export const changeOf = (record: DynamoDBRecord): Change | undefined => {
  const pk = record.dynamodb?.Keys?.['pk']?.S ?? ''
  const sk = record.dynamodb?.Keys?.['sk']?.S ?? ''
  const [, letter, code, rest] = shape.exec(pk) ?? []
  if (code === undefined) return undefined
  if (letter === 'T' && rest === 'CONFIG' && sk === 'HEAD') return { kind: 'release', city: code }
  const month = /^COUNT#(\d{6})#/.exec(sk)?.[1]
  if (letter === 'T' && rest === 'COUNT' && month !== undefined) return { kind: 'count', city: code, month }
  if (rest === 'MEMBER' && /^M#[0-9a-f]{64}$/.test(sk))
    return { kind: 'member', place: letter === 'T' ? 'city' : 'province', code, member: sk.slice(2) }
  return undefined
}

/** Begins of the sort keys that wake the job, for the event source's filter and for the local runner alike. */
export const wakingSortKeys = ['HEAD', 'M#', 'COUNT#', 'OUT#'] as const
