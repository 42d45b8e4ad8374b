import { randomBytes } from 'node:crypto'

/** Whose rows and keys: a city, a province's office, or one person's own list of memberships. */
export type Owner = { readonly kind: 'city' | 'province'; readonly code: string }

/** The secrets of one owner. `data` holds every version that was ever used; rows name the one they were sealed with. */
export type OwnerKeys = {
  /** Version (1 to 255) that seals from now on. */
  readonly current: number
  /** 32 bytes each. */
  readonly data: ReadonlyMap<number, Uint8Array>
  /** 32 bytes, for blind indexes; never changes, or nobody would be found any more. */
  readonly blind: Uint8Array
}

/** Where keys come from: a key file on this machine, KMS envelopes in the cloud. Asked once a request: cache inside. */
export type KeyRing = { keys(owner: Owner): Promise<OwnerKeys> }

/** Fresh keys, as a ring makes them for an owner that it meets for the first time. */
export const freshKeys = (): OwnerKeys => ({
  current: 1,
  data: new Map([[1, new Uint8Array(randomBytes(32))]]),
  blind: new Uint8Array(randomBytes(32)),
})

/** The ring of whoever holds no keys: it opens nothing and seals nothing. For jobs, which see no person's data. */
export const closedRing: KeyRing = {
  keys: async () => ({ current: 0, data: new Map(), blind: new Uint8Array() }),
}

/** A ring that forgets: for tests. */
export const memoryRing = (): KeyRing => {
  const known = new Map<string, OwnerKeys>()
  return {
    async keys(owner) {
      const name = `${owner.kind}:${owner.code}`
      const keys = known.get(name) ?? freshKeys()
      known.set(name, keys)
      return keys
    },
  }
}
