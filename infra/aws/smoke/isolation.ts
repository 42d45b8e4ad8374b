import { AwsFault, awsPost, type Cloud } from '../../../functions/store/aws.ts'
import { assume } from '../../../functions/store/session.ts'
import type { Check } from './check.ts'

/** What the stacks print when they are deployed, and two cities. */
export type Locks = {
  /** As somebody who may take the operator's role. */
  readonly cloud: Cloud
  readonly table: string
  readonly operatorRole: string
  readonly masterKey: string
  readonly cityA: string
  readonly cityB: string
  /** A role of the functions, which no person may take; left out where it is not known. */
  readonly tenantRole?: string | undefined
}

const province = (city: string): string => `${city.slice(0, 2)}0000`
type Tags = readonly (readonly [tag: string, value: string])[]
const tagsOf = (city: string): Tags => [
  ['city', city],
  ['province', province(city)],
  ['area', city.slice(0, 2)],
]

/** Undefined where the service itself denied it; anything else, success above all, is told. */
const denied = async (
  attempt: Promise<unknown>,
  as = /^AccessDenied(?:Exception)?$/,
): Promise<string | undefined> => {
  try {
    await attempt
    return '被允许了'
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error
    return as.test(error.code) ? undefined : error.message
  }
}

const allowed = async (attempt: Promise<unknown>): Promise<string | undefined> => {
  await attempt
  return undefined
}

/**
 * What the service refuses whatever our code does. Nothing is changed: every write carries a condition that cannot
 * hold, and the master key is asked for wrapped keys alone, which are thrown away.
 */
export const isolationChecks = (locks: Locks): readonly Check[] => {
  const { cloud, table, operatorRole, masterKey, cityA, cityB, tenantRole } = locks
  let session: Promise<Cloud> | undefined
  const take = (tags: Tags, role = operatorRole) => assume(cloud, role, tags)
  /** The one session of city A that everything below is tried with. */
  const asA = (): Promise<Cloud> => {
    session ??= take(tagsOf(cityA)).then((credentials) => ({ ...cloud, credentials: () => credentials }))
    return session
  }
  const atTable = async (operation: string, body: object): Promise<unknown> =>
    awsPost(
      await asA(),
      'dynamodb',
      { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
      JSON.stringify(body),
    )
  const atKey = async (context: Readonly<Record<string, string>>): Promise<unknown> =>
    awsPost(
      await asA(),
      'kms',
      {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.GenerateDataKeyWithoutPlaintext',
      },
      JSON.stringify({ KeyId: masterKey, KeySpec: 'AES_256', EncryptionContext: context }),
    )
  const key = (city: string) => ({ pk: { S: `T#${city}#KEY` }, sk: { S: '#' } })
  const never = {
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'NONE',
  }
  const put = (city: string) => ({ TableName: table, Item: key(city), ...never })
  const no = 'AccessDenied'
  /** Another province than that of city A, whatever city B is. */
  const elsewhere = province(cityA) === '340000' ? '330000' : '340000'

  return [
    { name: `取得 ${cityA} 的临时身份`, expects: '允许', look: () => allowed(asA()) },
    { name: '不带城市标签取身份', expects: no, look: () => denied(take([])) },
    { name: '只带省、不带城市', expects: no, look: () => denied(take([['province', province(cityA)]])) },
    ...['*', `${cityA}*`, `${cityA}0`, cityA.slice(1)].map((value) => ({
      name: `城市标签写成「${value}」`,
      expects: `${no}（写法本身不允许的是 ValidationError）`,
      look: () => {
        const tags = [['city', value] as const, ...tagsOf(cityA).slice(1)]
        return denied(take(tags), /\*/.test(value) ? /^(?:AccessDenied|ValidationError)$/ : undefined)
      },
    })),
    {
      name: `${cityA} 配上别的省`,
      expects: no,
      look: () =>
        denied(
          take([
            ['city', cityA],
            ['province', elsewhere],
            ['area', cityA.slice(0, 2)],
          ]),
        ),
    },
    {
      name: '省的标签和别的省一致，城市不一致',
      expects: no,
      look: () =>
        denied(
          take([
            ['city', cityA],
            ['province', elsewhere],
            ['area', elsewhere.slice(0, 2)],
          ]),
        ),
    },
    {
      name: '开通城市的人读整张表',
      expects: no,
      look: () => denied(atTable('Scan', { TableName: table, Limit: 1, ProjectionExpression: 'rev' })),
    },
    {
      name: '多带一个标签',
      expects: no,
      look: () => denied(take([...tagsOf(cityA), ['member', cityB]])),
    },
    {
      name: '人取得函数用的城市角色',
      expects: no,
      skipped: tenantRole === undefined ? '没有给 --tenant-role' : undefined,
      look: () => denied(take([['city', cityA]], tenantRole)),
    },
    {
      name: `${cityA} 的身份读 ${cityA} 的行`,
      expects: '允许',
      look: () =>
        allowed(atTable('GetItem', { TableName: table, Key: key(cityA), ProjectionExpression: 'rev' })),
    },
    {
      name: `${cityA} 的身份读 ${cityB} 的行`,
      expects: no,
      look: () =>
        denied(atTable('GetItem', { TableName: table, Key: key(cityB), ProjectionExpression: 'rev' })),
    },
    {
      name: `${cityA} 的身份列出 ${cityB} 的成员`,
      expects: no,
      look: () =>
        denied(
          atTable('Query', {
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': { S: `T#${cityB}#MEMBER` } },
            ProjectionExpression: 'rev',
            Limit: 1,
          }),
        ),
    },
    {
      name: `${cityA} 的身份写 ${cityB} 的行`,
      expects: no,
      look: () => denied(atTable('PutItem', put(cityB))),
    },
    {
      name: '一个事务里夹带别市的行',
      expects: no,
      look: () =>
        denied(atTable('TransactWriteItems', { TransactItems: [{ Put: put(cityA) }, { Put: put(cityB) }] })),
    },
    {
      name: '用 PartiQL 绕过主键',
      expects: no,
      look: () => denied(atTable('ExecuteStatement', { Statement: `SELECT rev FROM "${table}"`, Limit: 1 })),
    },
    { name: `用 ${cityA} 的上下文制作密钥`, expects: '允许', look: () => allowed(atKey({ city: cityA })) },
    { name: `用 ${cityB} 的上下文制作密钥`, expects: no, look: () => denied(atKey({ city: cityB })) },
    { name: '不带上下文制作密钥', expects: no, look: () => denied(atKey({})) },
    {
      name: '上下文里再加一个城市以外的名目',
      expects: no,
      look: () => denied(atKey({ city: cityA, province: province(cityB) })),
    },
  ]
}
