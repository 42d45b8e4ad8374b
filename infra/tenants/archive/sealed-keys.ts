import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { OwnerKeys } from '../../../functions/store/index.ts'
import { Unable } from '../ground.ts'

/** 128 MB and about half a second for every guess (RFC 7914; N as OWASP advises). */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const
const shortest = 16

const base64 = z.base64()
/** Only what we write ourselves is read: a strange cost could eat all memory. */
const Sealed = z.strictObject({
  kdf: z.literal('scrypt'),
  N: z.literal(cost.N),
  r: z.literal(cost.r),
  p: z.literal(cost.p),
  salt: base64,
  cipher: z.literal('aes-256-gcm'),
  nonce: base64,
  sealed: base64,
  tag: base64,
})
const Opened = z.strictObject({
  current: z.int().min(1).max(255),
  data: z.record(z.string().regex(/^\d{1,3}$/), base64),
  blind: base64,
})

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytes = (of: string): Uint8Array => new Uint8Array(Buffer.from(of, 'base64'))

/** The passphrase in a file: its first line. Never on the command line, where every process can read it. */
export const readPassphrase = (file: string): string => {
  let first: string
  try {
    first = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? ''
  } catch (error) {
    throw new Unable(`读不到口令文件 ${file}（${(error as NodeJS.ErrnoException).code}）。`)
  }
  if ([...first].length < shortest)
    throw new Unable(
      `口令至少 ${shortest} 个字，文件 ${file} 的第一行不够长。可用 openssl rand -base64 24 生成。`,
    )
  return first
}

const keyOf = (passphrase: string, salt: Uint8Array): Buffer =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, cost)

/** The city's opened keys under a passphrase, bound to what the archive says it contains. */
export const sealKeys = (keys: OwnerKeys, passphrase: string, contents: string): string => {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce, { authTagLength: 16 })
  cipher.setAAD(Buffer.from(contents))
  const plain: z.infer<typeof Opened> = {
    current: keys.current,
    data: Object.fromEntries([...keys.data].map(([version, key]) => [version, text(key)])),
    blind: text(keys.blind),
  }
  const sealed = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()])
  const { maxmem: _, ...shown } = cost
  const whole: z.infer<typeof Sealed> = {
    kdf: 'scrypt',
    ...shown,
    salt: text(salt),
    cipher: 'aes-256-gcm',
    nonce: text(nonce),
    sealed: text(sealed),
    tag: text(cipher.getAuthTag()),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

export const areSealedKeys = (written: string): boolean => {
  try {
    return Sealed.safeParse(JSON.parse(written)).success
  } catch {
    return false
  }
}

/** Opens them; throws `Unable` for another passphrase, and for contents that were changed after sealing. */
export const openKeys = (written: string, passphrase: string, contents: string): OwnerKeys => {
  const sealed = Sealed.parse(JSON.parse(written))
  const key = keyOf(passphrase, bytes(sealed.salt))
  let plain: string
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.nonce), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(contents))
    decipher.setAuthTag(bytes(sealed.tag))
    plain = Buffer.concat([decipher.update(bytes(sealed.sealed)), decipher.final()]).toString()
  } catch {
    throw new Unable('打不开归档里的密钥：口令不对，或者归档的清单在导出之后被改动过。')
  }
  const opened = Opened.parse(JSON.parse(plain))
  return {
    current: opened.current,
    data: new Map(Object.entries(opened.data).map(([version, of]) => [Number(version), bytes(of)] as const)),
    blind: bytes(opened.blind),
  }
}
