import { describe, expect, test } from 'vitest'
import { stages } from '../../../../infra/stages.ts'
import { faultOf } from '../locks.ts'
import { everyStatement, type Found, type Said } from '../walk.ts'

/**
 * The statements that keep no lock, each with its place, its actions and why it may stand. Whoever writes one more has
 * to write it here.
 */
const exceptions: Readonly<Record<string, readonly { readonly does: string; readonly because: string }[]>> = {
  'data/Archivist': [
    {
      does: 'dynamodb:Scan dynamodb:DescribeContinuousBackups',
      because: 'people who close a tenant must find its rows; no function can take this role',
    },
  ],
  'jobs/Access/Export': [
    { does: 'sts:AssumeRole', because: 'the copy is of all tenants, so its session is of none' },
    { does: 'dynamodb:ExportTableToPointInTime', because: 'starts the monthly copy, and reads no row' },
    {
      does: 's3:PutObject s3:PutObjectAcl s3:AbortMultipartUpload',
      because: 'lays the copy down, and cannot fetch it',
    },
  ],
  ...Object.fromEntries(
    ['Rollup', 'Courier'].map((job) => [
      `jobs/Access/${job}Function/DefaultPolicy/Resource`,
      [
        {
          does: 'dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:DescribeStream dynamodb:ListStreams',
          because: 'the platform reads the stream in the function’s name; it carries keys and no values',
        },
        {
          does: 'kms:Decrypt kms:DescribeKey',
          because: 'the stream lies under the table’s key, by way of the table',
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['data/TableKey', 'data/MasterKey', 'watch/TopicKey'].map((key) => [
      `${key}/Resource`,
      [
        {
          does: 'kms:*',
          because: 'hands the key to the rights of the account: else nobody could ever change it',
        },
        ...(key === 'watch/TopicKey'
          ? [{ does: 'kms:Decrypt kms:GenerateDataKey', because: 'alarms are sealed on their way; no data' }]
          : []),
      ],
    ]),
  ),
  'data/Logs/Policy/Resource': [
    { does: 's3:PutObject', because: 'the object store delivers its own access logs' },
  ],
  'web/Pages/Policy/Resource': [
    { does: 's3:GetObject s3:ListBucket', because: 'the content network reads the client, which is public' },
  ],
}

const isExcepted = ({ at, statement }: Found): boolean =>
  (exceptions[at] ?? []).some(({ does }) => does === statement.Action.join(' '))

describe.each(stages)('the locks of $name', (stage) => {
  const all = everyStatement(stage)

  test('every statement keeps the five locks, or is one of the exceptions', () => {
    expect(all.length).toBeGreaterThan(60)
    const broken = all.filter((found) => !isExcepted(found)).flatMap((found) => faultOf(found) ?? [])
    expect(broken).toEqual([])
  })

  test('nothing but the account itself is let in by an exception that names no service', () => {
    for (const { at, statement } of all.filter(isExcepted).filter(({ kind }) => kind === 'door'))
      for (const [kind, who] of Object.entries(statement.Principal ?? {}))
        for (const name of who)
          if (kind === 'AWS') expect(name, at).toBe('arn:<AWS::Partition>:iam::<AWS::AccountId>:root')
          else expect(name, at).toMatch(/^(logging\.s3|cloudwatch|cloudfront)\.amazonaws\.com$/)
  })

  test('the stream is the only thing of the table that a function itself may read', () => {
    const streams = all.filter(({ statement: { Action } }) => Action.includes('dynamodb:GetRecords'))
    expect(streams.map(({ at }) => at)).toEqual(
      ['Rollup', 'Courier'].map((job) => `jobs/Access/${job}Function/DefaultPolicy/Resource`),
    )
    for (const { statement } of streams)
      expect(statement.Resource).toEqual(['<data:TableCD117FA1.StreamArn>'])
    const opening = all.filter(
      ({ at, statement: { Action } }) => /Function\//.test(at) && Action.includes('kms:Decrypt'),
    )
    for (const { statement } of opening) {
      expect(statement.Resource).toEqual(['<data:TableKeyF581D96F.Arn>'])
      expect(statement.Condition).toEqual({
        StringLike: { 'kms:ViaService': `dynamodb.${stage.region}.*` },
      })
    }
  })
})

test('every exception is one of somewhere', () => {
  const found = stages.flatMap(everyStatement)
  for (const [at, list] of Object.entries(exceptions))
    for (const { does } of list)
      expect(
        found.some(({ at: where, statement }) => where === at && statement.Action.join(' ') === does),
        `${at}: ${does}`,
      ).toBe(true)
})

describe('the walker finds', () => {
  const [stage] = stages
  if (!stage) throw new Error('no stage')
  const all = everyStatement(stage)
  const before: Found[] = []
  /** A true statement of the templates, changed. */
  const changed = (sid: string, at: string, change: (said: Said) => Partial<Said>): Found => {
    const found = all.find((each) => each.at === at && each.statement.Sid === sid)
    if (!found) throw new Error(`no ${sid} at ${at}`)
    before.push(found)
    return { ...found, statement: { ...found.statement, ...change(found.statement) } }
  }
  const rows = (change: (said: Said) => Partial<Said>) => changed('OwnRows', 'api/Access/Tenant', change)
  const keys = (change: (said: Said) => Partial<Said>) =>
    changed('DataKeysOfCity', 'api/Access/Tenant', change)
  const objects = (change: (said: Said) => Partial<Said>) => changed('OwnArchives', 'data/Archivist', change)
  const city = 'api/Access/CityFunction/DefaultPolicy/Resource'
  const taking = (change: (said: Said) => Partial<Said>) => changed('TakeTenant', city, change)
  const trust = (change: (said: Said) => Partial<Said>): Found => {
    const found = all.find(({ at, kind }) => at === 'api/Access/Tenant' && kind === 'trust')
    if (!found) throw new Error('no trust')
    before.push(found)
    return { ...found, statement: { ...found.statement, ...change(found.statement) } }
  }
  const queue = (change: (said: Said) => Partial<Said>): Found => {
    const found = all.find(
      ({ at, statement }) => at === 'jobs/MonthsDead/Policy/Resource' && statement.Effect === 'Allow',
    )
    if (!found) throw new Error('no queue')
    before.push(found)
    return { ...found, statement: { ...found.statement, ...change(found.statement) } }
  }
  const leading = (...partitions: readonly string[]) => ({
    Null: { 'dynamodb:LeadingKeys': 'false' },
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
  })

  test.each<[string, Found]>([
    ['a Scan', rows(({ Action }) => ({ Action: [...Action, 'dynamodb:Scan'] }))],
    ['PartiQL', rows(() => ({ Action: ['dynamodb:PartiQLSelect'] }))],
    ['every action', rows(() => ({ Action: ['*'] }))],
    ['every action on rows', rows(() => ({ Action: ['dynamodb:*'] }))],
    ['every reading action, in capitals', rows(() => ({ Action: ['DynamoDB:Get*'] }))],
    ['every table', rows(() => ({ Resource: ['*'] }))],
    ['every index', rows(({ Resource }) => ({ Resource: [`${Resource[0]}/index/*`] }))],
    ['rows without a condition', rows(() => ({ Condition: {} }))],
    ['rows without the guard of Null', rows(({ Condition }) => ({ Condition: { ...Condition, Null: {} } }))],
    ['the rows of all cities', rows(() => ({ Condition: leading('T#*') }))],
    [
      'rows of cities whose code begins alike',
      rows(() => ({ Condition: leading(`T#\${aws:PrincipalTag/city}*`) })),
    ],
    ['rows of a province for a city', rows(() => ({ Condition: leading(`P#\${aws:PrincipalTag/city}#*`) }))],
    [
      'a wide partition beside the own one',
      rows(({ Condition }) => ({
        Condition: leading(...listed(Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']), '*'),
      })),
    ],
    ['writing into all libraries', rows(() => ({ Condition: leading('L#*') }))],
    ['whatever is not named', rows(() => ({ more: ['NotAction'] }))],
    ['a data key without context', keys(() => ({ Condition: {} }))],
    [
      'a data key of another',
      keys(({ Condition }) => ({
        Condition: { ...Condition, StringEquals: { 'kms:EncryptionContext:city': '*' } },
      })),
    ],
    [
      'a data key under a wider context',
      keys(({ Condition: { StringEquals = {}, Null = {} } }) => ({
        Condition: { StringEquals, Null },
      })),
    ],
    ['a data key under no context', keys(({ Condition }) => ({ Condition: { ...Condition, Null: {} } }))],
    ['every key', keys(() => ({ Resource: ['*'] }))],
    ['fresh data keys in plain text', keys(() => ({ Action: ['kms:GenerateDataKey'] }))],
    [
      'objects of all cities',
      objects(({ Resource }) => ({ Resource: [String(Resource[0]).replace(/\$.*/, '*')] })),
    ],
    ['deleting objects', objects(({ Action }) => ({ Action: [...Action, 's3:DeleteObject'] }))],
    ['taking any role', taking(() => ({ Resource: ['*'] }))],
    [
      'taking a role without its name',
      taking(() => ({ Resource: ['arn:<AWS::Partition>:iam::<AWS::AccountId>:role/*'] })),
    ],
    ['a function with a right to rows', { ...rows(() => ({})), at: city }],
    ['a function with a right to a key', { ...keys(() => ({})), at: city }],
    ['a function with a right to objects', { ...objects(() => ({})), at: city }],
    ['a session without a tag', trust(() => ({ Condition: {} }))],
    [
      'a session that may lack its city',
      trust(({ Condition }) => ({ Condition: { ...Condition, Null: {} } })),
    ],
    [
      'a session of any city',
      trust(({ Condition }) => ({
        Condition: { ...Condition, StringLike: { 'aws:RequestTag/city': '*' } },
      })),
    ],
    [
      'trust in the whole account',
      trust(() => ({
        Principal: { AWS: ['arn:<AWS::Partition>:iam::<AWS::AccountId>:root'] },
      })),
    ],
    ['trust in everybody', trust(() => ({ Principal: { AWS: ['*'] } }))],
    ['a bucket that lets somebody in', { ...objects(() => ({})), kind: 'door' }],
    ['a queue that lets everybody in', queue(() => ({ Principal: { AWS: ['*'] } }))],
    ['a queue that lets a service in for anybody', queue(() => ({ Condition: {} }))],
    [
      'a queue that lets a service in for all but us',
      queue(({ Condition: { ArnEquals = {} } }) => ({ Condition: { ArnNotEquals: ArnEquals } })),
    ],
  ])('%s', (_, found) => {
    expect(faultOf(found)).toMatch(/\w/)
    expect(isExcepted(found)).toBe(false)
  })

  test('nothing in any of them before it was changed', () => {
    expect(before.length).toBeGreaterThan(20)
    expect(before.flatMap((found) => faultOf(found) ?? [])).toEqual([])
  })
})

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat()
}
