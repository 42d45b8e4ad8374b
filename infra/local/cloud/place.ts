import type { FunctionName } from '../../aws/functions.ts'
import { type RoleName, roles } from '../../rights/roles.ts'
import type { Ground } from '../../rights/statement.ts'
import { tableName } from '../settings.ts'

/** The cloud of this machine has names of the same form as the real one, in a partition and an account of nobody's. */
export const region = 'cn-north-1'
const partition = 'aws-cn'
const account = '000000000000'
const arn = (service: string, rest: string, where = region): string =>
  `arn:${partition}:${service}:${where}:${account}:${rest}`

const masterKeyId = '00000000-0000-4000-8000-000000000000'

/** What the statements of `infra/rights` speak of, here. */
export const ground: Ground = {
  table: arn('dynamodb', `table/${tableName}`),
  tableKey: arn('kms', 'key/00000000-0000-4000-8000-000000000001'),
  masterKey: arn('kms', `key/${masterKeyId}`),
  archive: `arn:${partition}:s3:::yihu-archive`,
  region,
}

export const roleArn = (role: RoleName): string => arn('iam', `role/yihu-${role}`, '')

/** ARN of every role, as functions are told. */
export const roleArns = Object.fromEntries(
  Object.keys(roles).map((role) => [role, roleArn(role as RoleName)]),
) as Readonly<Record<RoleName, string>>

export const roleNamed = (wanted: string): RoleName | undefined =>
  (Object.keys(roleArns) as RoleName[]).find((role) => roleArns[role] === wanted)

export const functionArn = (name: FunctionName): string => arn('lambda', `function:yihu-${name}`)
