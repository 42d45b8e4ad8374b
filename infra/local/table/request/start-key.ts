import { invalid, Refusal } from '../refusal.ts'
import type { Address } from '../storage/address.ts'
import { addressOf } from '../storage/address.ts'
import type { Index, KeySchema, Table } from '../storage/schema.ts'
import { checkKey, keyAttributes } from '../storage/schema.ts'
import type { Item } from '../values/attribute.ts'
import { field } from '../values/attribute.ts'

/** Where a page goes on: the address in what is read, and of the item itself. */
export interface Start {
  readonly at: Address
  readonly item: Address
}

/** Reads an ExclusiveStartKey: exactly the keys of the table and of the index, each of its type. */
export function readStart(table: Table, index: Index | undefined, key: Item | undefined): Start | undefined {
  if (key === undefined) return undefined
  const keys = index?.keys ?? table.keys
  const names = new Set([...keyAttributes(table.keys), ...keyAttributes(keys)].map(({ name }) => name))
  const given = Object.keys(key)
  if (given.length !== names.size || given.some((name) => !names.has(name))) {
    throw invalid('The provided starting key is invalid')
  }
  checkPart(keys, key)
  checkPart(table.keys, key)
  return { at: addressOf(keys, key), item: addressOf(table.keys, key) }
}

function checkPart(keys: KeySchema, key: Item): void {
  const part: Item = {}
  for (const { name } of keyAttributes(keys)) {
    const value = field(key, name)
    if (value !== undefined) part[name] = value
  }
  try {
    checkKey(keys, part)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw invalid(`The provided starting key is invalid: ${error.message}`)
  }
}
