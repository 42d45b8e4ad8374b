import { Province } from '../identity/tenant.ts'
import type { Cost } from './cost.ts'
import type { Link } from './link.ts'
import { Partition } from './partition.ts'
import type { KeyRing, Owner, OwnerKeys } from './ring.ts'
import { open, seal } from './seal.ts'

/** What a province's office holds: the registry of its cities, its members, and what cities disclosed to it. */
export class ProvinceStore extends Partition {
  readonly province: Province
  readonly #owner: Owner
  readonly #keys: OwnerKeys

  constructor(province: Province, link: Link, keys: OwnerKeys, cost?: Cost) {
    if (!Province.is(province)) throw new TypeError('a store is opened by a province alone')
    super(`P#${province.code}#`, link, cost)
    this.province = province
    this.#owner = { kind: 'province', code: province.code }
    this.#keys = keys
  }

  seal(value: unknown, context: string): Uint8Array {
    return seal(this.#owner, this.#keys, value, context)
  }

  open<T>(bytes: Uint8Array, context: string): T {
    return open<T>(this.#owner, this.#keys, bytes, context)
  }
}

export const openProvince = async (
  province: Province,
  link: Link,
  ring: KeyRing,
  cost?: Cost,
): Promise<ProvinceStore> =>
  new ProvinceStore(province, link, await ring.keys({ kind: 'province', code: province.code }), cost)
