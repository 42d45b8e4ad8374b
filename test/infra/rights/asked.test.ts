import { describe, expect, test } from 'vitest'
import { askedOfTable, Unjudged } from '../../../infra/rights/asked.ts'

const table = 'arn:aws:dynamodb:us-east-1:1:table/yihu'
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 's' } })
const asked = (op: string, body: object) =>
  askedOfTable(table, op, body).map(({ action, resource, context }) => [
    action.replace('dynamodb:', ''),
    resource.replace('arn:aws:dynamodb:us-east-1:1:', ''),
    context['dynamodb:LeadingKeys'],
  ])

describe('what a request of the table asks', () => {
  test.each<readonly [string, object, unknown]>([
    ['GetItem', { TableName: 'yihu', Key: key('A') }, [['GetItem', 'table/yihu', ['A']]]],
    ['PutItem', { TableName: 'yihu', Item: { ...key('A'), v: {} } }, [['PutItem', 'table/yihu', ['A']]]],
    ['DeleteItem', { TableName: 'other', Key: key('A') }, [['DeleteItem', 'table/other', ['A']]]],
    [
      'BatchGetItem',
      { RequestItems: { yihu: { Keys: [key('A'), key('B')] }, x: { Keys: [key('C')] } } },
      [
        ['BatchGetItem', 'table/yihu', ['A', 'B']],
        ['BatchGetItem', 'table/x', ['C']],
      ],
    ],
    [
      'BatchWriteItem',
      { RequestItems: { yihu: [{ PutRequest: { Item: key('A') } }, { DeleteRequest: { Key: key('B') } }] } },
      [['BatchWriteItem', 'table/yihu', ['A', 'B']]],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'yihu', Item: key('A') } },
          { ConditionCheck: { TableName: 'yihu', Key: key('B') } },
          { Update: { TableName: 'yihu', Key: key('C') } },
          { Delete: { TableName: 'yihu', Key: key('D') } },
        ],
      },
      [
        ['PutItem', 'table/yihu', ['A']],
        ['ConditionCheckItem', 'table/yihu', ['B']],
        ['UpdateItem', 'table/yihu', ['C']],
        ['DeleteItem', 'table/yihu', ['D']],
      ],
    ],
    [
      'BatchWriteItem',
      {
        RequestItems: { yihu: [{ PutRequest: { Item: key('A') }, DeleteRequest: { Key: key('B') } }] },
      },
      [['BatchWriteItem', 'table/yihu', ['A', 'B']]],
    ],
    // What the service does not look at does not say whose row is meant.
    ...(['Update', 'Delete', 'ConditionCheck', 'Get'] as const).map(
      (part) =>
        [
          'TransactWriteItems',
          { TransactItems: [{ [part]: { TableName: 'yihu', Item: key('A'), Key: key('B') } }] },
          [[part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`, 'table/yihu', ['B']]],
        ] as const,
    ),
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: { TableName: 'yihu', Item: key('B'), Key: key('A') } }] },
      [['PutItem', 'table/yihu', ['B']]],
    ],
    ['Scan', { TableName: 'yihu' }, [['Scan', 'table/yihu', undefined]]],
    ['ExecuteStatement', { Statement: 'x' }, [['ExecuteStatement', 'table/undefined', undefined]]],
  ])('%s %j', (op, body, expected) => {
    expect(asked(op, body)).toEqual(expected)
  })

  const query = (expression: string, more: object = {}) => ({
    TableName: 'yihu',
    KeyConditionExpression: expression,
    ExpressionAttributeNames: { '#p': 'pk', '#q': 'gsi1pk' },
    ExpressionAttributeValues: { ':pk': { S: 'A' }, ':sk': { S: 'B' } },
    ...more,
  })
  test.each([['pk = :pk AND begins_with(sk, :sk)'], ['(#p = :pk) and sk >= :sk'], ['sk = :sk AND pk = :pk']])(
    'a query %j names its partition',
    (expression) => {
      expect(asked('Query', query(expression))).toEqual([['Query', 'table/yihu', ['A']]])
    },
  )
  test('that calls another name a partition is asked for its partition', () => {
    const asking = query('sk = :pk AND pk = :sk', { ExpressionAttributeNames: { sk: 'pk' } })
    expect(asked('Query', asking)).toEqual([['Query', 'table/yihu', ['B']]])
  })
  test('of the index names that of the index', () => {
    expect(asked('Query', query('#q = :pk', { IndexName: 'gsi1' }))).toEqual([
      ['Query', 'table/yihu/index/gsi1', ['A']],
    ])
  })

  test.each<readonly [string, object]>([
    ['GetItem', { TableName: 'yihu', Key: { sk: { S: 'x' } } }],
    ['GetItem', { TableName: 'yihu', Key: { pk: { N: '1' } } }],
    ['PutItem', { TableName: 'yihu' }],
    ['Query', query('sk = :sk')],
    ['Query', query('pk > :pk')],
    ['Query', query('pk = :pk AND pk = :sk')],
    ['Query', query('#x = :pk')],
    ['Query', query('pk = :pk', { ExpressionAttributeValues: { ':pk': { S: ['A'] } } })],
    ['GetItem', { TableName: 'yihu', Key: { pk: { S: ['A'] }, sk: { S: 'x' } } }],
    ['TransactWriteItems', { TransactItems: [{ Erase: { TableName: 'yihu', Key: key('A') } }] }],
    ['Query', query('pk = :missing')],
    ['Query', query('gsi1pk = :pk')],
    ['Query', query('pk = :pk', { IndexName: 'gsi1' })],
    ['Query', { TableName: 'yihu', KeyConditions: {} }],
    ['TransactWriteItems', { TransactItems: [{ Put: { TableName: 'yihu' } }] }],
    ['BatchWriteItem', { RequestItems: { yihu: [{}] } }],
  ])('%s %j is not judged', (op, body) => {
    expect(() => askedOfTable(table, op, body)).toThrow(Unjudged)
  })

  test('that holds nothing asks nothing, and is therefore no yes', () => {
    expect(askedOfTable(table, 'TransactWriteItems', { TransactItems: [] })).toEqual([])
  })
})
