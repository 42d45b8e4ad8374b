import { randomUUID } from 'node:crypto'
import * as create from 'dynalite/validations/createTable.js'
import type { Engine } from '../engine.ts'
import { badParameter, invalid, Refusal } from '../refusal.ts'
import { list, member, modern, struct, text } from '../request/shape.ts'
import { findTable, insertTable, newIndexId, saveTable } from '../storage/catalog.ts'
import type { Index, KeyAttribute, KeySchema, Table, View } from '../storage/schema.ts'
import { openStream } from '../storage/stream.ts'
import { description } from './description.ts'
import type { Operation } from './operations.ts'

type Keys = readonly { readonly AttributeName: string; readonly KeyType: string }[]
type Definitions = readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[]
interface Throughput {
  readonly ReadCapacityUnits: number
  readonly WriteCapacityUnits: number
}
export interface IndexInput {
  readonly IndexName: string
  readonly KeySchema: Keys
  readonly Projection: {
    readonly ProjectionType?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'
    readonly NonKeyAttributes?: readonly string[]
  }
}
export interface StreamInput {
  readonly StreamEnabled: boolean
  readonly StreamViewType?: View
}
interface CreateInput {
  readonly TableName: string
  readonly AttributeDefinitions: Definitions
  readonly KeySchema: Keys
  readonly GlobalSecondaryIndexes?: readonly IndexInput[]
  readonly ProvisionedThroughput?: Throughput
  readonly StreamSpecification?: StreamInput
  readonly DeletionProtectionEnabled?: boolean
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[]
}

export const streamShape = struct('StreamSpecification', {
  StreamEnabled: { type: 'Boolean', notNull: true },
  StreamViewType: { type: 'String', enum: ['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'] },
})

const { LocalSecondaryIndexes: _unsupported, ...supported } = create.types

/** CreateTable: a table is there at once; the answer still says CREATING, because elsewhere it takes a while. */
export const createTable: Operation = {
  request: {
    types: modern(supported, {
      StreamSpecification: streamShape,
      DeletionProtectionEnabled: 'Boolean',
      Tags: list(member('Tag', { Key: text, Value: text })),
    }),
    custom: create.custom,
  },
  run: (engine: Engine, input: CreateInput) => {
    if (findTable(engine, input.TableName) !== undefined) {
      throw new Refusal('ResourceInUseException', `Table already exists: ${input.TableName}`)
    }
    checkDefinitions(input)
    const { ProvisionedThroughput: throughput } = input
    const made = insertTable(engine, {
      uuid: randomUUID(),
      name: input.TableName,
      keys: keySchema(input.AttributeDefinitions, input.KeySchema),
      indexes: [],
      created: engine.clock(),
      ...(throughput && {
        throughput: { read: throughput.ReadCapacityUnits, write: throughput.WriteCapacityUnits },
      }),
      isProtected: input.DeletionProtectionEnabled ?? false,
      tags: Object.fromEntries((input.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
    })
    const stream = input.StreamSpecification?.StreamEnabled
      ? openStream(engine, made, input.StreamSpecification)
      : undefined
    const indexes = (input.GlobalSecondaryIndexes ?? []).map((index) =>
      makeIndex(engine, made, input.AttributeDefinitions, index),
    )
    const table: Table = { ...made, indexes, ...(stream && { stream }) }
    saveTable(engine, table)
    return { TableDescription: description(engine, table, 'CREATING') }
  },
}

export function keySchema(definitions: Definitions, keys: Keys): KeySchema {
  const attribute = (at: number): KeyAttribute | undefined => {
    const name = keys[at]?.AttributeName
    const type = definitions.find((definition) => definition.AttributeName === name)?.AttributeType
    return name === undefined || type === undefined ? undefined : { name, type }
  }
  const hash = attribute(0)
  const range = attribute(1)
  if (hash === undefined || (keys.length > 1 && range === undefined)) {
    throw badParameter('Some index key attributes are not defined in AttributeDefinitions')
  }
  return range === undefined ? { hash } : { hash, range }
}

export function makeIndex(engine: Engine, table: Table, definitions: Definitions, input: IndexInput): Index {
  const { ProjectionType: projection, NonKeyAttributes: include } = input.Projection
  if (projection === undefined) throw badParameter('Unknown ProjectionType: null')
  if (projection === 'INCLUDE' && include === undefined) {
    throw badParameter('ProjectionType is INCLUDE, but NonKeyAttributes is not specified')
  }
  return {
    id: newIndexId(engine, table.id),
    name: input.IndexName,
    keys: keySchema(definitions, input.KeySchema),
    projection,
    include: include ?? [],
  }
}

/** Every defined attribute is a key of something, and a stream has a view exactly when it is on. */
function checkDefinitions(input: CreateInput): void {
  const schemas = [input.KeySchema, ...(input.GlobalSecondaryIndexes ?? []).map((index) => index.KeySchema)]
  const used = new Set(schemas.flat().map((key) => key.AttributeName))
  const spare = input.AttributeDefinitions.filter(({ AttributeName }) => !used.has(AttributeName))
  if (spare.length > 0) {
    const names = (values: Iterable<string>) => `[${[...values].join(', ')}]`
    throw badParameter(
      'Some AttributeDefinitions are not used. AttributeDefinitions: ' +
        `${names(input.AttributeDefinitions.map((each) => each.AttributeName))}, keys used: ${names(used)}`,
    )
  }
  const stream = input.StreamSpecification
  if (stream !== undefined && stream.StreamEnabled !== (stream.StreamViewType !== undefined)) {
    throw invalid('StreamSpecification: StreamViewType is needed exactly when StreamEnabled is true')
  }
}
