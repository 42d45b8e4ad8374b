import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Wire } from './endpoint.ts'
import { connect, isOurs, refused } from './endpoint.ts'

let wire: Wire
let table: string
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
})
afterAll(() => wire.close())

const item = (more: string) => `{"TableName":"${table}","Item":{"pk":{"S":"a"},"sk":{"S":"a"},${more}}}`

describe('bodies that cannot be read', () => {
  const cases: readonly (readonly [string, () => string | Uint8Array])[] = [
    ['nothing', () => ''],
    ['half an object', () => '{"TableName":'],
    ['a string', () => '"TableName"'],
    ['a list', () => '[]'],
    ['a number', () => '7'],
    ['null', () => 'null'],
    ['bytes that are not UTF-8', () => new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['a table name that is a number', () => '{"TableName":7,"Item":{}}'],
    ['an item that is a list', () => `{"TableName":"${table}","Item":[]}`],
    ['an attribute that is a string', () => item('"a":"text"')],
    ['a string that is a number', () => item('"a":{"S":7}')],
    ['a list that is a map', () => item('"a":{"L":{}}')],
    ['a map that is a list', () => item('"a":{"M":[]}')],
    ['bytes that are not base64', () => item('"a":{"B":"###"}')],
    ['a set with a map in it', () => item('"a":{"SS":[{}]}')],
  ]
  for (const [what, body] of cases) {
    it(`are refused: ${what}`, async () => {
      await refused(wire.raw('PutItem', body()), 'SerializationException', /(?:)/)
    })
  }
})

describe('a body nested very deep', () => {
  it.each([1000, 100_000])('is refused, and the next one is served: %i levels', async (levels) => {
    const deep = item(`"a":${'{"L":['.repeat(levels)}${']}'.repeat(levels)}`)
    await expect(wire.raw('PutItem', deep)).rejects.toThrow()
    await refused(wire.raw('MakeCoffee', '{}'), 'UnknownOperationException', /(?:)/)
  })
})

describe('bodies that mean nothing', () => {
  const cases: readonly (readonly [string, string, () => string, RegExp])[] = [
    ['no table', 'PutItem', () => '{"Item":{}}', /table|null/i],
    ['no item', 'PutItem', () => `{"TableName":"${table}"}`, /item|null/i],
    [
      'an attribute of two types',
      'PutItem',
      () => item('"a":{"S":"a","N":"1"}'),
      /exactly one of the supported datatypes/,
    ],
    ['an attribute of no type', 'PutItem', () => item('"a":{}'), /exactly one of the supported datatypes/],
    [
      'an attribute of another type',
      'PutItem',
      () => item('"a":{"X":"a"}'),
      /exactly one of the supported datatypes/,
    ],
    [
      'two ways to say a condition',
      'PutItem',
      () =>
        `{"TableName":"${table}","Item":{"pk":{"S":"a"},"sk":{"S":"a"}},"Expected":{},"ConditionExpression":"attribute_exists(pk)"}`,
      /Expected/,
    ],
    [
      'names without an expression',
      'GetItem',
      () =>
        `{"TableName":"${table}","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"ExpressionAttributeNames":{"#a":"a"}}`,
      /only be specified when using expressions/,
    ],
    [
      'a null among the keys',
      'BatchGetItem',
      () => `{"RequestItems":{"${table}":{"Keys":[]}}}`,
      /greater than or equal to 1/,
    ],
  ]
  for (const [what, operation, body, message] of cases) {
    it(`are refused: ${what}`, async () => {
      await refused(wire.raw(operation, body()), 'ValidationException', message)
    })
  }
  it('are refused: an operation that nobody knows', async () => {
    await refused(wire.raw('MakeCoffee', '{}'), 'UnknownOperationException', /(?:)/)
  })
})

describe.runIf(isOurs)('what our engine leaves out is refused by its name', () => {
  const query = '"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}'
  const cases: readonly (readonly [string, string, () => string, RegExp])[] = [
    ['PartiQL', 'ExecuteStatement', () => '{"Statement":"SELECT * FROM a"}', /ExecuteStatement/],
    ['backups', 'CreateBackup', () => '{}', /CreateBackup/],
    [
      'replicas',
      'UpdateTable',
      () => `{"TableName":"${table}","ReplicaUpdates":[]}`,
      /ReplicaUpdates of UpdateTable/,
    ],
    [
      'local indexes',
      'CreateTable',
      () => '{"TableName":"abc","LocalSecondaryIndexes":[]}',
      /LocalSecondaryIndexes/,
    ],
    [
      'a misspelt parameter',
      'Query',
      () => `{"TableName":"${table}",${query},"Limits":1}`,
      /Limits of Query/,
    ],
    [
      'a parameter deep inside',
      'TransactWriteItems',
      () => `{"TransactItems":[{"Put":{"TableName":"${table}","Item":{},"Expect":1}}]}`,
      /Expect of TransactWriteItems.TransactItems.Put/,
    ],
    ['legacy filters', 'Scan', () => `{"TableName":"${table}","ScanFilter":{}}`, /ScanFilter of Scan/],
  ]
  for (const [what, operation, body, message] of cases) {
    it(what, async () => {
      const known = ['UpdateTable', 'CreateTable', 'Query', 'TransactWriteItems', 'Scan'].includes(operation)
      await refused(
        wire.raw(operation, body()),
        known ? 'ValidationException' : 'UnknownOperationException',
        message,
      )
    })
  }
  it('a legacy parameter of one table in a batch', async () => {
    const keys = '"Keys":[{"pk":{"S":"a"},"sk":{"S":"a"}}]'
    const body = `{"RequestItems":{"${table}":{${keys},"AttributesToGet":["pk"]}}}`
    await refused(wire.raw('BatchGetItem', body), 'ValidationException', /AttributesToGet of BatchGetItem/)
  })
  it('an expression that names __proto__', async () => {
    const update = (expression: string, names: string) =>
      `{"TableName":"${table}","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"UpdateExpression":"${expression}"${names},
        "ExpressionAttributeValues":{":v":{"S":"a"}}}`
    const names = ',"ExpressionAttributeNames":{"#p":"__proto__"}'
    await refused(wire.raw('UpdateItem', update('SET #p = :v', names)), 'ValidationException', /__proto__/)
    await refused(
      wire.raw('UpdateItem', update('SET __proto__ = :v', '')),
      'ValidationException',
      /__proto__/,
    )
    const action = `{"TransactItems":[{"Update":${update('SET #p = :v', names)}}]}`
    await refused(wire.raw('TransactWriteItems', action), 'ValidationException', /__proto__/)
  })
  it('an attribute called __proto__', async () => {
    await refused(wire.raw('PutItem', item('"__proto__":{"S":"a"}')), 'SerializationException', /__proto__/)
    await refused(
      wire.raw('PutItem', item('"a":{"M":{"\\u005f_proto__":{"S":"a"}}}')),
      'SerializationException',
      /__proto__/,
    )
  })
})
