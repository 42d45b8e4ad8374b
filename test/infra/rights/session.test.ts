import { describe, expect, test } from 'vitest'
import { BadTags, tagsIn } from '../../../infra/rights/asked.ts'
import { askedTags, type RoleName, roles, rolesOf, trustOf } from '../../../infra/rights/roles.ts'
import { isTakable, rightsOf } from '../../../infra/rights/session.ts'
import { ground } from '../../functions/judged.ts'

const names = Object.keys(roles) as RoleName[]
const values: Record<string, string> = {
  city: '341700',
  province: '340000',
  member: 'a'.repeat(64),
  area: '34',
}
const tagsOf = (name: RoleName) =>
  Object.fromEntries(askedTags(name).map((tag) => [tag as string, values[tag] ?? '']))
const people: readonly string[] = ['operator', 'archivist']
const form = (...tags: readonly (readonly [string, string])[]) =>
  new URLSearchParams(
    tags.flatMap(([key, value], i): [string, string][] => [
      [`Tags.member.${i + 1}.Key`, key],
      [`Tags.member.${i + 1}.Value`, value],
    ]),
  )

describe.each(names)('the role %s', (name) => {
  test('is taken with its tags and not otherwise', () => {
    const right = tagsOf(name)
    expect(isTakable(name, right)).toBe(true)
    if (roles[name].tags.length > 0) expect(isTakable(name, {})).toBe(false)
    expect(isTakable(name, { ...right, other: 'x' })).toBe(false)
    for (const tag of askedTags(name)) {
      const { [tag]: _, ...without } = right
      expect(isTakable(name, without), tag).toBe(false)
      for (const value of ['', '*', '3417*0', '34170', '3417001', ' 341700', '341700#'])
        expect(() => {
          if (isTakable(name, tagsIn(form(...Object.entries({ ...right, [tag]: value }))))) return
          throw new BadTags('refused by the trust')
        }, value).toThrow(BadTags)
    }
    const { Action } = trustOf(name)
    expect(Action.includes('sts:TagSession')).toBe(roles[name].tags.length > 0)
  })

  test('reads no table without naming a partition, save the archivist', () => {
    const { mayAskTable } = rightsOf(name, tagsOf(name), ground)
    expect(mayAskTable('Scan', { TableName: 'yihu' })).toBe(name === 'archivist')
    expect(mayAskTable('Scan', { TableName: 'yihu', IndexName: 'gsi1' })).toBe(false)
    expect(mayAskTable('ExportTableToPointInTime', { TableName: 'yihu' })).toBe(name === 'export')
    for (const op of ['ExecuteStatement', 'BatchExecuteStatement', 'DescribeTable', 'DeleteTable'])
      expect(mayAskTable(op, { TableName: 'yihu' }), op).toBe(false)
  })

  test('reaches no row of another owner, of nobody, or of another table', () => {
    const { mayAskTable } = rightsOf(name, tagsOf(name), ground)
    const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } })
    const strange = [
      'T#349901#MEMBER',
      'T#349901#CONFIG',
      'T#34170#CONFIG',
      'P#350000#CITY',
      `U#${'b'.repeat(64)}#ME`,
    ]
    for (const pk of [...strange, 'T##', 'T#*#X', 'CONFIG', '', 'L#350000#X'])
      for (const op of ['PutItem', 'UpdateItem', 'DeleteItem']) {
        const part = op === 'PutItem' ? { Item: key(pk) } : { Key: key(pk) }
        expect(mayAskTable(op, { TableName: 'yihu', ...part }), `${op} ${pk}`).toBe(false)
      }
    for (const pk of strange)
      expect(mayAskTable('GetItem', { TableName: 'yihu', Key: key(pk) }), pk).toBe(false)
    const wide = ['T#341700#MEMBER', 'T#349901#MEMBER'].map(key)
    expect(mayAskTable('BatchGetItem', { RequestItems: { yihu: { Keys: wide } } })).toBe(false)
    expect(mayAskTable('GetItem', { TableName: 'other', Key: key('T#341700#CONFIG') })).toBe(false)
  })

  test('opens a data key only under the context of its owner', () => {
    const { mayAskKey } = rightsOf(name, tagsOf(name), ground)
    const may = (EncryptionContext?: object, KeyId = ground.masterKey) =>
      mayAskKey('Decrypt', { KeyId, ...(EncryptionContext && { EncryptionContext }) })
    const opens: readonly string[] = ['tenant', ...people]
    expect(may({ city: '341700' })).toBe(opens.includes(name))
    expect(may({ province: '340000' })).toBe(name === 'province' || people.includes(name))
    expect(may({ city: '341700' }, ground.tableKey)).toBe(false)
    for (const context of [
      undefined,
      {},
      { city: '349901' },
      { city: '341700', province: '340000' },
      { City: '' },
    ])
      expect(may(context), JSON.stringify(context)).toBe(false)
    for (const action of ['GenerateDataKey', 'ReEncryptFrom', 'ScheduleKeyDeletion', 'CreateGrant'])
      expect(mayAskKey(action, { KeyId: ground.masterKey, EncryptionContext: { city: '341700' } })).toBe(
        false,
      )
  })
})

