import type { Tally } from '#forms/indicators'
import type { TenantStore } from '../store/index.ts'

/** Counters of one month and township, and beside it of each programme: every metric an attribute. */
export type CountRow = Readonly<Record<string, unknown>> & { readonly sk: string }

const own = new Set(['sk', 'rev', 'ttl'])

/** `COUNT#202611#341702-12` of the households, `COUNT#202611#341702-12#care` of the cases in one programme. */
export const tallyOf = ({ sk, ...row }: CountRow): Tally => {
  const [, month = '', township = '', programme] = sk.split('#')
  const counts = Object.entries(row).flatMap(([name, count]) =>
    typeof count === 'number' && !own.has(name) ? [[name, count] as const] : [],
  )
  return {
    month: `${month.slice(0, 4)}-${month.slice(4)}`,
    township,
    ...(programme !== undefined && { programme }),
    counts: Object.fromEntries(counts),
  }
}

/** The counters of the whole city in one month (`202611`), or in one year (`2026`). One query. */
export const talliesOf = async (
  store: TenantStore,
  time: string,
  options: { readonly consistent?: boolean } = {},
): Promise<readonly Tally[]> => {
  const prefix = time.length === 4 ? `COUNT#${time}` : `COUNT#${time}#`
  return (await store.all<CountRow>('COUNT', { ...options, prefix })).map(tallyOf)
}
