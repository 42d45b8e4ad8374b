import { serviceProvince, serviceTenant } from '../../../functions/identity/service.ts'
import {
  type Cloud,
  Conflict,
  closedRing,
  type KeyRing,
  type Kms,
  keyRowKey,
  kmsRing,
  type Link,
  type Owner,
  openProvince,
  openStore,
  provinceOf,
} from '../../../functions/store/index.ts'
import { freshKeyRow } from '../../../functions/store/key-row.ts'
import { operatorLink } from '../../../functions/store/operator-session.ts'
import { tableName } from '../settings.ts'
import { ground, region, roleArn } from './place.ts'

/** The cloud of this machine as functions and operators see it. */
export const cloudAt = (endpoint: string, credentials: Cloud['credentials']): Cloud => ({
  region,
  endpoints: { sts: endpoint, kms: endpoint, dynamodb: endpoint },
  credentials,
})

/** The master key, asked as an operator's session of each owner. */
const kmsOf = (cloud: Cloud): Kms => {
  const sessions = new Map<string, Cloud>()
  const as = ({ kind, code }: Owner): Cloud => {
    const reach = { city: code, province: kind === 'city' ? provinceOf(code) : code }
    const role = { table: tableName, role: roleArn('operator') }
    return { ...cloud, credentials: operatorLink(cloud, role, reach).credentials }
  }
  return {
    masterKey: ground.masterKey,
    as: (owner) => {
      const name = `${owner.kind} ${owner.code}`
      const session = sessions.get(name) ?? as(owner)
      sessions.set(name, session)
      return session
    },
  }
}

/**
 * Keys in envelopes in the owners' own rows, as in the cloud; made when an owner is first met, for the demo data. `link`
 * reaches the table engine itself.
 */
export const envelopeRing = (cloud: Cloud, link: Link): KeyRing => {
  const kms = kmsOf(cloud)
  const opened = kmsRing(kms, link)

  const ensure = async (owner: Owner): Promise<void> => {
    const store = await (owner.kind === 'city'
      ? openStore(serviceTenant(owner.code, 'demo'), link, closedRing)
      : openProvince(serviceProvince(owner.code, 'demo'), link, closedRing))
    if (await store.get(keyRowKey, { consistent: true })) return
    try {
      await store.write([{ put: keyRowKey, item: await freshKeyRow(kms, owner), expect: 'absent' }])
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  const ensured = new Map<string, Promise<void>>()
  return {
    async keys(owner) {
      const name = `${owner.kind} ${owner.code}`
      const ready = ensured.get(name) ?? ensure(owner)
      ensured.set(name, ready)
      await ready
      return opened.keys(owner)
    },
  }
}
