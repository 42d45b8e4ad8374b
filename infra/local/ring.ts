import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { freshKeys, type KeyRing, type Owner, type OwnerKeys } from '../../functions/store/ring.ts'
import { makePrivate, readPrivate } from './private-file.ts'

type Written = {
  readonly current: number
  readonly data: Readonly<Record<string, string>>
  readonly blind: string
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
const text = (value: Uint8Array): string => Buffer.from(value).toString('base64')

const writtenOf = (keys: OwnerKeys): Written => ({
  current: keys.current,
  data: Object.fromEntries([...keys.data].map(([version, key]) => [version, text(key)])),
  blind: text(keys.blind),
})
const keysOf = (written: Written): OwnerKeys => ({
  current: written.current,
  data: new Map(Object.entries(written.data).map(([version, key]) => [Number(version), bytes(key)] as const)),
  blind: bytes(written.blind),
})

/**
 * Keys of cities and provinces lie in one private file each: `<data>/keys/<code>.json`. A municipality is both under one
 * code (310000): its keys as a city lie apart, so that they can be destroyed alone.
 */
const fileOf = (data: string, { kind, code }: Owner): string => {
  if (!/^\d{6}$/.test(code)) throw new Error(`No keys for ${JSON.stringify(code)}`)
  const name = kind === 'city' && code.endsWith('0000') ? `${code}-city` : code
  return join(data, 'keys', `${name}.json`)
}

export const readKeys = (data: string, owner: Owner): OwnerKeys | undefined => {
  const written = readPrivate<Written>(fileOf(data, owner))
  return written && keysOf(written)
}
/** Writes keys where there are none; answers those that stand. */
export const keepKeys = (data: string, owner: Owner, keys: OwnerKeys): OwnerKeys =>
  keysOf(makePrivate(fileOf(data, owner), writtenOf(keys)))
/** The keys that stand, made when an owner is first met. */
export const freshFileKeys = (data: string, owner: Owner): OwnerKeys =>
  readKeys(data, owner) ?? keepKeys(data, owner, freshKeys())
export const destroyKeys = (data: string, owner: Owner): void => rmSync(fileOf(data, owner), { force: true })

/** A ring of those files. It notices when another process destroyed a file, or put another one there. */
export const fileRing = (data: string): KeyRing => {
  const known = new Map<string, { readonly keys: OwnerKeys; readonly at: number }>()
  const writtenAt = (owner: Owner): number =>
    statSync(fileOf(data, owner), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return {
    async keys(owner) {
      const name = `${owner.kind}:${owner.code}`
      const kept = known.get(name)
      if (kept && kept.at === writtenAt(owner)) return kept.keys
      const keys = freshFileKeys(data, owner)
      known.set(name, { keys, at: writtenAt(owner) })
      return keys
    },
  }
}
