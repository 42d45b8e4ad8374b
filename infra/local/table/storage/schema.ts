import { badParameter, invalid } from '../refusal.ts'
import type { Attribute, AttributeType, Item } from '../values/attribute.ts'
import { bytesOf, field, typeOf } from '../values/attribute.ts'

export interface KeyAttribute {
  readonly name: string
  readonly type: 'S' | 'N' | 'B'
}
export interface KeySchema {
  readonly hash: KeyAttribute
  readonly range?: KeyAttribute
}
export interface Index {
  readonly id: number
  readonly name: string
  readonly keys: KeySchema
  readonly projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'
  readonly include: readonly string[]
}
export type View = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES'

/** A table as it is kept. `ttl` names the attribute; `stream` is the one that records now. */
export interface Table {
  readonly id: number
  readonly uuid: string
  readonly name: string
  readonly keys: KeySchema
  readonly indexes: readonly Index[]
  readonly created: number
  readonly throughput?: { readonly read: number; readonly write: number }
  readonly isProtected: boolean
  readonly ttl?: string
  readonly stream?: { readonly id: number; readonly label: string; readonly view: View }
  readonly tags: Readonly<Record<string, string>>
}

export function keyAttributes({ hash, range }: KeySchema): readonly KeyAttribute[] {
  return range === undefined ? [hash] : [hash, range]
}

/** Only the attributes of the table's key. */
export function keyOf(table: Table, item: Item): Item {
  const key: Item = {}
  for (const { name } of keyAttributes(table.keys)) key[name] = item[name] as Attribute
  return key
}

/** A key in a request: exactly the key's attributes, each of its type, none empty. */
export function checkKey(keys: KeySchema, key: Item): void {
  const expected = keyAttributes(keys)
  const mismatch = 'The provided key element does not match the schema'
  if (Object.keys(key).length !== expected.length) throw invalid(mismatch)
  for (const attribute of expected) {
    const value = field(key, attribute.name)
    if (value?.[attribute.type] === undefined) throw invalid(mismatch)
    checkLength(attribute, value, attribute === keys.hash)
  }
}

/** An item about to be stored: its key, and the keys of every index that it would enter. */
export function checkItem(table: Table, item: Item): void {
  for (const attribute of keyAttributes(table.keys)) {
    const value = field(item, attribute.name)
    if (value === undefined) throw badParameter(`Missing the key ${attribute.name} in the item`)
    if (value[attribute.type] === undefined) {
      throw badParameter(
        `Type mismatch for key ${attribute.name} expected: ${attribute.type} actual: ${typeOf(value)}`,
      )
    }
    checkLength(attribute, value, attribute === table.keys.hash)
  }
  for (const index of table.indexes) checkIndexKeys(index, item)
}

function checkIndexKeys(index: Index, item: Item): void {
  for (const attribute of keyAttributes(index.keys)) {
    const value = field(item, attribute.name)
    if (value === undefined) continue
    if (value[attribute.type] === undefined) {
      const types = `Expected: ${attribute.type} Actual: ${typeOf(value)}`
      throw badParameter(`Type mismatch for Index Key ${attribute.name} ${types} IndexName: ${index.name}`)
    }
    if (isEmpty(attribute, value)) {
      throw invalid(
        'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
          `The AttributeValue for a key attribute cannot contain an empty ${kind(attribute.type)} value. ` +
          `IndexName: ${index.name}, IndexKey: ${attribute.name}`,
      )
    }
    if (lengthOf(attribute, value) > (attribute === index.keys.hash ? 2048 : 1024)) {
      throw badParameter(
        `Size of index key ${attribute.name} has exceeded the maximum size limit. IndexName: ${index.name}`,
      )
    }
  }
}

function checkLength(attribute: KeyAttribute, value: Attribute, isHash: boolean): void {
  if (isEmpty(attribute, value)) {
    throw invalid(
      'One or more parameter values are not valid. The AttributeValue for a key attribute ' +
        `cannot contain an empty ${kind(attribute.type)} value. Key: ${attribute.name}`,
    )
  }
  const length = lengthOf(attribute, value)
  if (isHash && length > 2048) {
    throw badParameter('Size of hashkey has exceeded the maximum size limit of2048 bytes')
  }
  if (!isHash && length > 1024) {
    throw badParameter('Aggregated size of all range keys has exceeded the size limit of 1024 bytes')
  }
}

function isEmpty({ type }: KeyAttribute, value: Attribute): boolean {
  return type !== 'N' && value[type] === ''
}

function lengthOf({ type }: KeyAttribute, value: Attribute): number {
  if (type === 'N') return 0
  return type === 'B' ? bytesOf(value.B ?? '').length : Buffer.byteLength(value.S ?? '')
}

function kind(type: AttributeType): string {
  return type === 'S' ? 'string' : 'binary'
}
