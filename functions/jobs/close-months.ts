import { localDate, provinceCodes } from '#forms/standards'
import { serviceProvince } from '../identity/service.ts'
import { type DisclosedMonth, monthBefore, monthOf, monthPk } from '../oversight/month.ts'
import { tenants } from '../oversight/tenants.ts'
import { closedRing, type Link, openProvince } from '../store/index.ts'
import { closeMonth } from './close-month.ts'
import type { JobDeps } from './report.ts'
import { logFailure } from './report.ts'

/** What a run did. `open` are the places that it had no time for, or that failed; a later run does them. */
export type ClosedMonths = {
  readonly month: string
  readonly cities: number
  readonly failed: number
  readonly left: number
}

/** Cities of a province whose month is not disclosed yet. */
const openIn = async (link: Link, province: string, month: string): Promise<readonly string[]> => {
  const store = await openProvince(serviceProvince(province, 'rollup'), link, closedRing)
  const cities = await tenants(store)
  if (cities.length === 0) return []
  const closed = await store.all<DisclosedMonth>(monthPk(month), { consistent: true })
  const done = new Set(closed.map(({ city }) => city))
  return cities.map(({ city }) => city).filter((city) => !done.has(city))
}

/**
 * Closes the month before this one for every city of every registry that has not closed it by itself: a city where
 * nothing was counted yet this month has not. Safe to repeat. One place that fails stops no other; when `hasTime` says
 * no, what is left is counted and left to the next run.
 */
export const closeMonths = async (
  { link, failed = logFailure }: JobDeps,
  hasTime: () => boolean = () => true,
): Promise<ClosedMonths> => {
  const running = monthOf(localDate(link.clock()))
  const month = monthBefore(running)
  const told = { cities: 0, failed: 0, left: 0 }
  const attempt = async <T>(place: Readonly<Record<string, unknown>>, act: () => Promise<T>) => {
    try {
      return await act()
    } catch (error) {
      told.failed += 1
      failed('months', { ...place, month }, error)
      return undefined
    }
  }

  for (const province of provinceCodes) {
    if (!hasTime()) {
      told.left += 1
      continue
    }
    for (const city of (await attempt({ province }, () => openIn(link, province, month))) ?? [])
      if (!hasTime()) told.left += 1
      else
        await attempt({ city }, async () => {
          await closeMonth(link, city, running)
          told.cities += 1
        })
  }
  return { month, ...told }
}
