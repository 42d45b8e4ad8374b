import { join } from 'node:path'
import { freshKeys, type KeyRing, type OwnerKeys } from '../../functions/store/ring.ts'
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

/** Keys of cities and provinces, one private file each: `<data>/keys/<code>.json`. Made when an owner is first met. */
export const fileRing = (data: string): KeyRing => {
  const known = new Map<string, OwnerKeys>()

  const open = (code: string): OwnerKeys => {
    const file = join(data, 'keys', `${code}.json`)
    const written = readPrivate<Written>(file) ?? makePrivate(file, writtenOf(freshKeys()))
    const versions = Object.entries(written.data).map(
      ([version, key]) => [Number(version), bytes(key)] as const,
    )
    return { current: written.current, data: new Map(versions), blind: bytes(written.blind) }
  }

  return {
    async keys({ code }) {
      if (!/^\d{6}$/.test(code)) throw new Error(`No keys for ${JSON.stringify(code)}`)
      const keys = known.get(code) ?? open(code)
      known.set(code, keys)
      return keys
    },
  }
}
