import * as shape from 'dynalite/validations/batchWriteItem.js'
import type { Engine } from '../engine.ts'
import { invalid } from '../refusal.ts'
import { modern } from '../request/shape.ts'
import type { Address } from '../storage/address.ts'
import { addressOf } from '../storage/address.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load, mutate } from '../storage/mutation.ts'
import type { Table } from '../storage/schema.ts'
import type { Item } from '../values/attribute.ts'
import { Meter } from './capacity.ts'
import { checkKeyed, checkPut } from './evaluate.ts'
import type { Operation } from './operations.ts'

interface WriteRequest {
  readonly PutRequest?: { readonly Item: Item }
  readonly DeleteRequest?: { readonly Key: Item }
}
interface BatchWriteInput {
  readonly RequestItems: Readonly<Record<string, readonly WriteRequest[]>>
  readonly ReturnConsumedCapacity?: string
}

/** BatchWriteItem: up to 25 puts and deletes. Everything is checked first; here they also land together. */
export const batchWriteItem: Operation = {
  request: { types: modern(shape.types), custom: shape.custom },
  run: (engine: Engine, input: BatchWriteInput) => {
    const requests = Object.entries(input.RequestItems)
    if (requests.reduce((count, [, writes]) => count + writes.length, 0) > 25) {
      throw invalid('Too many items requested for the BatchWriteItem call')
    }
    const writes = requests.flatMap(([name, list]) => {
      const table = tableNamed(engine, name)
      return list.map((request) => ({ table, ...checked(table, request) }))
    })
    refuseTwice(writes)
    const meter = new Meter()
    for (const { table, key, next } of writes) {
      const cost = mutate(engine, { table, old: load(engine, table, key), next })
      meter.add(table.name, cost.table, cost.indexes)
    }
    const report = meter.report(input.ReturnConsumedCapacity)
    return { UnprocessedItems: {}, ...(report && { ConsumedCapacity: report }) }
  },
}

function checked(table: Table, { PutRequest: put, DeleteRequest: remove }: WriteRequest) {
  if ((put === undefined) === (remove === undefined)) {
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    )
  }
  if (put !== undefined) {
    checkPut(table, { TableName: table.name, Item: put.Item })
    return { key: put.Item, next: put.Item }
  }
  const key = remove?.Key ?? {}
  checkKeyed(table, { TableName: table.name, Key: key })
  return { key, next: undefined }
}

function refuseTwice(writes: readonly { readonly table: Table; readonly key: Item }[]): void {
  const seen = new Set<string>()
  for (const { table, key } of writes) {
    const place = placeOf(table, addressOf(table.keys, key))
    if (seen.has(place)) throw invalid('Provided list of item keys contains duplicates')
    seen.add(place)
  }
}

/** A text that is the same for two keys exactly when they are the same row. */
export function placeOf(table: Table, { hash, range }: Address): string {
  return `${table.id}/${hash.toString('hex')}/${range.toString('hex')}`
}
