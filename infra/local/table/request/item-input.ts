import type { Item } from '../values/attribute.ts'
import type { ParsedCondition, ParsedProjection, ParsedUpdate } from '../values/expression.ts'

/** What the three single writes share once their request was read. */
export interface ConditionalInput {
  readonly TableName: string
  readonly ReturnValues?: 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW'
  readonly ReturnConsumedCapacity?: string
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE'
  readonly _condition?: ParsedCondition
}
export interface PutInput extends ConditionalInput {
  readonly Item: Item
}
export interface KeyedInput extends ConditionalInput {
  readonly Key: Item
}
export interface UpdateInput extends KeyedInput {
  readonly _updates?: ParsedUpdate
}
export interface GetInput {
  readonly TableName: string
  readonly Key: Item
  readonly ConsistentRead?: boolean
  readonly ReturnConsumedCapacity?: string
  readonly _projection?: ParsedProjection
}
