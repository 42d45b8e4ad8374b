import type { Link } from '../store/index.ts'
import { inBatches, type StreamHandler, type StreamJob, streamFunction } from './batch.ts'
import { type Change, changeOf } from './change.ts'
import { closeMonth } from './close-month.ts'
import { discloseCity } from './disclose-city.ts'
import { linkMember } from './link-member.ts'
import type { JobDeps } from './report.ts'

const carry = (link: Link, change: Change): Promise<void> => {
  switch (change.kind) {
    case 'release':
      return discloseCity(link, change.city)
    case 'count':
      return closeMonth(link, change.city, change.month)
    case 'member':
      return linkMember(link, change)
  }
}

/**
 * Carries what changed in a city to where others may see it: a release and closed months to the province, a membership
 * to the person's own list. Every change is re-read under that city's own keys.
 */
const job = ({ link, failed }: JobDeps): StreamJob<Change> => ({
  name: 'rollup',
  changeOf,
  carry: (change) => carry(link, change),
  failed,
})

export const carryChanges = (deps: JobDeps): StreamHandler => inBatches(job(deps))

/** The Lambda handler. */
export const rollup = (deps: JobDeps) => streamFunction(job(deps))
