import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceTenant } from '../../../../functions/identity/service.ts'
import {
  AwsFault,
  connect,
  keys,
  kmsRing,
  openStore,
  prefixOf,
  sessions,
} from '../../../../functions/store/index.ts'
import type { AwsCredentials } from '../../../../functions/store/sign.ts'
import { ground, roleArn } from '../../../../infra/local/cloud/place.ts'
import { cloudAt, envelopeRing } from '../../../../infra/local/cloud/ring.ts'
import { type OpenCloud, openCloud } from './asking.ts'

let cloud: OpenCloud
let chizhou: AwsCredentials
beforeAll(async () => {
  cloud = await openCloud()
  chizhou = await cloud.inCity('341700')
})
afterAll(() => cloud.stop())

const TableName = 'yihu'
const at = (pk: string, sk = '#') => ({ pk: { S: pk }, sk: { S: sk } })
const own = at('T#341700#CONFIG', 'HEAD')
const foreign = at('T#349901#CONFIG', 'HEAD')
const query = (pk: string, more: object = {}) => ({
  TableName,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: pk } },
  ...more,
})
const indexed = (pk: string) => query(pk, { IndexName: 'gsi1', KeyConditionExpression: 'gsi1pk = :pk' })
const set = { UpdateExpression: 'SET a = :a', ExpressionAttributeValues: { ':a': { N: '1' } } }

const table = (as: AwsCredentials, operation: string, body: unknown) =>
  cloud.ask({
    service: 'dynamodb',
    as,
    target: operation.includes('.') ? operation : `DynamoDB_20120810.${operation}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** Every way to one row, by key. */
const ways = (key: typeof own): readonly (readonly [string, object])[] => [
  ['GetItem', { TableName, Key: key }],
  ['PutItem', { TableName, Item: key }],
  ['UpdateItem', { TableName, Key: key, ...set }],
  ['DeleteItem', { TableName, Key: key }],
  ['BatchGetItem', { RequestItems: { [TableName]: { Keys: [key] } } }],
  ['TransactWriteItems', { TransactItems: [{ Put: { TableName, Item: key } }] }],
  ['Query', query(key.pk.S)],
  ['Query', indexed(key.pk.S)],
]

describe('a session of a city', () => {
  test.each(ways(own))('reaches its own rows: %s', async (operation, body) => {
    expect(await table(chizhou, operation, body)).toMatchObject({ status: 200 })
  })

  test.each(ways(foreign))('is denied another city’s: %s', async (operation, body) => {
    expect(await table(chizhou, operation, body)).toMatchObject({
      status: 400,
      code: 'AccessDeniedException',
    })
  })

  test.each<[string, string, object]>([
    [
      'one foreign part of a transaction',
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName, Item: own } },
          { ConditionCheck: { TableName, Key: foreign, ConditionExpression: 'attribute_exists(pk)' } },
        ],
      },
    ],
    [
      'one foreign key of a batch',
      'BatchGetItem',
      { RequestItems: { [TableName]: { Keys: [own, foreign] } } },
    ],
    [
      'a table beside',
      'BatchGetItem',
      { RequestItems: { [TableName]: { Keys: [own] }, other: { Keys: [own] } } },
    ],
    ['a city whose code begins alike', 'GetItem', { TableName, Key: at('T#3417000#CONFIG') }],
    ['the begin of a key alone', 'GetItem', { TableName, Key: at('T#341700') }],
    ['a province', 'GetItem', { TableName, Key: at('P#340000#CITY', '341700') }],
    ['a person', 'GetItem', { TableName, Key: at(`U#${'a'.repeat(64)}#ME`) }],
    ['another table', 'GetItem', { TableName: 'other', Key: own }],
    ['another index', 'Query', query(own.pk.S, { IndexName: 'gsi2' })],
    ['reading everything', 'Scan', { TableName }],
    ['PartiQL', 'ExecuteStatement', { Statement: `SELECT * FROM yihu WHERE pk='T#341700#CONFIG'` }],
    ['writing many', 'BatchWriteItem', { RequestItems: { [TableName]: [{ PutRequest: { Item: own } }] } }],
    ['the table itself', 'DescribeTable', { TableName }],
    ['removing the table', 'DeleteTable', { TableName }],
    ['the stream', 'DynamoDBStreams_20120810.ListStreams', { TableName }],
    ['an operation of nobody’s', 'Anything', { TableName }],
    ['a key of no text', 'GetItem', { TableName, Key: { pk: { N: '1' }, sk: { S: '#' } } }],
    ['a batch of nothing', 'BatchGetItem', { RequestItems: {} }],
    ['a transaction of nothing', 'TransactWriteItems', {}],
    ['a batch of no form', 'BatchGetItem', { RequestItems: { [TableName]: null } }],
    ['a query of two partitions', 'Query', query(own.pk.S, { KeyConditionExpression: 'pk IN (:pk, :pk)' })],
    ...(['Update', 'Delete', 'ConditionCheck'] as const).map((part): [string, string, object] => [
      `the own row shown and a foreign one meant: ${part}`,
      'TransactWriteItems',
      {
        TransactItems: [
          {
            [part]: {
              TableName,
              Item: own,
              Key: foreign,
              ...(part === 'Update' ? set : { ConditionExpression: 'attribute_not_exists(x)' }),
            },
          },
        ],
      },
    ]),
    [
      'the own row shown and a foreign one meant: Get',
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName, Item: own, Key: foreign } }] },
    ],
    [
      'a query that calls its sort key a partition',
      'Query',
      query(own.pk.S, {
        KeyConditionExpression: 'sk = :pk AND pk = :other',
        ExpressionAttributeNames: { sk: 'pk' },
        ExpressionAttributeValues: { ':pk': own.pk, ':other': foreign.pk },
      }),
    ],
    ['a batch of no keys', 'BatchGetItem', { RequestItems: { [TableName]: { Keys: [] } } }],
    ['a partition that is a list', 'GetItem', { TableName, Key: { pk: { S: [own.pk.S] }, sk: { S: '#' } } }],
    ['writing what an office offers', 'PutItem', { TableName, Item: at('L#340000#TEMPLATE') }],
  ])('is denied %s', async (_, operation, body) => {
    expect(await table(chizhou, operation, body)).toMatchObject({
      status: 400,
      code: 'AccessDeniedException',
    })
  })

  test('reads what offices offer', async () => {
    expect((await table(chizhou, 'GetItem', { TableName, Key: at('L#340000#TEMPLATE') })).status).toBe(200)
  })

  test('is told what is no JSON', async () => {
    expect((await table(chizhou, 'GetItem', '{')).code).toBe('SerializationException')
    expect((await table(chizhou, 'GetItem', 'null')).code).toBe('AccessDeniedException')
  })
})

