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
  const pk: unknown = (item as Item | undefined)?.[tablePk]?.S
  if (typeof pk !== 'string') throw new Unjudged('an item without a partition')
  return pk
}

/** The one value that a query compares its partition with. */
const queried = (body: Json): string => {
  const index = body['IndexName']
  const name = index === undefined ? tablePk : indexPks.get(String(index))
  const names = (body['ExpressionAttributeNames'] ?? {}) as Readonly<Record<string, string>>
  const values = (body['ExpressionAttributeValues'] ?? {}) as Item
  const found = String(body['KeyConditionExpression'] ?? '')
    .split(/\bAND\b/i)
    .flatMap((term) => {
      const [, left = '', right = ''] = /^[\s(]*(#?\w+)\s*=\s*(:\w+)[\s)]*$/.exec(term) ?? []
      const meant = left.startsWith('#') ? names[left] : left
      return left !== '' && meant === name ? [values[right]?.S as unknown] : []
    })
  const [value, ...more] = found
  if (typeof value !== 'string' || more.length > 0) throw new Unjudged('a query without one partition')
  return value
}

/** What a part of a transaction asks, and where in it the row is named that it is about. */
const transacted = new Map<string, { readonly action: string; readonly row: 'Item' | 'Key' }>([
  ['Put', { action: 'PutItem', row: 'Item' }],
  ['Update', { action: 'UpdateItem', row: 'Key' }],
  ['Delete', { action: 'DeleteItem', row: 'Key' }],
  ['ConditionCheck', { action: 'ConditionCheckItem', row: 'Key' }],
  ['Get', { action: 'GetItem', row: 'Key' }],
])

type BatchWrite = {
  readonly PutRequest?: { readonly Item: unknown }
  readonly DeleteRequest?: { readonly Key: unknown }
}
const batchedIn = ({ PutRequest, DeleteRequest }: BatchWrite): readonly string[] => {
  const rows = [...(PutRequest ? [PutRequest.Item] : []), ...(DeleteRequest ? [DeleteRequest.Key] : [])]
  return (rows.length > 0 ? rows : [undefined]).map(partitionOf)
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
      return perTable((requests) => (requests as BatchWrite[]).flatMap(batchedIn))
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return ((body['TransactItems'] ?? []) as Json[]).flatMap((parts) =>
        Object.entries(parts).map(([kind, part]) => {
          const known = transacted.get(kind)
          if (!known) throw new Unjudged(`a part of a transaction called ${kind}`)
          return ask(known.action, arn((part as Json)['TableName']), [partitionOf((part as Json)[known.row])])
        }),
      )
    default:
      return [ask(op, arn(body['TableName']) + index)]
  }
}
