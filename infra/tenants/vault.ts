import { destroyKeys, freshFileKeys, keepKeys, readKeys } from '../../functions/server/key-files.ts'
import {
  type Key,
  type KeyRow,
  type Kms,
  keyRowKey,
  type Owner,
  type OwnerKeys,
  type Write,
} from '../../functions/store/index.ts'
import { freshKeyRow, openKeyRow, wrapKeyRow } from '../../functions/store/key-row.ts'
import { Unable } from './ground.ts'

type Rows = { get<T extends object>(key: Key, options?: { consistent?: boolean }): Promise<T | undefined> }

/** Where the data keys of owners are: made, opened, taken in from an archive, destroyed. */
export type Vault = {
  /** Keys for an owner that has none, and the writes with which they begin to hold. */
  fresh(owner: Owner): Promise<{ readonly keys: OwnerKeys; readonly writes: readonly Write[] }>
  open(owner: Owner, rows: Rows): Promise<OwnerKeys | undefined>
  /** Takes keys in that were made elsewhere. Throws `Unable` where the owner has others. */
  adopt(owner: Owner, keys: OwnerKeys, rows: Rows): Promise<readonly Write[]>
  /** The writes that destroy the keys in the table, and what is to be done beside it, as often as one likes. */
  destroy(
    owner: Owner,
    rows: Rows,
  ): Promise<{ readonly writes: readonly Write[]; readonly beside: () => void }>
}

const otherKeys = () => new Unable('这里已有该市的另一套数据密钥，与归档里的不同，不能恢复到这里。')

/** Keys in the owner's own partition, wrapped by the master key of the stage. */
export const kmsVault = (kms: Kms): Vault => {
  const open = async (owner: Owner, rows: Rows) => {
    const row = await rows.get<KeyRow>(keyRowKey, { consistent: true })
    return row && openKeyRow(kms, owner, row)
  }
  const put = (item: KeyRow): Write => ({ put: keyRowKey, item, expect: 'absent' })
  return {
    async fresh(owner) {
      const row = await freshKeyRow(kms, owner)
      return { keys: await openKeyRow(kms, owner, row), writes: [put(row)] }
    },
    open,
    async adopt(owner, keys, rows) {
      const standing = await open(owner, rows)
      if (standing && !sameKeys(standing, keys)) throw otherKeys()
      return standing ? [] : [put(await wrapKeyRow(kms, owner, keys))]
    },
    async destroy(_, rows) {
      const standing = await rows.get(keyRowKey, { consistent: true })
      return { writes: standing ? [{ remove: keyRowKey, expect: 'present' }] : [], beside: () => {} }
    },
  }
}

/** Keys in private files beside the table of this machine. */
export const fileVault = (folder: string): Vault => ({
  async fresh(owner) {
    return { keys: freshFileKeys(folder, owner), writes: [] }
  },
  async open(owner) {
    return readKeys(folder, owner)
  },
  async adopt(owner, keys) {
    if (!sameKeys(keepKeys(folder, owner, keys), keys)) throw otherKeys()
    return []
  },
  async destroy(owner) {
    return { writes: [], beside: () => destroyKeys(folder, owner) }
  },
})

export const sameKeys = (a: OwnerKeys, b: OwnerKeys): boolean => {
  const text = ({ current, data, blind }: OwnerKeys) =>
    JSON.stringify([current, [...data].sort(([x], [y]) => x - y).map(([v, k]) => [v, hex(k)]), hex(blind)])
  return text(a) === text(b)
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
