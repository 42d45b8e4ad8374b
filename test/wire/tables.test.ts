import type { CreateTableCommandInput, UpdateTableCommandInput } from '@aws-sdk/client-dynamodb'
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  QueryCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Wire } from './endpoint.ts'
import { connect, key, n, refused, s, stringKeys } from './endpoint.ts'
import { threeIndexes } from './three-indexes.ts'

let wire: Wire
beforeAll(async () => {
  wire = await connect()
})
afterAll(() => wire.close())

const describeTable = async (TableName: string) =>
  (await wire.client.send(new DescribeTableCommand({ TableName }))).Table
const update = (TableName: string, more: Partial<UpdateTableCommandInput>) =>
  wire.client.send(new UpdateTableCommand({ TableName, ...more }))
const active = (TableName: string) =>
  vi.waitFor(
    async () => {
      const table = await describeTable(TableName)
      expect(table?.TableStatus).toBe('ACTIVE')
      expect(table?.GlobalSecondaryIndexes?.every((index) => index.IndexStatus === 'ACTIVE') ?? true).toBe(
        true,
      )
    },
    { timeout: 60_000, interval: 50 },
  )

describe('a table', () => {
  it('is described as it was made', async () => {
    const stream = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' as const }
    const name = await wire.table({ ...threeIndexes, StreamSpecification: stream })
    const table = await describeTable(name)
    expect(table).toMatchObject({
      TableName: name,
      TableStatus: 'ACTIVE',
      KeySchema: stringKeys.KeySchema,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      StreamSpecification: stream,
      DeletionProtectionEnabled: false,
    })
    expect(table?.LatestStreamArn).toBe(`${table?.TableArn}/stream/${table?.LatestStreamLabel}`)
    const indexes = [...(table?.GlobalSecondaryIndexes ?? [])].sort((a, b) =>
      (a.IndexName ?? '').localeCompare(b.IndexName ?? ''),
    )
    expect(indexes.map(({ IndexName, Projection }) => [IndexName, Projection])).toEqual([
      ['everything', { ProjectionType: 'ALL' }],
      ['keys', { ProjectionType: 'KEYS_ONLY' }],
      ['some', { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] }],
    ])
  })

  it('exists once, and is listed', async () => {
    const TableName = await wire.table()
    const again = new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      ...stringKeys,
    } as CreateTableCommandInput)
    await refused(wire.client.send(again), 'ResourceInUseException')
    const names: string[] = []
    let after: string | undefined
    do {
      const page = await wire.client.send(
        new ListTablesCommand({ Limit: 2, ...(after && { ExclusiveStartTableName: after }) }),
      )
      names.push(...(page.TableNames ?? []))
      after = page.LastEvaluatedTableName
    } while (after)
    expect(names.filter((name) => name === TableName)).toHaveLength(1)
  })

  it('goes with its items', async () => {
    const name = await wire.table()
    await wire.put(name, key('a'))
    await wire.client.send(new DeleteTableCommand({ TableName: name }))
    await vi.waitFor(() => refused(describeTable(name), 'ResourceNotFoundException'), { timeout: 60_000 })
    await refused(wire.put(name, key('a')), 'ResourceNotFoundException')
    await refused(wire.client.send(new DeleteTableCommand({ TableName: name })), 'ResourceNotFoundException')
  })

  it('stays while it is protected', async () => {
    const name = await wire.table({ DeletionProtectionEnabled: true })
    await refused(
      wire.client.send(new DeleteTableCommand({ TableName: name })),
      'ValidationException',
      /protected/,
    )
    await update(name, { DeletionProtectionEnabled: false })
    await active(name)
    expect((await describeTable(name))?.DeletionProtectionEnabled).toBe(false)
  })

  it('carries tags', async () => {
    const ResourceArn = (await describeTable(await wire.table()))?.TableArn
    const list = async () => (await wire.client.send(new ListTagsOfResourceCommand({ ResourceArn }))).Tags
    const Tags = [
      { Key: 'city', Value: '341700' },
      { Key: 'stage', Value: 'test' },
    ]
    await wire.client.send(new TagResourceCommand({ ResourceArn, Tags }))
    await vi.waitFor(async () => expect(await list()).toHaveLength(2), { timeout: 60_000 })
    await wire.client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['stage'] }))
    await vi.waitFor(async () => expect(await list()).toEqual([Tags[0]]), { timeout: 60_000 })
  })
})

