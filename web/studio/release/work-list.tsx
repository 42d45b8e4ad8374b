import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckReport, Draft, Finding } from '../../../functions/api/contract/index.ts'

const levels = ['error', 'warning', 'todo'] as const
type Level = (typeof levels)[number]
/** More of one document than these are folded away. */
const few = 5

type Props = { readonly city: string; readonly draft: Draft; readonly report: CheckReport }

/** What is still to do before and after publishing: counted by how much it matters, listed by document, each a jump. */
export function WorkList({ city, draft, report }: Props) {
  const { t } = useTranslation('studio')
  const { findings, samples } = report
  const count = (level: Level) => findings.filter((one) => one.level === level).length
  const [level, setLevel] = useState<Level | undefined>(count('error') > 0 ? 'error' : undefined)
  const shown = findings.filter((one) => level === undefined || one.level === level)
  const groups = [...Map.groupBy(worstFirst(shown), ({ document }) => document)]
  const failed = samples.filter(({ passed }) => !passed).length
  const titleOf = (key: string) => draft.documents.find((one) => one.key === key)?.title ?? key
  return (
    <aside className="work-list" aria-label={t('work.title')}>
      <h2>{t('work.title')}</h2>
      <p className={count('error') > 0 ? 'dirty' : 'muted'}>
        {count('error') > 0 ? t('work.blocked', { count: count('error') }) : t('work.free')}
      </p>
      <fieldset className="work-levels">
        <legend className="visually-hidden">{t('work.show')}</legend>
        {levels.map((one) => (
          <button
            key={one}
            type="button"
            className="work-level"
            data-level={one}
            data-none={count(one) === 0}
            aria-pressed={level === one}
            onClick={() => setLevel((now) => (now === one ? undefined : one))}
          >
            <strong>{count(one)}</strong>
            {t(`findings.${one}`)}
          </button>
        ))}
      </fieldset>
      {samples.length > 0 && (
        <p className={failed > 0 ? 'dirty' : 'muted'}>
          {failed > 0
            ? t('publish.samplesBad', { count: failed })
            : t('publish.samplesOk', { count: samples.length })}
        </p>
      )}
      {groups.length === 0 && <p>{t('work.none')}</p>}
      {groups.map(([key, list]) => (
        <Group key={`${level} ${key}`} city={city} title={titleOf(key)} list={list} />
      ))}
    </aside>
  )
}

type GroupProps = { readonly city: string; readonly title: string; readonly list: readonly Finding[] }

function Group({ city, title, list }: GroupProps) {
  const { t } = useTranslation('studio')
  const [all, setAll] = useState(false)
  const shown = all ? list : list.slice(0, few)
  return (
    <section className="work-group">
      <h3>
        {title} <span className="muted">{t('work.items', { count: list.length })}</span>
      </h3>
      <ul>
        {shown.map(({ document, pointer, code, message, label, level }) => (
          <li key={`${pointer} ${code} ${message}`}>
            <Link
              to="/studio/$city/documents/$key"
              params={{ city, key: document }}
              search={{ at: pointer }}
              data-level={level}
            >
              <span className="work-mark">{t(`findings.${level}`)}</span>
              {label && !message.includes(label) && <strong>{label} </strong>}
              {message}
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < list.length && (
        <button type="button" className="button quiet small" onClick={() => setAll(true)}>
          {t('findings.more', { count: list.length - shown.length })}
        </button>
      )}
    </section>
  )
}

const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
