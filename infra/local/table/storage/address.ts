import { crc32 } from 'node:zlib'
import { badParameter } from '../refusal.ts'
import type { Attribute, Item } from '../values/attribute.ts'
import { bytesOf, field } from '../values/attribute.ts'
import { encodeDecimal } from '../values/decimal.ts'
import type { Index, KeyAttribute, KeySchema } from './schema.ts'

/** Where a row stands in its table or index: bytes that sort as DynamoDB sorts. */
export interface Address {
  readonly bucket: number
  readonly hash: Buffer
  readonly range: Buffer
}

const none = Buffer.alloc(0)

/** Bytes of a key value. A lone surrogate has no UTF-8 and two of them would become one key, so it is refused. */
export function encodeKey({ name, type }: KeyAttribute, value: Attribute): Buffer {
  if (type === 'N') return encodeDecimal(value.N ?? '0')
  if (type === 'B') return bytesOf(value.B ?? '')
  const text = value.S ?? ''
  if (!text.isWellFormed()) throw badParameter(`The key ${name} is not well-formed Unicode`)
  return Buffer.from(text)
}

export function bucketOf(hash: Buffer): number {
  return crc32(hash)
}

/** The address of an item or key that was checked before. */
export function addressOf(keys: KeySchema, item: Item): Address {
  const hash = encodeKey(keys.hash, item[keys.hash.name] as Attribute)
  const range = keys.range === undefined ? none : encodeKey(keys.range, item[keys.range.name] as Attribute)
  return { bucket: bucketOf(hash), hash, range }
}

/** The address of an item in an index; undefined when the item lacks one of the index keys (a sparse index). */
export function entryAddress(index: Index, item: Item): Address | undefined {
  const { hash, range } = index.keys
  if (field(item, hash.name) === undefined) return undefined
  if (range !== undefined && field(item, range.name) === undefined) return undefined
  return addressOf(index.keys, item)
}
