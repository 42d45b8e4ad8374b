import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import * as z from 'zod'
import { canonical } from '#forms/release'
import { sha256Of } from './archive/manifest.ts'
import { type Backups, Unable } from './ground.ts'
import { Abandoned } from './registry.ts'

const day = 86_400_000
const count = z.int().min(0)

/** That a city is gone: what went, when, by whom, and what remains for how long. */
export const Certificate = z.strictObject({
  format: z.literal('yihu-closing-certificate'),
  version: z.literal(1),
  city: z.string(),
  name: z.string(),
  province: z.string(),
  place: z.string(),
  table: z.string(),
  by: z.string(),
  /** When closing began, the data key was destroyed, and nothing was left. */
  begun: z.iso.datetime(),
  finished: z.iso.datetime(),
  archive: z.string(),
  /** Of the rows, unpacked. */
  rowsSha256: z.string(),
  rows: count,
  kinds: z.record(z.string(), count),
  /** An earlier closing of this city that was given up. */
  abandoned: Abandoned.optional(),
  /** Entries in members' own lists that the rollup had not taken away yet. */
  ownLists: count,
  /** Last day on which a copy can still be brought back; absent where the place keeps none. */
  backups: z.strictObject({ table: z.iso.datetime().optional(), exports: z.iso.datetime().optional() }),
})
export type Certificate = z.infer<typeof Certificate>

/** A certificate with the hash over its one text, and a signature (Ed25519) where the operator has a key for it. */
export const Issued = z.strictObject({
  certificate: Certificate,
  sha256: z.string(),
  signature: z
    .strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() })
    .optional(),
})
export type Issued = z.infer<typeof Issued>

/** Days after the last row was removed during which backups still hold it. */
export const expiries = (last: Date, { days, exports }: Backups): Certificate['backups'] => {
  const after = (count: number) => new Date(last.getTime() + count * day).toISOString()
  return {
    ...(days !== undefined && { table: after(days) }),
    ...(exports !== undefined && { exports: after(exports) }),
  }
}

/** The private key that signs certificates; throws `Unable` where the text is no Ed25519 key in PEM. */
export const signerOf = (pem: string): KeyObject => {
  let key: KeyObject | undefined
  try {
    key = createPrivateKey(pem)
  } catch {
    // No key at all is as useless as one of another kind.
  }
  if (key?.asymmetricKeyType === 'ed25519') return key
  throw new Unable('签名用的私钥应为 PEM 格式的 Ed25519 私钥，可用 openssl genpkey -algorithm ed25519 生成。')
}

/** Signs the hash of a certificate with a private key in PEM (Ed25519), if there is one. */
export const issue = (certificate: Certificate, key?: string): Issued => {
  const sha256 = sha256Of(canonical(certificate))
  if (key === undefined) return { certificate, sha256 }
  const secret = signerOf(key)
  const publicKey = createPublicKey(secret).export({ type: 'spki', format: 'pem' }).toString()
  const value = sign(null, Buffer.from(sha256), secret).toString('base64')
  return { certificate, sha256, signature: { algorithm: 'Ed25519', publicKey, value } }
}
