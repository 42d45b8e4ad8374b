import { tableDefinition } from '../table.ts'
import type { Asked } from './decide.ts'

type Json = Readonly<Record<string, unknown>>
type Item = Readonly<Record<string, { readonly S?: string } | undefined>>

/** A request that names no partition where it should. It is not judged. */
export class Unjudged extends Error {
  override readonly name = 'Unjudged'
}

const [{ AttributeName: tablePk }] = tableDefinition.KeySchema
const indexPks = new Map<string, string>(
  tableDefinition.GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => [
    IndexName,
    KeySchema[0].AttributeName,
  ]),
)

const partitionOf = (item: unknown): string => {
  const pk = (item as Item | undefined)?.[tablePk]?.S
  if (pk === undefined) throw new Unjudged('an item without a partition')
  return pk
}

/** The value that a query compares its partition with. */
const queried = (body: Json): string => {
  const index = body['IndexName']
  const name = index === undefined ? tablePk : indexPks.get(String(index))
  const names = (body['ExpressionAttributeNames'] ?? {}) as Readonly<Record<string, string>>
  const values = (body['ExpressionAttributeValues'] ?? {}) as Item
  for (const term of String(body['KeyConditionExpression'] ?? '').split(/\bAND\b/i)) {
    const [, left = '', right = ''] = /^[\s(]*([#\w]+)\s*=\s*(:\w+)[\s)]*$/.exec(term) ?? []
    const value = values[right]?.S
    if (left !== '' && (names[left] ?? left) === name && value !== undefined) return value
  }
  throw new Unjudged('a query without a partition')
}

const transacted: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

/**
 * What a request of DynamoDB's wire protocol asks of IAM: one action a table or index, and of a transaction one for
 * each of its parts, with the partitions that it names (`dynamodb:LeadingKeys`; absent where it names none). `table` is
 * the ARN of ours; a request for another table asks for that one. Throws `Unjudged` for a request of no known shape.
 */
export const askedOfTable = (table: string, op: string, request: unknown): readonly Asked[] => {
  const body = request as Json
  const arn = (name: unknown): string => table.slice(0, table.lastIndexOf('/') + 1) + String(name)
  const ask = (action: string, resource: string, keys?: readonly string[]): Asked => ({
    action: `dynamodb:${action}`,
    resource,
    context: keys === undefined ? {} : { 'dynamodb:LeadingKeys': keys },
  })
  const perTable = (keysOf: (requests: unknown) => readonly string[]): readonly Asked[] =>
    Object.entries((body['RequestItems'] ?? {}) as Json).map(([name, requests]) =>
      ask(op, arn(name), keysOf(requests)),
    )
  const index = body['IndexName'] === undefined ? '' : `/index/${body['IndexName']}`
  switch (op) {
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [ask(op, arn(body['TableName']), [partitionOf(body['Key'])])]
    case 'PutItem':
      return [ask(op, arn(body['TableName']), [partitionOf(body['Item'])])]
    case 'Query':
      return [ask(op, arn(body['TableName']) + index, [queried(body)])]
    case 'BatchGetItem':
      return perTable((requests) => (requests as { Keys: unknown[] }).Keys.map(partitionOf))
    case 'BatchWriteItem':
      return perTable((requests) =>
        (requests as { PutRequest?: { Item: unknown }; DeleteRequest?: { Key: unknown } }[]).map(
          ({ PutRequest, DeleteRequest }) => partitionOf(PutRequest?.Item ?? DeleteRequest?.Key),
        ),
      )
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return ((body['TransactItems'] ?? []) as Json[]).flatMap((parts) =>
        Object.entries(parts).map(([kind, part]) => {
          const { TableName, Item, Key } = part as { TableName: string; Item?: unknown; Key?: unknown }
          return ask(transacted[kind] ?? kind, arn(TableName), [partitionOf(Item ?? Key)])
        }),
      )
    default:
      return [ask(op, arn(body['TableName']) + index)]
  }
}
