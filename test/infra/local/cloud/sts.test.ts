import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AwsCredentials } from '../../../../functions/store/sign.ts'
import type { FunctionName } from '../../../../infra/aws/functions.ts'
import { askedTags, type RoleName, roles, rolesOf } from '../../../../infra/rights/roles.ts'
import { type OpenCloud, openCloud } from './asking.ts'

let cloud: OpenCloud
let city: AwsCredentials
beforeAll(async () => {
  cloud = await openCloud()
  city = cloud.cloud.credentialsOf('city')
})
afterAll(() => cloud.stop())

const values = { city: '341700', province: '340000', member: 'a'.repeat(64), area: '34' } as const
const tagsOf = (role: RoleName) => askedTags(role).map((tag) => [tag, values[tag]] as const)

test('a function takes a role for one city, for an hour', async () => {
  const { status, json } = await cloud.assume(city, 'tenant', [['city', '341700']])
  expect(status).toBe(200)
  const { Credentials } = json.AssumeRoleResponse.AssumeRoleResult
  expect(Credentials.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
  expect(Credentials.Expiration * 1000 - Date.now()).toBeGreaterThan(3_500_000)
})

describe('tags', () => {
  test.each<[string, readonly (readonly [string, string])[], string]>([
    ['none', [], 'AccessDenied'],
    [
      'two',
      [
        ['city', '341700'],
        ['province', '340000'],
      ],
      'AccessDenied',
    ],
    [
      'the same one twice',
      [
        ['city', '341700'],
        ['city', '349901'],
      ],
      'ValidationError',
    ],
    [
      'the same one in capitals beside it',
      [
        ['city', '341700'],
        ['City', '349901'],
      ],
      'ValidationError',
    ],
    ['a star', [['city', '*']], 'ValidationError'],
    ['a star within', [['city', '3417*']], 'ValidationError'],
    ['six signs of a pattern', [['city', '??????']], 'ValidationError'],
    ['a variable', [['city', `\${aws:PrincipalTag/city}`]], 'ValidationError'],
    ['a part of a code', [['city', '3417']], 'AccessDenied'],
    ['a code with more behind it', [['city', '341700#']], 'ValidationError'],
    ['a longer code', [['city', '3417001']], 'AccessDenied'],
    ['nothing in it', [['city', '']], 'AccessDenied'],
    ['another name', [['province', '341700']], 'AccessDenied'],
  ])('%s: refused', async (_, tags, code) => {
    expect((await cloud.assume(city, 'tenant', tags)).code).toBe(code)
  })
})

describe('roles', () => {
  const functions = Object.keys(rolesOf) as (keyof typeof rolesOf)[]
  const every = functions.flatMap((name) =>
    (Object.keys(roles) as RoleName[]).map((role) => [name, role] as const),
  )

  test.each(every)('%s asks for %s', async (name, role) => {
    const may = (Object.values(rolesOf[name]) as RoleName[]).includes(role)
    const { status } = await cloud.assume(cloud.cloud.credentialsOf(name), role, tagsOf(role))
    expect(status).toBe(may ? 200 : 403)
  })

  test('the web client’s function takes none, and who operates takes those of people alone', async () => {
    const web = cloud.cloud.credentialsOf('web' satisfies FunctionName)
    for (const role of Object.keys(roles) as RoleName[]) {
      expect((await cloud.assume(web, role, tagsOf(role))).status, role).toBe(403)
      const { status } = await cloud.assume(cloud.cloud.operator(), role, tagsOf(role))
      expect(status, role).toBe(role === 'operator' || role === 'archivist' ? 200 : 403)
    }
  })

  test('a session takes no further role', async () => {
    const session = await cloud.inCity('341700')
    expect((await cloud.assume(session, 'tenant', [['city', '349901']])).code).toBe('AccessDenied')
    expect((await cloud.assume(session, 'member', tagsOf('member'))).code).toBe('AccessDenied')
  })

  test('one that is not there is denied as one that is not ours', async () => {
    const tags = tagsOf('tenant')
    for (const role of [
      'arn:aws-cn:iam::000000000000:role/Admin',
      'arn:aws-cn:iam::111111111111:role/yihu-tenant',
    ])
      expect((await cloud.assume(city, role, tags)).code).toBe('AccessDenied')
  })
})

test.each([
  [{ DurationSeconds: '60' }, 'ValidationError'],
  [{ DurationSeconds: '7200' }, 'ValidationError'],
  [{ DurationSeconds: 'for ever' }, 'ValidationError'],
  [{ RoleSessionName: '../x' }, 'ValidationError'],
  [{ Policy: '{"Version":"2012-10-17","Statement":[]}' }, 'ValidationError'],
  [{ SourceIdentity: 'somebody' }, 'ValidationError'],
  [{ 'TransitiveTagKeys.member.1': 'city' }, 'ValidationError'],
  [{ Action: 'GetSessionToken' }, 'InvalidAction'],
  [{ Version: '2000-01-01' }, 'InvalidAction'],
])('%j is refused', async (more, code) => {
  expect((await cloud.assume(city, 'tenant', [['city', '341700']], more)).code).toBe(code)
})
