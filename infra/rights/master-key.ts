import type { Denial } from './statement.ts'

/**
 * Everything that opens or wraps something with a key. Managing it stays with the account: nobody is locked out, and
 * whoever changes this policy is seen in the account's trail.
 */
const uses = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'] as const

const deny = (Sid: string, Condition: Denial['Condition']): Denial => ({
  Sid,
  Effect: 'Deny',
  Action: uses,
  Resource: ['*'],
  Condition,
})

/** Denied to whoever is tagged with another owner, and to whoever is tagged with none. */
const ofAnother = (tag: 'city' | 'province', name: string): readonly Denial[] => {
  const [context, own] = [`kms:EncryptionContext:${tag}`, `aws:PrincipalTag/${tag}`]
  return [
    deny(`${name}OfAnother`, { StringNotEquals: { [context]: `\${${own}}` }, Null: { [context]: 'false' } }),
    // A variable without a value is equal to nothing and different from nothing, so this is said by itself.
    deny(`${name}OfNobody`, { Null: { [context]: 'false', [own]: 'true' } }),
  ]
}

/**
 * What the policy of the master key itself denies, beside handing it to the account: a data key of a city or a province
 * is opened and wrapped under its owner's context, by a session that is tagged with that owner, and by nobody else,
 * whatever a policy somewhere in the account allows. Only our sessions use this key: the table, buckets and alarms have
 * others, and CloudFormation manages it and never uses it.
 */
export const masterKeyDenials: readonly Denial[] = [
  deny('NoContext', { Null: { 'kms:EncryptionContextKeys': 'true' } }),
  deny('StrangeContext', {
    'ForAnyValue:StringNotEquals': { 'kms:EncryptionContextKeys': ['city', 'province'] },
  }),
  ...ofAnother('city', 'City'),
  ...ofAnother('province', 'Province'),
]
