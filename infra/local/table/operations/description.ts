import type { Engine } from '../engine.ts'
import { tableArn } from '../storage/catalog.ts'
import type { Index, KeySchema, Table } from '../storage/schema.ts'
import { keyAttributes } from '../storage/schema.ts'

type Status = 'ACTIVE' | 'CREATING' | 'UPDATING' | 'DELETING'

/** What DescribeTable says; counts are exact here, where DynamoDB's are some hours old. */
export function description(engine: Engine, table: Table, status: Status): object {
  const arn = tableArn(engine, table.name)
  const { count, size } = measured(engine, 'items', 'table_id', table.id)
  const stream = table.stream
  return {
    TableName: table.name,
    TableArn: arn,
    TableId: table.uuid,
    TableStatus: status,
    CreationDateTime: table.created / 1000,
    AttributeDefinitions: attributeDefinitions(table),
    KeySchema: keySchemaView(table.keys),
    ItemCount: count,
    TableSizeBytes: size,
    ProvisionedThroughput: throughput(table),
    ...(table.throughput === undefined && { BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } }),
    DeletionProtectionEnabled: table.isProtected,
    ...(table.indexes.length > 0 && {
      GlobalSecondaryIndexes: table.indexes.map((index) => indexView(engine, table, index, arn, status)),
    }),
    ...(stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream.view },
      LatestStreamLabel: stream.label,
      LatestStreamArn: `${arn}/stream/${stream.label}`,
    }),
  }
}

function indexView(engine: Engine, table: Table, index: Index, tableArn: string, status: Status): object {
  const { count, size } = measured(engine, 'entries', 'index_id', index.id)
  return {
    IndexName: index.name,
    IndexArn: `${tableArn}/index/${index.name}`,
    IndexStatus: status === 'UPDATING' ? 'ACTIVE' : status,
    KeySchema: keySchemaView(index.keys),
    Projection: {
      ProjectionType: index.projection,
      ...(index.include.length > 0 && { NonKeyAttributes: index.include }),
    },
    ItemCount: count,
    IndexSizeBytes: size,
    ProvisionedThroughput: throughput(table),
  }
}

function throughput({ throughput: set }: Table): object {
  return {
    NumberOfDecreasesToday: 0,
    ReadCapacityUnits: set?.read ?? 0,
    WriteCapacityUnits: set?.write ?? 0,
  }
}

function keySchemaView(keys: KeySchema): readonly object[] {
  return keyAttributes(keys).map(({ name }, i) => ({
    AttributeName: name,
    KeyType: i === 0 ? 'HASH' : 'RANGE',
  }))
}

function attributeDefinitions(table: Table): readonly object[] {
  const all = [table.keys, ...table.indexes.map((index) => index.keys)].flatMap(keyAttributes)
  const types = new Map(all.map(({ name, type }) => [name, type]))
  return [...types].map(([name, type]) => ({ AttributeName: name, AttributeType: type }))
}

function measured(engine: Engine, rows: 'items' | 'entries', owner: 'table_id' | 'index_id', id: number) {
  const sql = `SELECT count(*) AS count, coalesce(sum(size), 0) AS size FROM ${rows} WHERE ${owner} = ?`
  return engine.db.first<{ count: number; size: number }>(sql, id) ?? { count: 0, size: 0 }
}
