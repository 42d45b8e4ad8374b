import {
  validateAttributeValue,
  validateExpressionParams,
  validateExpressions,
} from 'dynalite/validations/index.js'
import type { Item } from '../values/attribute.ts'
import { checkExpressions } from './request.ts'
import type { Shape, Shapes } from './shape.ts'
import {
  attributeMap,
  attributeNames,
  capacityMode,
  list,
  member,
  onConditionFailure,
  struct,
  tableName,
  text,
} from './shape.ts'

const expressionParts: Shapes = {
  TableName: tableName,
  ConditionExpression: text,
  ExpressionAttributeNames: attributeNames,
  ExpressionAttributeValues: attributeMap,
  ReturnValuesOnConditionCheckFailure: onConditionFailure,
}
const required: Shape = { ...(attributeMap as object), notNull: true }
const hundred = { notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 100 }

export const transactWriteShapes: Shapes = {
  TransactItems: list(
    member('TransactWriteItem', {
      Put: struct('Put', { ...expressionParts, Item: required }),
      Update: struct('Update', {
        ...expressionParts,
        Key: required,
        UpdateExpression: { type: 'String', notNull: true },
      }),
      Delete: struct('Delete', { ...expressionParts, Key: required }),
      ConditionCheck: struct('ConditionCheck', {
        ...expressionParts,
        Key: required,
        ConditionExpression: { type: 'String', notNull: true },
      }),
    }),
    hundred,
  ),
  ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
  ReturnConsumedCapacity: capacityMode,
  ReturnItemCollectionMetrics: { type: 'String', enum: ['SIZE', 'NONE'] },
}

export const transactGetShapes: Shapes = {
  TransactItems: list(
    member('TransactGetItem', {
      Get: struct(
        'Get',
        {
          TableName: tableName,
          Key: required,
          ProjectionExpression: text,
          ExpressionAttributeNames: attributeNames,
        },
        true,
      ),
    }),
    hundred,
  ),
  ReturnConsumedCapacity: capacityMode,
}

/** What must hold inside one action of a transaction, before any table is looked at; leaves the parsed expressions on it. */
export function checkAction(item: object): string | undefined {
  const actions = Object.values(item) as { Item?: Item; Key?: Item }[]
  const [action] = actions
  if (action === undefined || actions.length > 1) {
    return 'TransactItems can only contain one of Check, Put, Update or Delete'
  }
  checkExpressions(action as Record<string, unknown>)
  const expressions = ['ConditionExpression', 'UpdateExpression', 'ProjectionExpression'].filter(
    (name) => name in action,
  )
  const misused = validateExpressionParams(action, expressions, [])
  if (misused !== undefined) return misused
  if (expressions.length === 0 && 'ExpressionAttributeValues' in action) {
    return 'ExpressionAttributeValues can only be specified when using expressions'
  }
  for (const value of Object.values(action.Item ?? action.Key ?? {})) {
    const problem = validateAttributeValue(value)
    if (problem !== undefined) return problem
  }
  return validateExpressions(action)
}
