import { type KeyRow, type Kms, keyRowKey, openKeyRow } from './key-row.ts'
import type { Link } from './link.ts'
import { Partition } from './partition.ts'
import type { KeyRing, Owner, OwnerKeys } from './ring.ts'

const freshFor = 10 * 60_000
const room = 64

/** Begin of every key of an owner. */
export const prefixOf = ({ kind, code }: Owner): string => `${kind === 'city' ? 'T' : 'P'}#${code}#`

/**
 * Keys in KMS envelopes, asked for as a session of their owner. Opened keys are kept in memory for ten minutes, of at
 * most 64 owners. The ring makes none: an owner has keys from the day it is opened, and whoever has none is closed.
 */
export const kmsRing = (kms: Kms, link: Link): KeyRing => {
  const kept = new Map<string, { readonly keys: Promise<OwnerKeys>; readonly until: number }>()

  const open = async (owner: Owner): Promise<OwnerKeys> => {
    const row = await new Partition(prefixOf(owner), link).get<KeyRow>(keyRowKey, { consistent: true })
    if (!row) throw new Error(`no keys of ${owner.kind} ${owner.code}`)
    return openKeyRow(kms, owner, row)
  }

  return {
    keys(owner) {
      const name = prefixOf(owner)
      const now = link.clock().getTime()
      const known = kept.get(name)
      if (known && known.until > now) return known.keys
      const keys = open(owner)
      kept.delete(name)
      kept.set(name, { keys, until: now + freshFor })
      keys.catch(() => kept.delete(name))
      for (const oldest of kept.keys()) {
        if (kept.size <= room) break
        kept.delete(oldest)
      }
      return keys
    },
  }
}