test('nothing that was denied was done', async () => {
  const archivist = await cloud.operating('349901', 'archivist')
  const { json } = await table(archivist, 'Scan', { TableName })
  expect(
    json.Items.map(({ pk }: typeof own) => pk.S).filter((pk: string) => !pk.startsWith('T#341700#')),
  ).toEqual([])
})

test('a function as itself, and whoever operates the place, reach nothing without a session', async () => {
  for (const as of [
    cloud.cloud.credentialsOf('city'),
    cloud.cloud.credentialsOf('rollup'),
    cloud.cloud.operator(),
  ])
    for (const [operation, body] of [...ways(own), ['Scan', { TableName }] as const])
      expect((await table(as, operation, body)).code, operation).toBe('AccessDeniedException')
})

test('the rollup sees no household', async () => {
  const rollup = await cloud.session(cloud.cloud.credentialsOf('rollup'), 'rollup-city', ['city', '341700'])
  expect((await table(rollup, 'GetItem', { TableName, Key: own })).status).toBe(200)
  for (const pk of ['T#341700#HH#1', 'T#341700#KEY', 'T#341700#ID#x'])
    expect((await table(rollup, 'GetItem', { TableName, Key: at(pk) })).code, pk).toBe(
      'AccessDeniedException',
    )
})

test('a function’s own store works through it, keys and all, in its city and in no other', async () => {
  const direct = connect({ table: TableName, endpoint: cloud.table.endpoint })
  const operator = cloud.cloud.operator()
  const made = envelopeRing(
    cloudAt(cloud.cloud.endpoint, () => operator),
    direct,
  )
  for (const code of ['341700', '349901']) await made.keys({ kind: 'city', code })

  const asFunction = cloudAt(cloud.cloud.endpoint, () => cloud.cloud.credentialsOf('city'))
  const taken = sessions(asFunction, { city: roleArn('tenant') })
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = cloud.cloud.endpoint
  try {
    const link = connect({ table: TableName, session: taken.client })
    const as = (prefix: string) => ({
      masterKey: ground.masterKey,
      as: () => ({ ...asFunction, credentials: () => taken.credentials(prefix) }),
    })
    const ring = kmsRing({ ...as(''), as: (owner) => as(prefixOf(owner)).as() }, link)
    const store = await openStore(serviceTenant('341700', 'test'), link, ring)
    const [pk, sk] = keys.providerKey('p1')
    await store.write([{ put: [pk, sk], item: { name: store.seal('安心', 'x') }, expect: 'absent' }])
    const row = await store.get<{ name: Uint8Array }>([pk, sk])
    expect(store.open(row?.name ?? new Uint8Array(), 'x')).toBe('安心')

    // Were the code to ask for a city with the session of another, the service would not do it.
    const mixed = connect({ table: TableName, session: () => taken.client('T#349901#') })
    await expect(
      openStore(serviceTenant('341700', 'test'), mixed, ring).then((one) => one.get([pk, sk])),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' })
    const wrong = kmsRing(as('T#349901#'), link)
    await expect(wrong.keys({ kind: 'city', code: '341700' })).rejects.toBeInstanceOf(AwsFault)
    link.close()
    mixed.close()
  } finally {
    delete process.env['AWS_ENDPOINT_URL_DYNAMODB']
    direct.close()
  }
})

test('a table engine that is away is a fault of the service, and no answer', async () => {
  const alone = await openCloud()
  try {
    const session = await alone.inCity('341700')
    await alone.table.stop()
    const told = await alone.ask({
      service: 'dynamodb',
      as: session,
      target: 'DynamoDB_20120810.GetItem',
      body: JSON.stringify({ TableName, Key: own }),
    })
    expect(told.status).toBe(500)
  } finally {
    await alone.stop()
  }
})
