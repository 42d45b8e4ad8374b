import type { Engine } from '../engine.ts'
import { badParameter, invalid, notFound, Refusal } from '../refusal.ts'
import { updateTableShapes } from '../request/update-table-shape.ts'
import { backfillIndex } from '../storage/backfill.ts'
import { findTable, saveTable } from '../storage/catalog.ts'
import type { Table } from '../storage/schema.ts'
import { keyAttributes } from '../storage/schema.ts'
import { closeStream, openStream } from '../storage/stream.ts'
import type { IndexInput, StreamInput } from './create-table.ts'
import { makeIndex } from './create-table.ts'
import { description } from './description.ts'
import type { Operation } from './operations.ts'

type Definitions = readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[]
interface IndexUpdate {
  readonly Create?: IndexInput
  readonly Delete?: { readonly IndexName: string }
}
interface UpdateInput {
  readonly TableName: string
  readonly AttributeDefinitions?: Definitions
  readonly BillingMode?: 'PROVISIONED' | 'PAY_PER_REQUEST'
  readonly ProvisionedThroughput?: { readonly ReadCapacityUnits: number; readonly WriteCapacityUnits: number }
  readonly GlobalSecondaryIndexUpdates?: readonly IndexUpdate[]
  readonly StreamSpecification?: StreamInput
  readonly DeletionProtectionEnabled?: boolean
}

/** UpdateTable: takes effect at once, a new index filled; the answer still says UPDATING. */
export const updateTable: Operation = {
  request: {
    types: updateTableShapes,
    custom: ({ TableName: _, AttributeDefinitions: __, ...changes }: UpdateInput) =>
      Object.keys(changes).length > 0 ? undefined : 'At least one change of the table is required',
  },
  run: (engine: Engine, input: UpdateInput) => {
    const found = findTable(engine, input.TableName)
    if (found === undefined)
      throw notFound(`Requested resource not found: Table: ${input.TableName} not found`)
    const updates = input.GlobalSecondaryIndexUpdates ?? []
    if (updates.length > 1) {
      throw new Refusal(
        'LimitExceededException',
        'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
      )
    }
    let table = billed(found, input)
    for (const update of updates) table = changeIndex(engine, table, update, input.AttributeDefinitions ?? [])
    if (input.StreamSpecification) table = switchStream(engine, table, input.StreamSpecification)
    if (input.DeletionProtectionEnabled !== undefined) {
      table = { ...table, isProtected: input.DeletionProtectionEnabled }
    }
    saveTable(engine, table)
    return { TableDescription: description(engine, table, 'UPDATING') }
  },
}

function billed(table: Table, { BillingMode: mode, ProvisionedThroughput: wanted }: UpdateInput): Table {
  const { throughput, ...rest } = table
  if (mode === 'PAY_PER_REQUEST') {
    if (wanted === undefined) return rest
    throw badParameter(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    )
  }
  if (wanted === undefined) {
    if (mode === undefined) return table
    throw badParameter('ProvisionedThroughput must be specified when BillingMode is PROVISIONED')
  }
  if (mode === undefined && throughput === undefined) {
    throw badParameter(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    )
  }
  return { ...rest, throughput: { read: wanted.ReadCapacityUnits, write: wanted.WriteCapacityUnits } }
}

function changeIndex(engine: Engine, table: Table, update: IndexUpdate, definitions: Definitions): Table {
  const { Create: create, Delete: remove } = update
  if ((create === undefined) === (remove === undefined)) {
    throw badParameter(
      'Exactly one of GlobalSecondaryIndexUpdate.Create and GlobalSecondaryIndexUpdate.Delete is required',
    )
  }
  if (create !== undefined) {
    if (table.indexes.some(({ name }) => name === create.IndexName)) {
      throw invalid(`Attempting to create an index which already exists: ${create.IndexName}`)
    }
    if (table.indexes.length >= 20)
      throw badParameter('GlobalSecondaryIndex count exceeds the per-table limit of 20')
    const index = makeIndex(engine, table, withKnown(table, definitions), create)
    backfillIndex(engine, table, index)
    return { ...table, indexes: [...table.indexes, index] }
  }
  const gone = table.indexes.find(({ name }) => name === remove?.IndexName)
  if (gone === undefined) throw notFound('Requested resource not found')
  engine.db.run('DELETE FROM entries WHERE index_id = ?', gone.id)
  engine.db.run('DELETE FROM indexes WHERE id = ?', gone.id)
  return { ...table, indexes: table.indexes.filter((index) => index !== gone) }
}

/** Attributes that are keys already need no second definition, and may not get another type. */
function withKnown(table: Table, definitions: Definitions): Definitions {
  const known = [table.keys, ...table.indexes.map((index) => index.keys)].flatMap(keyAttributes)
  for (const { AttributeName: name, AttributeType: type } of definitions) {
    if (known.some((attribute) => attribute.name === name && attribute.type !== type)) {
      throw badParameter(`Cannot change the type of the key attribute ${name}`)
    }
  }
  return [...definitions, ...known.map(({ name, type }) => ({ AttributeName: name, AttributeType: type }))]
}

function switchStream(engine: Engine, table: Table, wanted: StreamInput): Table {
  const { stream: current, ...rest } = table
  if (wanted.StreamEnabled) {
    if (current !== undefined) throw invalid(`Table already has an enabled stream: TableName: ${table.name}`)
    return { ...rest, stream: openStream(engine, table, wanted) }
  }
  if (current === undefined) throw invalid(`Table is already disabled for streams: TableName: ${table.name}`)
  closeStream(engine, current.id)
  return rest
}
