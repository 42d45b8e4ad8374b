import { Tenant } from '../identity/tenant.ts'
import { Blobs } from './blobs.ts'
import type { Cost } from './cost.ts'
import type { Link } from './link.ts'
import { Partition } from './partition.ts'
import type { KeyRing, Owner, OwnerKeys } from './ring.ts'
import { blind, open, seal } from './seal.ts'

/** Every read and write of one city's data. The city is in the key, never in a filter. */
export class TenantStore extends Partition {
  readonly tenant: Tenant
  readonly blobs: Blobs
  readonly #owner: Owner
  readonly #keys: OwnerKeys

  constructor(tenant: Tenant, link: Link, keys: OwnerKeys, cost?: Cost) {
    if (!Tenant.is(tenant)) throw new TypeError('a store is opened by a tenant alone')
    super(`T#${tenant.city}#`, link, cost)
    this.tenant = tenant
    this.blobs = new Blobs(this, link.cache, tenant.city)
    this.#owner = { kind: 'city', code: tenant.city }
    this.#keys = keys
  }

  /** Seals a value under the city's data key. `context` names the row and field; only the same one opens it. */
  seal(value: unknown, context: string): Uint8Array {
    return seal(this.#owner, this.#keys, value, context)
  }

  /** Opens what `seal` made; throws `Unopenable` for bytes from elsewhere. */
  open<T>(bytes: Uint8Array, context: string): T {
    return open<T>(this.#owner, this.#keys, bytes, context)
  }

  /** The city's blind index of a text, hex: equal texts give equal answers, and nothing leads back. */
  blind(text: string): string {
    return blind(this.#keys, text)
  }
}

/** Opens a city's store for a tenant. */
export const openStore = async (
  tenant: Tenant,
  link: Link,
  ring: KeyRing,
  cost?: Cost,
): Promise<TenantStore> =>
  new TenantStore(tenant, link, await ring.keys({ kind: 'city', code: tenant.city }), cost)
