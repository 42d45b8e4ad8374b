import * as create from 'dynalite/validations/createTable.js'
import { streamShape } from '../operations/create-table.ts'
import type { ShapeObject, Shapes } from './shape.ts'
import { list, member, optional, struct, tableName } from './shape.ts'

const known = create.types as Record<string, ShapeObject>
const shapeOf = (name: string): ShapeObject => known[name] ?? {}
const index = (shapeOf('GlobalSecondaryIndexes').children as ShapeObject).children as Shapes

/** An index is created and deleted here; its throughput cannot be changed, so `Update` is refused by name. */
export const updateTableShapes: Shapes = {
  TableName: tableName,
  AttributeDefinitions: optional(shapeOf('AttributeDefinitions')),
  BillingMode: shapeOf('BillingMode'),
  ProvisionedThroughput: shapeOf('ProvisionedThroughput'),
  GlobalSecondaryIndexUpdates: list(
    member('GlobalSecondaryIndexUpdate', {
      Create: struct('CreateGlobalSecondaryIndexAction', index),
      Delete: struct('DeleteGlobalSecondaryIndexAction', { IndexName: tableName }),
    }),
  ),
  StreamSpecification: streamShape,
  DeletionProtectionEnabled: 'Boolean',
}
