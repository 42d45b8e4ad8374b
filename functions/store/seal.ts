import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Owner, OwnerKeys } from './ring.ts'

/**
 * A sealed value: AES-256-GCM over gzipped JSON.
 *
 *   1 byte    1 byte        12 bytes   n bytes      16 bytes
 *   format=1  key version   nonce      ciphertext   tag
 *
 * The owner and a context that the caller names are bound in: bytes copied to another city, row or field do not open.
 */
const format = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = 2 + nonceBytes
const maxOpened = 8 * 1024 * 1024

/** Bytes that do not open under this owner's keys and this context: wrong place, wrong key, or tampered. */
export class Unopenable extends Error {
  override readonly name = 'Unopenable'
}

const bound = (owner: Owner, context: string, head: Uint8Array): Buffer =>
  Buffer.concat([head.subarray(0, 2), Buffer.from(`${owner.kind}\n${owner.code}\n${context}`)])

export const seal = (owner: Owner, keys: OwnerKeys, plain: unknown, context: string): Uint8Array => {
  const key = keys.data.get(keys.current)
  if (!key) throw new Error(`no data key of version ${keys.current}`)
  const head = Buffer.concat([Buffer.from([format, keys.current]), randomBytes(nonceBytes)])
  const cipher = createCipheriv('aes-256-gcm', key, head.subarray(2), { authTagLength: tagBytes })
  cipher.setAAD(bound(owner, context, head))
  const body = Buffer.concat([cipher.update(gzipSync(JSON.stringify(plain))), cipher.final()])
  return new Uint8Array(Buffer.concat([head, body, cipher.getAuthTag()]))
}

export const open = <T>(owner: Owner, keys: OwnerKeys, bytes: Uint8Array, context: string): T => {
  const key = keys.data.get(bytes[1] ?? 0)
  if (bytes[0] !== format || !key || bytes.length < headBytes + tagBytes)
    throw new Unopenable('not sealed here')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(2, headBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(bound(owner, context, bytes))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  let zipped: Buffer
  try {
    zipped = Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()])
  } catch (cause) {
    throw new Unopenable('sealed elsewhere, or changed since', { cause })
  }
  return JSON.parse(gunzipSync(zipped, { maxOutputLength: maxOpened }).toString()) as T
}

/** Finds a value without knowing it: HMAC-SHA256 under the owner's second key, hex. */
export const blind = (keys: OwnerKeys, text: string): string => {
  if (keys.blind.length !== 32) throw new Error('no key for blind indexes')
  return createHmac('sha256', keys.blind).update(text).digest('hex')
}
