import type { Asked } from './decide.ts'

/** The tags that a session is asked with. */
export type Tags = Readonly<Record<string, string>>

/** A request that STS refuses before it looks at any policy. */
export class BadTags extends Error {
  override readonly name = 'BadTags'
}

const valid = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

/** The tags of an AssumeRole form. Throws `BadTags` for a tag that stands twice or has signs that no tag may have. */
export const tagsIn = (form: URLSearchParams): Tags => {
  const tags = new Map<string, string>()
  for (const [name, key] of form) {
    const [, n] = /^Tags\.member\.(\d+)\.Key$/.exec(name) ?? []
    if (n === undefined) continue
    const value = form.get(`Tags.member.${n}.Value`) ?? ''
    if (form.getAll(name).length > 1 || form.getAll(`Tags.member.${n}.Value`).length !== 1)
      throw new BadTags('a tag has one key and one value')
    // Keys that differ in case alone are one key to IAM.
    if ([...tags.keys()].some((known) => known.toLowerCase() === key.toLowerCase()))
      throw new BadTags(`the tag ${key} stands twice`)
    if (!valid.test(key) || !valid.test(value) || key.length > 128 || value.length > 256)
      throw new BadTags('a tag has signs that are not allowed')
    tags.set(key, value)
  }
  return Object.fromEntries(tags)
}

/** What taking a role with these tags asks of its trust: to take it, and to tag it. */
export const askedOfRole = (role: string, tags: Tags): readonly Asked[] => {
  const keys = Object.keys(tags)
  const context = {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
    ...(keys.length > 0 && { 'aws:TagKeys': keys }),
  }
  const actions = keys.length > 0 ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole']
  return actions.map((action) => ({ action, resource: role, context }))
}

/** What is known of whoever asks as a session with these tags. */
export const contextOf = (tags: Tags): Asked['context'] =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]]))

/** What one request of KMS asks: `action` as on the wire (`Decrypt`). */
export const askedOfKey = (action: string, body: unknown): Asked => {
  const { KeyId, EncryptionContext = {} } = body as {
    readonly KeyId?: string
    readonly EncryptionContext?: Readonly<Record<string, string>>
  }
  const keys = Object.keys(EncryptionContext)
  return {
    action: `kms:${action}`,
    resource: KeyId ?? '',
    context: {
      ...Object.fromEntries(
        Object.entries(EncryptionContext).map(([key, value]) => [`kms:EncryptionContext:${key}`, [value]]),
      ),
      ...(keys.length > 0 && { 'kms:EncryptionContextKeys': keys }),
    },
  }
}