describe('tags', () => {
  test('that stand twice are refused, in any case', () => {
    expect(() => tagsIn(form(['city', '341700'], ['city', '349901']))).toThrow(BadTags)
    expect(() => tagsIn(form(['city', '341700'], ['City', '349901']))).toThrow(BadTags)
    const twice = form(['city', '341700'])
    twice.append('Tags.member.1.Value', '349901')
    expect(() => tagsIn(twice)).toThrow(BadTags)
  })
})

test('the rollup reads no household and opens no key; nobody but who opens or restores makes one', () => {
  const rollup = rightsOf('rollup-city', { city: '341700' }, ground)
  const get = (pk: string) => rollup.mayAskTable('GetItem', { TableName: 'yihu', Key: { pk: { S: pk } } })
  expect(
    ['CONFIG', 'RELEASE', 'BLOB#x', 'COUNT', 'MEMBER'].map((part) => get(`T#341700#${part}`)),
  ).not.toContain(false)
  for (const part of ['HH#1', 'ID#x', 'KEY', 'CASE#1', 'AUDIT#202611', 'CONFIGX'])
    expect(get(`T#341700#${part}`)).toBe(false)
  const makes = names.filter((name) =>
    rightsOf(name, tagsOf(name), ground).mayAskKey('GenerateDataKeyWithoutPlaintext', {
      KeyId: ground.masterKey,
      EncryptionContext: { city: '341700' },
    }),
  )
  expect(makes).toEqual(people)
})

test('the wrapped keys of a city or a province are read to be opened, and written by people alone', () => {
  const key = (pk: string) => ({ pk: { S: pk }, sk: { S: '#' } })
  const may = (name: RoleName, op: string, body: object) =>
    rightsOf(name, tagsOf(name), ground).mayAskTable(op, { TableName: 'yihu', ...body })
  const those = (op: string, body: object) => names.filter((name) => may(name, op, body))
  for (const [pk, reader] of [
    ['T#341700#KEY', 'tenant'],
    ['P#340000#KEY', 'province'],
  ] as const) {
    expect(those('GetItem', { Key: key(pk) }), pk).toEqual([reader, ...people])
    // Nobody has both in a province: an operator writes its keys, and no household is there.
    for (const [op, body] of [
      ['PutItem', { Item: key(pk) }],
      ['UpdateItem', { Key: key(pk) }],
      ['DeleteItem', { Key: key(pk) }],
      ['TransactWriteItems', { TransactItems: [{ Put: { TableName: 'yihu', Item: key(pk) } }] }],
      [
        'TransactWriteItems',
        {
          TransactItems: [
            { Put: { TableName: 'yihu', Item: key(pk.replace('KEY', 'HH#1')) } },
            { Delete: { TableName: 'yihu', Key: key(pk) } },
          ],
        },
      ],
    ] as const)
      expect(
        those(op, body).filter((name) => !people.includes(name)),
        `${op} ${pk}`,
      ).toEqual([])
  }
  expect(may('archivist', 'DeleteItem', { Key: key('T#341700#KEY') })).toBe(true)
  expect(may('operator', 'DeleteItem', { Key: key('T#341700#KEY') })).toBe(false)
  expect(may('operator', 'PutItem', { Item: key('T#341700#KEY') })).toBe(true)
})

test('a city and its province hang together in the tags of people', () => {
  const may = (role: 'operator' | 'archivist', city: string, province: string, area: string) =>
    isTakable(role, { city, province, area })
  for (const role of ['operator', 'archivist'] as const) {
    expect(may(role, '341700', '340000', '34'), role).toBe(true)
    // A province's own office, and a city that is its own province.
    expect([may(role, '340000', '340000', '34'), may(role, '310000', '310000', '31')]).toEqual([true, true])
    for (const tags of [
      ['341700', '330000', '34'],
      ['341700', '330000', '33'],
      ['341700', '340000', '33'],
      ['341700', '340100', '34'],
      ['331700', '340000', '34'],
      ['341700', '340000', '3'],
      ['341700', '340000', '341'],
      ['341700', '340000', ''],
    ] as readonly [string, string, string][])
      expect(may(role, ...tags), `${role} ${tags}`).toBe(false)
    // A star is no sign of a tag: STS refuses it, and here nothing is guessed.
    expect(() => may(role, '341700', '340000', '3*')).toThrow()
  }
})

test('no function takes a role of people', () => {
  const taken: readonly string[] = Object.values(rolesOf).flatMap((one) => Object.values(one))
  expect(taken.filter((role) => people.includes(role))).toEqual([])
})
