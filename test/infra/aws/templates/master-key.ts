import { describe, expect, test } from 'vitest'
import { askedOfKey, contextOf, type Tags } from '../../../../infra/rights/asked.ts'
import { isAllowed, isDenied } from '../../../../infra/rights/decide.ts'
import { masterKeyDenials } from '../../../../infra/rights/master-key.ts'
import type { Denial } from '../../../../infra/rights/statement.ts'
import { stages } from '../../../../infra/stages.ts'
import { everyStatement } from '../walk.ts'

const city = { city: '341700' }
const both = { ...city, province: '340000' }

describe.each(stages)('the policy of the keys of $name', (stage) => {
  const doors = everyStatement(stage).filter(({ kind, at }) => kind === 'door' && /Key\/Resource$/.test(at))
  const of = (at: string) => doors.filter((one) => one.at === at).map(({ statement }) => statement)
  const master = of('data/MasterKey/Resource')
  const denials = master.filter(({ Effect }) => Effect === 'Deny') as unknown as readonly Denial[]
  const account = master.filter(({ Effect }) => Effect === 'Allow')
  const asked = (action: string, EncryptionContext: Tags | undefined, tags: Tags) => {
    const one = askedOfKey(action, { KeyId: 'key', ...(EncryptionContext && { EncryptionContext }) })
    return { ...one, context: { ...one.context, ...contextOf(tags) } }
  }
  /** Whether somebody whom the account lets do everything may do this. */
  const may = (action: string, context: Tags | undefined, tags: Tags): boolean =>
    isAllowed(account, asked(action, context, tags)) && !isDenied(denials, asked(action, context, tags))
  const uses = ['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext']

  test('the master key denies what infra/rights says, word for word, and hands the rest to the account', () => {
    expect(denials).toEqual(
      masterKeyDenials.map((denial) => ({ ...denial, Principal: { AWS: ['*'] }, more: [] })),
    )
    expect(account.map(({ Action }) => Action)).toEqual([['kms:*']])
    expect(account[0]?.Principal).toEqual({ AWS: ['arn:<AWS::Partition>:iam::<AWS::AccountId>:root'] })
  })

  test.each(uses)('%s is for a session of the owner, under the owner’s context', (action) => {
    expect(may(action, city, city)).toBe(true)
    expect(may(action, city, both)).toBe(true)
    expect(may(action, { province: '340000' }, both)).toBe(true)
    expect(may(action, { province: '340000' }, { province: '340000' })).toBe(true)
  })

  test.each([...uses, 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKeyPair'])(
    '%s is denied to everybody else, whatever the account allows',
    (action) => {
      const contexts = [city, { city: '349901' }, { province: '340000' }, { city: 'x', province: 'y' }, {}]
      // Without a tag nobody opens anything: not an administrator, and not a function as itself.
      for (const context of [undefined, ...contexts]) expect(may(action, context, {})).toBe(false)
      for (const [context, tags] of [
        [{ city: '349901' }, city],
        [{ province: '340000' }, city],
        [{ city: '341700' }, { province: '340000' }],
        [{ City: '341700' }, city],
        [{ ...city, purpose: 'x' }, city],
        [{ ...city, province: '350000' }, both],
        [{}, both],
        [undefined, both],
      ] as const)
        expect(may(action, context, tags), JSON.stringify([context, tags])).toBe(false)
    },
  )

  test('nobody is locked out of managing it', () => {
    for (const action of [
      'PutKeyPolicy',
      'DescribeKey',
      'ScheduleKeyDeletion',
      'EnableKeyRotation',
      'TagResource',
    ])
      expect(may(action, undefined, {}), action).toBe(true)
  })

  test('no other key denies anything: the table and the alarms use theirs without a context of ours', () => {
    const others = doors.filter(({ at }) => at !== 'data/MasterKey/Resource')
    expect(new Set(others.map(({ at }) => at))).toEqual(
      new Set(['data/TableKey/Resource', 'watch/TopicKey/Resource']),
    )
    expect(others.filter(({ statement: { Effect } }) => Effect === 'Deny')).toEqual([])
  })
})

test('each denial is needed: without it something of another opens', () => {
  const all = { Action: ['kms:*'], Resource: ['*'] }
  const tried: readonly (readonly [Tags | undefined, Tags])[] = [
    [undefined, city],
    [{ more: 'x' }, city],
    [{ city: '349901' }, city],
    [city, {}],
    [{ province: '350000' }, both],
    [{ province: '340000' }, city],
  ]
  const opens = (denials: readonly Denial[]) =>
    tried.filter(([context, tags]) => {
      const one = askedOfKey('Decrypt', { KeyId: 'key', ...(context && { EncryptionContext: context }) })
      const asked = { ...one, context: { ...one.context, ...contextOf(tags) } }
      return isAllowed([all], asked) && !isDenied(denials, asked)
    }).length
  expect(opens(masterKeyDenials)).toBe(0)
  for (const { Sid } of masterKeyDenials)
    expect(opens(masterKeyDenials.filter((one) => one.Sid !== Sid)), Sid).toBe(1)
})
