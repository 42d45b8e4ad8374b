import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { freshKeys, type KeyRing, type Owner, type OwnerKeys } from '../store/index.ts'
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
 * Keys of cities and provinces lie in one private file each: `<folder>/<code>.json`. A municipality is both under one
 * code (310000): its keys as a city lie apart, so that they can be destroyed alone.
 */
const fileOf = (folder: string, { kind, code }: Owner): string => {
  if (!/^\d{6}$/.test(code)) throw new Error(`No keys for ${JSON.stringify(code)}`)
  const name = kind === 'city' && code.endsWith('0000') ? `${code}-city` : code
  return join(folder, `${name}.json`)
}

export const readKeys = (folder: string, owner: Owner): OwnerKeys | undefined => {
  const written = readPrivate<Written>(fileOf(folder, owner))
  return written && keysOf(written)
}
/** Writes keys where there are none; answers those that stand. */
export const keepKeys = (folder: string, owner: Owner, keys: OwnerKeys): OwnerKeys =>
  keysOf(makePrivate(fileOf(folder, owner), writtenOf(keys)))
/** The keys that stand, made when an owner is first met. */
export const freshFileKeys = (folder: string, owner: Owner): OwnerKeys =>
  readKeys(folder, owner) ?? keepKeys(folder, owner, freshKeys())
export const destroyKeys = (folder: string, owner: Owner): void =>
  rmSync(fileOf(folder, owner), { force: true })

/** An owner without keys: it was never opened here, or was closed. */
export class NoKeys extends Error {
  override readonly name = 'NoKeys'
}
const none = (_: string, { kind, code }: Owner): OwnerKeys => {
  throw new NoKeys(`no keys of ${kind} ${code}`)
}

/**
 * A ring of those files. It notices when another process destroyed a file, or put another one there. `missing` says what
 * is done for an owner that has none.
 */
export const fileRing = (folder: string, missing: typeof freshFileKeys = none): KeyRing => {
  const known = new Map<string, { readonly keys: OwnerKeys; readonly at: number }>()
  const writtenAt = (owner: Owner): number =>
    statSync(fileOf(folder, owner), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return {
    async keys(owner) {
      const name = `${owner.kind}:${owner.code}`
      const kept = known.get(name)
      if (kept && kept.at === writtenAt(owner)) return kept.keys
      const keys = readKeys(folder, owner) ?? missing(folder, owner)
      known.set(name, { keys, at: writtenAt(owner) })
      return keys
    },
  }
}