describe('definitions that cannot be', () => {
  const place = { AttributeName: 'place', AttributeType: 'S' as const }
  const attributes = stringKeys.AttributeDefinitions ?? []
  const index = {
    IndexName: 'byPlace',
    KeySchema: [{ AttributeName: 'place', KeyType: 'HASH' as const }],
    Projection: { ProjectionType: 'ALL' as const },
  }
  const cases: readonly (readonly [string, Partial<CreateTableCommandInput>, RegExp])[] = [
    ['an attribute that is no key', { AttributeDefinitions: [...attributes, place] }, /AttributeDefinitions/],
    [
      'an undefined key',
      { AttributeDefinitions: attributes.slice(1) },
      /AttributeDefinitions|Invalid KeySchema/,
    ],
    ['an undefined index key', { GlobalSecondaryIndexes: [index] }, /not defined in AttributeDefinitions/],
    [
      'two indexes of one name',
      { AttributeDefinitions: [...attributes, place], GlobalSecondaryIndexes: [index, index] },
      /Duplicate index name/,
    ],
    [
      'throughput when on demand',
      { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
      /PAY_PER_REQUEST/,
    ],
    ['a name of two letters', { TableName: 'ab' }, /at least 3 characters/],
    ['a name with a blank', { TableName: 'a b c' }, /regular expression pattern/],
    ['a stream without a view', { StreamSpecification: { StreamEnabled: true } }, /StreamViewType/],
    [
      'projected attributes without INCLUDE',
      {
        AttributeDefinitions: [...attributes, place],
        GlobalSecondaryIndexes: [
          { ...index, Projection: { ProjectionType: 'ALL', NonKeyAttributes: ['a'] } },
        ],
      },
      /NonKeyAttributes is specified/,
    ],
  ]
  for (const [what, definition, message] of cases) {
    it(`are refused: ${what}`, async () => {
      await refused(wire.table(definition), 'ValidationException', message)
    })
  }
})

describe('an index made later', () => {
  const definition = {
    AttributeDefinitions: [{ AttributeName: 'place', AttributeType: 'S' as const }],
    GlobalSecondaryIndexUpdates: [
      {
        Create: {
          IndexName: 'byPlace',
          KeySchema: [{ AttributeName: 'place', KeyType: 'HASH' as const }],
          Projection: { ProjectionType: 'KEYS_ONLY' as const },
        },
      },
    ],
  }
  const entries = async (TableName: string) => {
    const condition = { KeyConditionExpression: 'place = :p', ExpressionAttributeValues: { ':p': s('P') } }
    const page = await wire.client.send(new QueryCommand({ TableName, IndexName: 'byPlace', ...condition }))
    return (page.Items ?? []).map((item) => item.sk?.S).sort()
  }

  it('is filled with what fits, follows what comes, and goes', async () => {
    const name = await wire.table()
    await wire.put(
      name,
      { ...key('a', '1'), place: s('P') },
      { ...key('a', '2'), place: n(1) },
      key('a', '3'),
    )
    await update(name, definition)
    await active(name)
    expect(await entries(name)).toEqual(['1'])
    await wire.put(name, { ...key('a', '4'), place: s('P') })
    await vi.waitFor(async () => expect(await entries(name)).toEqual(['1', '4']), { timeout: 60_000 })
    await refused(
      wire.put(name, { ...key('a', '5'), place: n(1) }),
      'ValidationException',
      /Type mismatch for Index Key/,
    )
    await refused(update(name, definition), 'ValidationException', /already exists/)
    await update(name, { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byPlace' } }] })
    await vi.waitFor(() => refused(entries(name), 'ValidationException', /specified index/), {
      timeout: 60_000,
    })
    await active(name)
    await wire.put(name, { ...key('a', '5'), place: n(1) })
  })

  it('that is not there cannot be deleted', async () => {
    const name = await wire.table()
    const attempt = update(name, { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'nope' } }] })
    await refused(attempt, 'ResourceNotFoundException')
  })
})

describe('expiry', () => {
  const set = (TableName: string, Enabled: boolean, AttributeName = 'ttl') =>
    wire.client.send(
      new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
    )
  it('is off until it is switched on, once', async () => {
    const name = await wire.table()
    const status = async () =>
      (await wire.client.send(new DescribeTimeToLiveCommand({ TableName: name }))).TimeToLiveDescription
    expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' })
    await refused(set(name, false), 'ValidationException', /disabled/)
    await set(name, true)
    expect(await status()).toMatchObject({
      AttributeName: 'ttl',
      TimeToLiveStatus: expect.stringMatching(/^ENABL/),
    })
    await refused(set(name, true), 'ValidationException')
  })
})

describe('an update of nothing', () => {
  it('is refused', async () => {
    await refused(update(await wire.table(), {}), 'ValidationException')
  })
})
