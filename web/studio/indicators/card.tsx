import { useTranslation } from 'react-i18next'
import type { CityIndicator, CountedPart } from '../../../functions/api/contract/index.ts'
import { SourceMark } from '../source-mark.tsx'
import { isMissing, isOngoing } from './facts.ts'
import { Places } from './places.tsx'

type Props = { readonly indicator: CityIndicator; readonly running: boolean }

/** One indicator: what it asks, what was reached, and how each number came about. */
export function IndicatorCard({ indicator, running }: Props) {
  const { t } = useTranslation('indicators')
  const { name, state, value, target, span, numerator, denominator, words, note, source, disclosed } =
    indicator
  const missing = isMissing(indicator)
  const ongoing = isOngoing(indicator, running)
  const mark = ongoing ? t('ongoing') : missing ? t('facts.missing') : t(`states.${state}`)
  return (
    <article className="office-panel indicator-card">
      <header>
        <h2>{name}</h2>
        <SourceMark rule={source?.rule} />
        <span className="indicator-mark" data-state={ongoing ? 'ongoing' : missing ? 'none' : state}>
          {mark}
        </span>
      </header>
      <dl className="indicator-figures">
        <Fact label={t('value')} value={value ?? t('noValue')} strong />
        <Fact label={t('target')} value={target ?? t('noTarget')} />
        <Fact label={t('span')} value={span ? spanOf(t, span) : t('notBegun')} />
        {disclosed && (
          <Fact label={t('disclosed')} value={disclosedOf(t, disclosed, numerator, denominator)} />
        )}
      </dl>
      {!missing && <p>{words}</p>}
      {note && <p className="muted">{note}</p>}
      <ul className="indicator-parts">
        <Part label={denominator ? t('numerator') : t('counted')} part={numerator} />
        {denominator && <Part label={t('denominator')} part={denominator} />}
      </ul>
      {!missing && <Places indicator={indicator} />}
    </article>
  )
}

type Words = ReturnType<typeof useTranslation<'indicators'>>['t']

const spanOf = (t: Words, { from, to, until }: NonNullable<CityIndicator['span']>): string =>
  (from === to ? to : t('from', { from, to })) + (to < until ? t('until', { until }) : '')

const disclosedOf = (
  t: Words,
  shown: NonNullable<CityIndicator['disclosed']>,
  numerator: CountedPart,
  denominator: CountedPart | null,
): string => {
  if (numerator.value === null || denominator?.value === null) return t('nothing')
  if (shown.numerator === null) return t('hidden')
  return denominator === null ? String(shown.numerator) : `${shown.numerator}/${shown.denominator}`
}

function Fact({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="tabular">{strong ? <strong>{value}</strong> : value}</dd>
    </div>
  )
}

function Part({ label, part }: { readonly label: string; readonly part: CountedPart }) {
  const { t } = useTranslation('indicators')
  return (
    <li>
      {label}：{part.label} <strong className="tabular">{part.value ?? t('uncounted')}</strong>
      <span className="muted"> {part.words}</span>
    </li>
  )
}
