import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import type { Sheet } from './workbook.ts'

type Facts = {
  readonly title: string
  readonly province: string
  readonly cities: readonly CityCard[]
  /** Local date on which the file is made, or of which the prices are. */
  readonly day: string
  readonly rules: readonly string[]
  readonly money?: boolean
  /** What is never in the file, where it is not the general sentence. */
  readonly privacy?: string
}

/** The sheet that says what the figures are: scope, day, units, how comparable, what is invented, and that no person is in it. */
export function notesSheet(t: TFunction<'oversight'>, facts: Facts): Sheet {
  const { title, province, cities, day, rules, money = false, privacy = t('privacy') } = facts
  const invented = cities.filter(({ demo }) => demo).map(({ name }) => name)
  const released = cities.map(({ name, release, disclosedAt }) => [
    `${t('notes.versions')}：${name}`,
    t('notes.version', { n: release, at: localDay(disclosedAt) }),
  ])
  return {
    name: t('notes.sheet'),
    head: t('notes.head', { returnObjects: true }) as readonly string[],
    widths: [24, 90],
    rows: [
      [t('notes.title'), title],
      [t('notes.province'), `${province}：${cities.map(({ name }) => name).join('、')}`],
      [t(money ? 'notes.on' : 'notes.asOf'), day],
      ...(money ? [[t('notes.unit'), t('notes.unitMoney')]] : []),
      ...rules.map((rule) => [t('notes.how'), rule]),
      [
        t('notes.demo'),
        invented.length > 0 ? `${invented.join('、')}。${t('demoLead')}` : t('notes.demoNone'),
      ],
      ...released,
      [t('notes.privacy'), privacy],
    ],
  }
}

/** Local date in Asia/Shanghai of an instant. */
export const localDay = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** A city's name as it stands in a head cell of a file, where no mark can be drawn. */
export const cityTitle = (t: TFunction<'oversight'>, { name, demo }: CityCard): string =>
  demo ? `${name}（${t('demo')}）` : name
