import { isJob, type Tenant } from '../identity/tenant.ts'
import type { Link } from './link.ts'
import { Partition } from './partition.ts'

/** The province of a city: its first two digits name it. */
export const provinceOf = (city: string): string => `${city.slice(0, 2)}0000`

/**
 * What a job may write into the city's province: rows that the city disclosed, all of them under sort keys that the
 * caller gives with the city's code inside. No person's data belongs here.
 */
export class RollupStore extends Partition {
  readonly city: string

  constructor(tenant: Tenant, link: Link) {
    if (!isJob(tenant)) throw new TypeError('a rollup is opened by a job alone')
    super(`P#${provinceOf(tenant.city)}#`, link)
    this.city = tenant.city
  }
}
