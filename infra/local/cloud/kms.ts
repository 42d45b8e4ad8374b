import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { makePrivate, readPrivate } from '../../../functions/server/private-file.ts'
import { rightsOf } from '../../rights/session.ts'
import { Refusal } from '../table/index.ts'
import type { Caller } from './callers.ts'
import { ground } from './place.ts'

const Input = z.object({
  KeyId: z.string().optional(),
  EncryptionContext: z.record(z.string(), z.string()).default({}),
  KeySpec: z.literal('AES_256').optional(),
  Plaintext: z.base64().optional(),
  CiphertextBlob: z.base64().optional(),
})
type Input = z.infer<typeof Input>

/** The master key of this machine, in `<data>/keys/master.json`; made when it is first needed. */
export const masterKey = (data: string): Uint8Array => {
  const file = join(data, 'keys', 'master.json')
  const { key } =
    readPrivate<{ key: string }>(file) ?? makePrivate(file, { key: randomBytes(32).toString('base64') })
  return Buffer.from(key, 'base64')
}

const bound = (context: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).toSorted(([a], [b]) => (a < b ? -1 : 1))))

/** nonce (12) · ciphertext · tag (16), the context bound in. */
const wrap = (key: Uint8Array, plain: Uint8Array, context: Input['EncryptionContext']): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}
const unwrap = (key: Uint8Array, blob: Uint8Array, context: Input['EncryptionContext']): string => {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, 12)).setAAD(bound(context))
    cipher.setAuthTag(blob.subarray(-16))
    return Buffer.concat([cipher.update(blob.subarray(12, -16)), cipher.final()]).toString('base64')
  } catch {
    throw new Refusal('InvalidCiphertextException', '')
  }
}

const bytes = (text: string | undefined, most: number): Buffer => {
  const value = Buffer.from(text ?? '', 'base64')
  if (value.length === 0 || value.length > most)
    throw new Refusal('ValidationException', 'A value is missing')
  return value
}

const operations: Readonly<Record<string, (key: Uint8Array, input: Input) => object>> = {
  GenerateDataKeyWithoutPlaintext: (key, { EncryptionContext }) => ({
    CiphertextBlob: wrap(key, randomBytes(32), EncryptionContext),
  }),
  Encrypt: (key, { EncryptionContext, Plaintext }) => ({
    CiphertextBlob: wrap(key, bytes(Plaintext, 4096), EncryptionContext),
  }),
  Decrypt: (key, { EncryptionContext, CiphertextBlob }) => ({
    Plaintext: unwrap(key, bytes(CiphertextBlob, 6144), EncryptionContext),
  }),
}

/**
 * KMS of this machine: one master key. Whoever asks must be a session whose role allows it under the context of its
 * own tags. Throws `Refusal`.
 */
export const answerKms = (key: Uint8Array, caller: Caller, operation: string, body: unknown): object => {
  const work = operations[operation]
  if (!work) throw new Refusal('UnknownOperationException', 'The operation is not known here')
  const { success, data: input } = Input.safeParse(body)
  if (!success) throw new Refusal('ValidationException', 'The request has not the form of the operation')
  const may =
    caller.kind === 'session' &&
    rightsOf(caller.role, caller.tags, ground).mayAskKey(operation, { KeyId: ground.masterKey, ...input })
  if (!may) throw new Refusal('AccessDeniedException', `User is not authorized to perform: kms:${operation}`)
  return { KeyId: ground.masterKey, ...work(key, input) }
}
