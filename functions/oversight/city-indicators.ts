import type { Disclosure, Profile, Programmes } from '#forms/catalogue'
import {
  type Indicator,
  type Indicators,
  metricOf,
  monthsOf,
  type Standing,
  spanOf,
  spokenTarget,
  standingOf,
  type Tally,
} from '#forms/indicators'
import { localDate } from '#forms/standards'
import type { CityIndicator, CityIndicators, CountedPart } from '../api/contract/index.ts'
import { documentOf, liveOrRefuse } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { provinceOf, type TenantStore } from '../store/index.ts'
import { monthBefore, monthFigures } from './month.ts'
import { talliesOf } from './tally.ts'

type Setting = {
  readonly month: string
  readonly indicators: Indicators
  readonly programmes: Programmes
  readonly profile: Profile
  readonly disclosure: Disclosure | undefined
  readonly tallies: readonly Tally[]
}

const partOf = ({ metric, label }: Indicator['numerator'], value: number | null): CountedPart => {
  const how = metricOf(metric)
  // A source that is not foreseen here may have come all the same.
  const isMissing = how.kind === 'missing' && value === null
  return {
    label,
    value,
    missing: isMissing,
    words: how.kind === 'missing' && value !== null ? '按同名的计数合计。' : how.words,
  }
}

const placesOf = ({ places }: Standing): CityIndicator['places'] =>
  places.map(({ code, name, figures, value, judgement: { state, words } }) => ({
    code,
    name,
    numerator: figures.numerator,
    denominator: figures.denominator,
    value,
    state,
    words,
  }))

const viewOf = (at: Setting, indicator: Indicator): CityIndicator => {
  const { key, name, scope, period, soft, note, source, numerator, denominator } = indicator
  const span = spanOf(indicator, at.programmes, at.month)
  const months = new Set(span && monthsOf(span))
  const standing = standingOf(
    indicator,
    at.tallies.filter((tally) => months.has(tally.month)),
    at.programmes,
    at.profile.divisions,
  )
  const { figures, value, judgement } = standing
  const disclosed =
    at.disclosure && period === 'month' && at.disclosure.indicators.includes(key)
      ? monthFigures(
          at.tallies.filter(({ month }) => month === at.month),
          { ...at.indicators, indicators: [indicator] },
          at.disclosure,
          at.programmes,
        )
      : undefined
  return {
    key,
    name,
    scope,
    period,
    ...(span && { span }),
    soft,
    target: spokenTarget(indicator),
    numerator: partOf(numerator, figures.numerator),
    denominator: denominator && partOf(denominator, figures.denominator),
    value,
    state: judgement.state,
    words: judgement.words,
    places: placesOf(standing),
    ...(note !== undefined && { note }),
    ...(source && { source: { paper: source.paper, rule: source.rule } }),
    ...(disclosed && {
      disclosed: {
        numerator: disclosed[0]?.numerator ?? null,
        denominator: disclosed[0]?.denominator ?? null,
      },
    }),
  }
}

/**
 * How the city's indicators stand in a month (`2026-10`; the last one that is over, where none is named), by the
 * release in use and the counters of casework. Exact counts, for those who answer for the whole city. Two rounds of
 * requests where a programme's window lies in an earlier year, else one. Refuses `invalid` for a month to come, and
 * `not-found` before the first release.
 */
export const cityIndicators = async (
  store: TenantStore,
  asked: string | undefined,
  clock: () => Date,
): Promise<CityIndicators> => {
  const today = localDate(clock())
  const current = today.slice(0, 7)
  const before = monthBefore(current.replace('-', ''))
  const month = asked ?? `${before.slice(0, 4)}-${before.slice(4)}`
  if (month > current)
    throw new Refused('invalid', '这个月份还没有到，请重新选择。', {
      errors: [{ path: 'month', code: 'month', message: '请选择本月或以前的月份。' }],
    })
  const read = async (times: readonly string[]): Promise<readonly Tally[]> =>
    (await Promise.all(times.map((one) => talliesOf(store, one.replace('-', ''))))).flat()
  // By month: a big city's year would be more than one page.
  const ofYear = monthsOf({ from: `${month.slice(0, 4)}-01`, to: month })
  const [release, tallies] = await Promise.all([liveOrRefuse(store, today), read(ofYear)])
  const must = async <T>(key: string): Promise<T> => {
    const found = await documentOf<T>(store, release, key)
    if (found !== undefined) return found
    throw new Refused('conflict', '本市的配置还不完整，请市级管理员补齐配置文件并发布。')
  }
  const [indicators, programmes, profile, disclosure] = await Promise.all([
    must<Indicators>('indicators'),
    must<Programmes>('programmes'),
    must<Profile>('profile'),
    documentOf<Disclosure>(store, release, 'disclosure'),
  ])
  const isShown = disclosure?.to === provinceOf(store.tenant.city)
  const spans = indicators.indicators.map((one) => spanOf(one, programmes, month))
  const years = spans.flatMap((span) => (span ? monthsOf(span).map((one) => one.slice(0, 4)) : []))
  const earlier = [...new Set(years)].filter((year) => year !== month.slice(0, 4))
  const all = [...tallies, ...(await read(earlier))]
  const setting = {
    month,
    indicators,
    programmes,
    profile,
    disclosure: isShown ? disclosure : undefined,
    tallies: all,
  }
  return {
    month,
    running: month === current,
    release: release.n,
    demo: profile.demo,
    indicators: indicators.indicators.map((one) => viewOf(setting, one)),
    todo: [
      ...(indicators.todo ?? []).map((one) => ({ document: 'indicators' as const, ...one })),
      ...(disclosure?.todo ?? []).map((one) => ({ document: 'disclosure' as const, ...one })),
    ].map(({ document, pointer, message }) => ({ document, pointer, message })),
  }
}
