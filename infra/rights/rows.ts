import type { Ground, Statement } from './statement.ts'

const read = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const
const write = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
] as const
export const actions = { read, write, both: [...read, ...write] } as const

/**
 * Rights to the rows whose partition key matches and is none of `except`. A request that names no partition (`Scan`,
 * PartiQL) is matched by "for all values" as well, because there are none to fail; `Null` keeps it out.
 */
export const rows = (
  Sid: string,
  on: readonly string[],
  Action: readonly string[],
  partitions: readonly string[],
  except: readonly string[] = [],
): Statement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource: on,
  Condition: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
    ...(except.length > 0 && { 'ForAllValues:StringNotEquals': { 'dynamodb:LeadingKeys': except } }),
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
})

export const index = ({ table }: Ground): string => `${table}/index/gsi1`

/** DynamoDB opens the table's own key in the name of whoever asks. */
export const throughTable = ({ tableKey, region }: Ground): Statement => ({
  Sid: 'OpenTableAtRest',
  Effect: 'Allow',
  Action: ['kms:Decrypt', 'kms:DescribeKey'],
  Resource: [tableKey],
  Condition: { StringLike: { 'kms:ViaService': `dynamodb.${region}.*` } },
})

/** A data key opens under the context of its own owner, and under no other and no wider one. */
export const dataKeys = (
  { masterKey }: Ground,
  tag: 'city' | 'province',
  Action: readonly string[] = ['kms:Decrypt'],
): Statement => ({
  Sid: `DataKeysOf${tag === 'city' ? 'City' : 'Province'}`,
  Effect: 'Allow',
  Action,
  Resource: [masterKey],
  Condition: {
    StringEquals: { [`kms:EncryptionContext:${tag}`]: `\${aws:PrincipalTag/${tag}}` },
    'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': [tag] },
    Null: { 'kms:EncryptionContextKeys': 'false' },
  },
})
