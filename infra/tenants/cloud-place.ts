import { fileURLToPath } from 'node:url'
import type { Cloud, Owner, WireCall } from '../../functions/store/index.ts'
import { operatorLink } from '../../functions/store/operator-session.ts'
import { OperatorStore } from '../../functions/store/operator-store.ts'
import type { Backups, Ground, PersonRole, Place } from './ground.ts'
import { kmsVault } from './vault.ts'

export const packs = fileURLToPath(new URL('../../forms/packs', import.meta.url))

/** A cloud in which Yihu runs, and what its data stack is called there. */
export type CloudPlace = Pick<Ground, 'place' | 'issuer' | 'origin' | 'by' | 'say'> & {
  readonly cloud: Cloud
  readonly table: string
  /** ARNs. */
  readonly roles: Readonly<Record<PersonRole, string>>
  readonly masterKey: string
  /** The bucket of archives, and its address where that is not the region's own. */
  readonly archive?: { readonly name: string; readonly endpoint?: string }
  readonly backups: (ground: Pick<Ground, 'link' | 'store'>) => Promise<Backups>
  /** Sees every request to the table. For tests, as the clock. */
  readonly wire?: (call: WireCall) => void
  readonly clock?: () => Date
}

/** Works as the role of a person that is asked for, tagged with the city and its province: for rows and for keys alike. */
export const cloudPlace = ({
  cloud,
  table,
  roles,
  masterKey,
  archive,
  backups,
  wire,
  clock,
  ...words
}: CloudPlace): Place => ({
  async at(city, province, taken = 'operator') {
    const { link, credentials } = operatorLink(
      cloud,
      { table, role: roles[taken], ...(wire && { wire }), ...(clock && { clock }) },
      { city, province },
    )
    const store = new OperatorStore(link, { city, province })
    const as = ({ code }: Owner): Cloud => {
      if (code !== city && code !== province)
        throw new TypeError(`an operator of ${city} has no way to ${code}`)
      return { ...cloud, credentials }
    }
    return {
      ...words,
      table,
      store,
      link,
      vault: kmsVault({ masterKey, as }),
      ...(archive && { bucket: { cloud: { ...cloud, credentials }, ...archive } }),
      packs,
      backups: () => backups({ link, store }),
    }
  },
})
