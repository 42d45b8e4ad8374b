import { expect, test } from 'vitest'
import { type RoleName, roles, rolesOf } from '../../../infra/rights/roles.ts'
import { rightsOf } from '../../../infra/rights/session.ts'
import { ground } from '../../functions/judged.ts'

const tags = { city: '341700', province: '340000', member: 'a'.repeat(64) }
const cities = ['CONFIG', 'RELEASE', 'BLOB#x', 'MEMBER', 'COUNT', 'KEY', 'MAIL', 'HH#1', 'AUDIT#202611']
const provinces = ['CITY', 'MONTH#202611', 'MEMBER', 'TENANT', 'MAIL', 'KEY']
/** Every kind of partition, by a short name. */
const partitions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(cities.map((part) => [`T ${part}`, `T#${tags.city}#${part}`])),
  ...Object.fromEntries(provinces.map((part) => [`P ${part}`, `P#${tags.province}#${part}`])),
  'U ME': `U#${tags.member}#ME`,
  'U other': `U#${tags.member}#OTHER`,
  'L own': `L#${tags.province}#TEMPLATE`,
  'L other': 'L#350000#TEMPLATE',
}

const TableName = 'yihu'
const keyOf = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } })
const query = (name: string, pk: string) => ({
  TableName,
  KeyConditionExpression: `${name} = :pk`,
  ExpressionAttributeValues: { ':pk': { S: pk } },
})
/** Every way to a partition, by a letter: reading in small letters, writing in capitals. */
const ways: Readonly<Record<string, (pk: string) => readonly [string, object]>> = {
  g: (pk) => ['GetItem', { TableName, Key: keyOf(pk) }],
  b: (pk) => ['BatchGetItem', { RequestItems: { yihu: { Keys: [keyOf(pk)] } } }],
  q: (pk) => ['Query', query('pk', pk)],
  i: (pk) => ['Query', { ...query('gsi1pk', pk), IndexName: 'gsi1' }],
  P: (pk) => ['PutItem', { TableName, Item: keyOf(pk) }],
  U: (pk) => ['UpdateItem', { TableName, Key: keyOf(pk) }],
  D: (pk) => ['DeleteItem', { TableName, Key: keyOf(pk) }],
  C: (pk) => ['TransactWriteItems', { TransactItems: [{ ConditionCheck: { TableName, Key: keyOf(pk) } }] }],
  W: (pk) => ['BatchWriteItem', { RequestItems: { yihu: [{ PutRequest: { Item: keyOf(pk) } }] } }],
}

const reads = 'gbq'
const writes = `${reads}PUDC`
const each = (letter: string, parts: readonly string[], may: string) =>
  Object.fromEntries(parts.map((part) => [`${letter} ${part}`, may]))

/** What every role reaches, said a second time: whoever widens one has to widen it here too. */
const reaches: Readonly<Record<RoleName, Readonly<Record<string, string>>>> = {
  tenant: {
    ...each('T', cities, 'gbqiPUDC'),
    'T KEY': 'gi',
    'L own': reads,
    'L other': reads,
  },
  province: { ...each('P', provinces, reads), 'P MAIL': `${reads}P`, 'L own': writes },
  member: { 'U ME': reads, 'U other': reads },
  'rollup-city': each('T', ['CONFIG', 'RELEASE', 'BLOB#x', 'MEMBER', 'COUNT'], reads),
  'rollup-province': {
    ...each('P', ['CITY', 'MONTH#202611'], writes),
    ...each('P', ['MEMBER', 'TENANT'], reads),
  },
  'rollup-member': { 'U ME': writes },
  'courier-city': { 'T MAIL': `${reads}P` },
  'courier-province': { 'P MAIL': `${reads}P`, 'P TENANT': reads },
  operator: {
    ...each('T', ['CONFIG', 'BLOB#x', 'MEMBER', 'KEY', 'AUDIT#202611'], `${reads}PUC`),
    ...each('P', ['MEMBER', 'TENANT', 'KEY'], `${reads}PUC`),
  },
  archivist: {
    ...each('T', cities, `${writes}W`),
    ...each('P', ['CITY', 'MONTH#202611', 'TENANT', 'KEY'], `${writes}W`),
  },
  export: {},
}

test.each(Object.keys(reaches) as RoleName[])(
  '%s reaches these rows in these ways, and no others',
  (name) => {
    const own = Object.fromEntries(roles[name].tags.map((tag) => [tag, tags[tag]]))
    const { mayAskTable } = rightsOf(name, own, ground)
    const may = Object.entries(partitions).flatMap(([part, pk]) => {
      const letters = Object.entries(ways).flatMap(([letter, way]) =>
        mayAskTable(...way(pk)) ? [letter] : [],
      )
      return letters.length > 0 ? [[part, letters.join('')] as const] : []
    })
    expect(Object.fromEntries(may)).toEqual(reaches[name])
  },
)

test('of objects, an archivist lays and fetches those of its city, the export lays those of the month, nobody else any', () => {
  const actions = [
    'GetObject',
    'PutObject',
    'PutObjectAcl',
    'DeleteObject',
    'ListBucket',
    'AbortMultipartUpload',
  ]
  const objects = ['/T/341700/a', '/T/349901/a', '/T/341700', '/exports/2026-11/a', '/a', '']
  const may = (name: RoleName) => {
    const own = Object.fromEntries(roles[name].tags.map((tag) => [tag, tags[tag]]))
    const rights = rightsOf(name, own, ground)
    return objects.flatMap((object) =>
      actions.flatMap((action) =>
        rights.may({ action: `s3:${action}`, resource: ground.archive + object, context: {} })
          ? [`${action} ${object}`]
          : [],
      ),
    )
  }
  expect(may('archivist')).toEqual(['GetObject /T/341700/a', 'PutObject /T/341700/a'])
  expect(may('export')).toEqual(
    ['PutObject', 'PutObjectAcl', 'AbortMultipartUpload'].map((action) => `${action} /exports/2026-11/a`),
  )
  const others = (Object.keys(roles) as RoleName[]).filter(
    (name) => name !== 'archivist' && name !== 'export',
  )
  expect(others.flatMap(may)).toEqual([])
})

test('the table’s own key opens by way of the table alone', () => {
  for (const name of Object.keys(roles) as RoleName[]) {
    const own = Object.fromEntries(roles[name].tags.map((tag) => [tag, tags[tag]]))
    const { may } = rightsOf(name, own, ground)
    const opens = (via?: string) =>
      may({
        action: 'kms:Decrypt',
        resource: ground.tableKey,
        context: via === undefined ? {} : { 'kms:ViaService': [via] },
      })
    expect(opens('dynamodb.cn-north-1.amazonaws.com.cn'), name).toBe(name !== 'export')
    for (const via of [undefined, 's3.cn-north-1.amazonaws.com.cn', 'dynamodb.us-east-1.amazonaws.com'])
      expect(opens(via), `${name} ${via}`).toBe(false)
  }
})

test('the functions take these roles, and no others', () => {
  expect(Object.fromEntries(Object.entries(rolesOf).map(([name, of]) => [name, Object.values(of)]))).toEqual({
    city: ['tenant', 'member'],
    studio: ['tenant'],
    changes: ['tenant'],
    province: ['province'],
    rollup: ['rollup-city', 'rollup-province', 'rollup-member'],
    courier: ['courier-city', 'courier-province'],
    months: ['rollup-city', 'rollup-province'],
    exports: ['export'],
  })
})
