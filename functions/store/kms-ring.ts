import { awsPost, type Cloud } from './aws.ts'
import { Conflict } from './conflict.ts'
import type { Link } from './link.ts'
import { Partition } from './partition.ts'
import type { KeyRing, Owner, OwnerKeys } from './ring.ts'
import type { Key } from './write.ts'

/** Data keys of an owner as they lie in its own partition: wrapped by the master key, useless without it. */
type KeyRow = {
  readonly current: number
  readonly data: Readonly<Record<string, Uint8Array>>
  readonly blind: Uint8Array
}

const keyRow: Key = ['KEY', '#']
const freshFor = 10 * 60_000

/**
 * Keys in KMS envelopes. What is wrapped is bound to its owner (encryption context), so a wrapped key copied to
 * another city does not open there. Opened keys are kept in memory for ten minutes. An owner that has none gets them
 * at first use; of two who try at once the first wins.
 */
export const kmsRing = (cloud: Cloud, link: Link, masterKey: string): KeyRing => {
  const kept = new Map<string, { readonly keys: OwnerKeys; readonly until: number }>()

  const call = (action: string, owner: Owner, input: object) =>
    awsPost(
      cloud,
      'kms',
      { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` },
      JSON.stringify({ KeyId: masterKey, EncryptionContext: { [owner.kind]: owner.code }, ...input }),
    )
  const bytes = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64'))
  const wrapped = async (owner: Owner): Promise<Uint8Array> =>
    bytes((await call('GenerateDataKeyWithoutPlaintext', owner, { KeySpec: 'AES_256' }))['CiphertextBlob'])
  const unwrap = async (owner: Owner, blob: Uint8Array): Promise<Uint8Array> =>
    bytes(
      (await call('Decrypt', owner, { CiphertextBlob: Buffer.from(blob).toString('base64') }))['Plaintext'],
    )

  const rowOf = async (owner: Owner): Promise<KeyRow> => {
    const rows = new Partition(`${owner.kind === 'city' ? 'T' : 'P'}#${owner.code}#`, link)
    const standing = await rows.get<KeyRow>(keyRow, { consistent: true })
    if (standing) return standing
    const item: KeyRow = { current: 1, data: { '1': await wrapped(owner) }, blind: await wrapped(owner) }
    try {
      await rows.write([{ put: keyRow, item, expect: 'absent' }])
      return item
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return rowOf(owner)
    }
  }

  return {
    async keys(owner) {
      const name = `${owner.kind}:${owner.code}`
      const now = link.clock().getTime()
      const known = kept.get(name)
      if (known && known.until > now) return known.keys
      const row = await rowOf(owner)
      const data = Object.entries(row.data).map(
        async ([version, blob]) => [Number(version), await unwrap(owner, blob)] as const,
      )
      const keys: OwnerKeys = {
        current: row.current,
        data: new Map(await Promise.all(data)),
        blind: await unwrap(owner, row.blind),
      }
      kept.set(name, { keys, until: now + freshFor })
      return keys
    },
  }
}
