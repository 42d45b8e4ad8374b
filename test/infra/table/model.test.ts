import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningTable } from '../../../infra/local/table/index.ts'
import { Refusal, startTable, wireCall } from '../../../infra/local/table/index.ts'
import { fc } from '../../chance.ts'
import type { Action, Model, ModelRow } from './model.ts'
import { applied, decimal, step } from './model.ts'

type Item = Record<string, { S?: string; N?: string }>
let table: RunningTable
let made = 0
beforeAll(async () => {
  table = await startTable()
})
afterAll(() => table.stop())

async function create(): Promise<string> {
  const TableName = `model-${made++}`
  const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType })
  await wireCall(table.endpoint, 'CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      ['pk', 'S'],
      ['sk', 'S'],
      ['tag', 'S'],
      ['due', 'N'],
    ].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byTag',
        KeySchema: [key('tag', 'HASH'), key('due', 'RANGE')],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['units'] },
      },
    ],
  })
  return TableName
}

function keyOf(key: string): Item {
  const [pk = '', sk = ''] = key.split('/')
  return { pk: { S: pk }, sk: { S: sk } }
}

function itemOf(key: string, { units, tag, due }: ModelRow): Item {
  return {
    ...keyOf(key),
    units: { N: decimal(units) },
    ...(tag && { tag: { S: tag } }),
    ...(due && { due: { N: due } }),
  }
}

/** The wire form of an action: the operation, and the body that is also its part in a transaction. */
function request(TableName: string, action: Action): readonly [string, Record<string, unknown>] {
  const { when } = action
  const values: Record<string, object> = {}
  const condition = {
    ...(when === 'absent' && { ConditionExpression: 'attribute_not_exists(pk)' }),
    ...(when === 'present' && { ConditionExpression: 'attribute_exists(pk)' }),
    ...(typeof when === 'object' && { ConditionExpression: 'tag = :when' }),
  }
  if (typeof when === 'object') values[':when'] = { S: when.tag }
  const body = (more: object) => ({
    TableName,
    ...condition,
    ...more,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  })
  if (action.kind === 'put') return ['Put', body({ Item: itemOf(action.key, action.row) })]
  const Key = keyOf(action.key)
  if (action.kind === 'delete') return ['Delete', body({ Key })]
  if (action.kind === 'check') return ['ConditionCheck', body({ Key })]
  if (action.kind === 'add') {
    values[':u'] = { N: decimal(action.units) }
    return ['Update', body({ Key, UpdateExpression: 'ADD units :u' })]
  }
  values[':zero'] = { N: '0' }
  if (action.tag === null) {
    return [
      'Update',
      body({ Key, UpdateExpression: 'REMOVE tag, due SET units = if_not_exists(units, :zero)' }),
    ]
  }
  values[':t'] = { S: action.tag }
  values[':d'] = { N: action.due }
  return [
    'Update',
    body({ Key, UpdateExpression: 'SET tag = :t, due = :d, units = if_not_exists(units, :zero)' }),
  ]
}

async function perform(name: string, actions: readonly Action[]): Promise<readonly boolean[]> {
  const requests = actions.map((action) => request(name, action))
  try {
    const [first] = requests
    if (first && requests.length === 1) await wireCall(table.endpoint, `${first[0]}Item`, first[1])
    else
      await wireCall(table.endpoint, 'TransactWriteItems', {
        TransactItems: requests.map(([kind, body]) => ({ [kind]: body })),
      })
    return actions.map(() => false)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.kind === 'ConditionalCheckFailedException') return [true]
    expect(error.kind).toBe('TransactionCanceledException')
    return (error.details['CancellationReasons'] as { Code: string }[]).map(
      ({ Code }) => Code === 'ConditionalCheckFailed',
    )
  }
}

async function pages(operation: string, body: object): Promise<Item[]> {
  const items: Item[] = []
  let start: object | undefined
  do {
    const page = await wireCall<{ Items: Item[]; LastEvaluatedKey?: object }>(table.endpoint, operation, {
      ...body,
      Limit: 3,
      ...(start && { ExclusiveStartKey: start }),
    })
    items.push(...page.Items)
    start = page.LastEvaluatedKey
  } while (start)
  return items
}

const bytes = (text: string) => Buffer.from(text).toString('hex')
const sorted = (items: readonly object[]) =>
  items.map((item) => JSON.stringify(Object.entries(item).sort())).sort()

async function compare(name: string, model: Model): Promise<void> {
  const items = [...model].map(([key, row]) => itemOf(key, row))
  expect(sorted(await pages('Scan', { TableName: name }))).toEqual(sorted(items))
  for (const pk of ['p', 'q']) {
    const expected = items
      .filter((item) => item.pk?.S === pk)
      .sort((a, b) => (bytes(a.sk?.S ?? '') < bytes(b.sk?.S ?? '') ? -1 : 1))
    for (const ScanIndexForward of [true, false]) {
      const condition = { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': { S: pk } } }
      const got = await pages('Query', { TableName: name, ScanIndexForward, ...condition })
      expect(got).toEqual(ScanIndexForward ? expected : [...expected].reverse())
    }
  }
  for (const tag of ['X', 'Y']) {
    const expected = items.filter((item) => item.tag?.S === tag && item.due)
    const condition = { KeyConditionExpression: 'tag = :t', ExpressionAttributeValues: { ':t': { S: tag } } }
    const got = await pages('Query', { TableName: name, IndexName: 'byTag', ...condition })
    const dues = got.map((item) => Number(item.due?.N))
    expect(dues).toEqual([...dues].sort((a, b) => a - b))
    expect(sorted(got)).toEqual(sorted(expected))
  }
}

describe('random writes and transactions', () => {
  it('leave table and index as a plain map would be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        const name = await create()
        let model: Model = new Map()
        for (const actions of steps) {
          const expected = applied(model, actions)
          expect(await perform(name, actions)).toEqual(expected.failed)
          model = expected.model
        }
        await compare(name, model)
      }),
      { numRuns: 40 },
    )
  })
})
