import { isDeepStrictEqual } from 'node:util'
import { disclosure as disclosureShape, programmes as programmesShape } from '#forms/catalogue'
import { indicators as indicatorsShape } from '#forms/indicators'
import { localDate } from '#forms/standards'
import { documentOf, live } from '../configuration/index.ts'
import { serviceTenant } from '../identity/service.ts'
import {
  countedFrom,
  type DisclosedMonth,
  monthBefore,
  monthFigures,
  monthOf,
  monthPk,
} from '../oversight/month.ts'
import { talliesOf } from '../oversight/tally.ts'
import { closedRing, type Link, openStore, provinceOf, RollupStore } from '../store/index.ts'
import { setAbsolute } from './absolute.ts'

/**
 * Discloses the months that are over, after small-cell control. Counters of the running month stay in the city; the
 * first one of a new month closes the month before. As the city's `disclosure` allows, and to the province it names;
 * a city without a release (not yet, or closed for good) discloses none.
 */
export const closeMonth = async (link: Link, city: string, month: string): Promise<void> => {
  const today = localDate(link.clock())
  const closed = [monthBefore(month), month].filter((one) => one < monthOf(today))
  if (closed.length === 0) return
  const tenant = serviceTenant(city, 'rollup')
  const store = await openStore(tenant, link, closedRing)
  const release = await live(store, today)
  const part = async (key: string) => release && documentOf(store, release, key)
  const disclosure = disclosureShape.safeParse(await part('disclosure')).data
  const indicators = indicatorsShape.safeParse(await part('indicators')).data
  const programmes = programmesShape.safeParse(await part('programmes')).data ?? { programmes: [] }
  const isAllowed = disclosure?.to === provinceOf(city) && indicators !== undefined
  for (const one of closed)
    await setAbsolute<DisclosedMonth>(
      new RollupStore(tenant, link),
      [monthPk(one), city],
      async (standing) => {
        // What was closed stays closed until one of its own counters moves.
        if (standing && one !== month) return 'as it is'
        const figures = isAllowed
          ? monthFigures(
              await talliesOf(store, one, { consistent: true }),
              indicators,
              disclosure,
              programmes,
            )
          : []
        if (figures.length === 0 || disclosure === undefined) return 'none'
        const { smallCells } = disclosure
        const shown = new Set(figures.map(({ indicator }) => indicator))
        const sources = Object.fromEntries(
          (indicators?.indicators ?? []).flatMap((own) =>
            shown.has(own.key) ? [[own.key, countedFrom(own)]] : [],
          ),
        )
        const next = { figures, sources, smallCells }
        const { figures: before, sources: from, smallCells: rule } = standing ?? {}
        // A stored map may come back in another order.
        if (isDeepStrictEqual({ figures: before, sources: from, smallCells: rule }, next)) return 'as it is'
        return { item: { schema: 1, city, month: one, ...next } }
      },
    )
}
