import { type Catalogue, divisionPath, type Funds, type Profile } from '#forms/catalogue'
import { type Fees, quote } from '#forms/fees'
import { localDate } from '#forms/standards'
import type { Quote, QuoteRequest } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { documentOf } from './documents.ts'
import { releaseOn } from './releases.ts'

/**
 * What services cost on a local date, by the fee rows of the release that is used on that date. Amounts in 分; what has
 * no price is counted in `unset` and is never zero. Throws `Refused('not-found')` where no configuration covers the day.
 */
export const makeQuote = async (
  store: TenantStore,
  request: QuoteRequest,
  clock: () => Date,
): Promise<Quote> => {
  const release = await releaseOn(store, request.on, localDate(clock()))
  const [fees, catalogue, profile, funds] = await Promise.all([
    documentOf<Fees>(store, release, 'fees'),
    documentOf<Catalogue>(store, release, 'catalogue'),
    documentOf<Profile>(store, release, 'profile'),
    documentOf<Funds>(store, release, 'funds'),
  ])
  if (!fees || !catalogue) {
    throw new Refused('not-found', `第 ${release.n} 版配置没有服务事项清单或收费标准，请先补充并发布。`)
  }
  const items = request.items.map(({ division, ...line }) => ({
    ...line,
    ...(division !== undefined && { path: divisionPath(profile?.divisions ?? [], division) }),
  }))
  try {
    return { release: release.n, ...quote(fees, catalogue, { items, on: request.on }, funds) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `金额无法计算：${error.message}。请减少数量或分次计算。`
    throw new Refused('invalid', message, { errors: [{ path: 'items', code: 'too-large', message }] })
  }
}
