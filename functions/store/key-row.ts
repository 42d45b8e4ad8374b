import { awsPost, type Cloud } from './aws.ts'
import type { Owner, OwnerKeys } from './ring.ts'
import type { Key } from './write.ts'

/** Data keys of an owner as they lie in its own partition: wrapped by the master key, useless without it. */
export type KeyRow = {
  readonly current: number
  readonly data: Readonly<Record<string, Uint8Array>>
  readonly blind: Uint8Array
}
export const keyRowKey: Key = ['KEY', '#']

/** The master key, and as whom it is asked for each owner. */
export type Kms = {
  /** ARN of the master key. */
  readonly masterKey: string
  /** With credentials of a session that is tagged with this owner. */
  as(owner: Owner): Cloud
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytes = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64'))

/** What is wrapped is bound to its owner by the context, so a wrapped key copied to another city does not open there. */
const ask = (kms: Kms, action: string, owner: Owner, input: object) =>
  awsPost(
    kms.as(owner),
    'kms',
    { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` },
    JSON.stringify({ KeyId: kms.masterKey, EncryptionContext: { [owner.kind]: owner.code }, ...input }),
  )

const unwrap = async (kms: Kms, owner: Owner, blob: Uint8Array): Promise<Uint8Array> =>
  bytes((await ask(kms, 'Decrypt', owner, { CiphertextBlob: base64(blob) }))['Plaintext'])

/** Opens an owner's keys. Throws `AwsFault` where the master key or the context is another one. */
export const openKeyRow = async (kms: Kms, owner: Owner, row: KeyRow): Promise<OwnerKeys> => {
  const versions = Object.entries(row.data)
  const [blind, ...data] = await Promise.all(
    [row.blind, ...versions.map(([, blob]) => blob)].map((blob) => unwrap(kms, owner, blob)),
  )
  return {
    current: row.current,
    data: new Map(versions.map(([version], i) => [Number(version), data[i] as Uint8Array])),
    blind: blind as Uint8Array,
  }
}

/** Keys for an owner that has none yet. They are made inside the service; nobody sees them open here. */
export const freshKeyRow = async (kms: Kms, owner: Owner): Promise<KeyRow> => {
  const made = async (): Promise<Uint8Array> =>
    bytes(
      (await ask(kms, 'GenerateDataKeyWithoutPlaintext', owner, { KeySpec: 'AES_256' }))['CiphertextBlob'],
    )
  return { current: 1, data: { '1': await made() }, blind: await made() }
}

/** Keys that exist already, under this master key: for an owner that moves here with its archive. */
export const wrapKeyRow = async (kms: Kms, owner: Owner, keys: OwnerKeys): Promise<KeyRow> => {
  const wrap = async (key: Uint8Array): Promise<Uint8Array> =>
    bytes((await ask(kms, 'Encrypt', owner, { Plaintext: base64(key) }))['CiphertextBlob'])
  const data = [...keys.data].map(async ([version, key]) => [String(version), await wrap(key)] as const)
  return {
    current: keys.current,
    data: Object.fromEntries(await Promise.all(data)),
    blind: await wrap(keys.blind),
  }
}
