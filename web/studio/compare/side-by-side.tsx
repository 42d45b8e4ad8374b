import { Checkbox, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#forms/catalogue'
import type { Compatibility, FormDocument } from '#forms/definition'
import { EffectMark, EffectSummary } from '../release/effect.tsx'
import { type ComparedRow, compareVersions, type Told } from './rows.ts'
import { compared as words } from './zh.ts'

type Props = {
  readonly was: FormDocument
  readonly is: FormDocument
  readonly around: Readonly<Record<string, unknown>>
  /** Shows a place of the newer form, where that is the one that is open. */
  readonly go?: (pointer: string) => void
}

const colour = {
  same: 'default',
  changed: 'processing',
  added: 'success',
  removed: 'error',
  moved: 'default',
} as const

/** Two versions question by question, what each change does to answers, and what becomes of those that are under way. */
export function SideBySide({ was, is, around, go }: Props) {
  const { t } = useTranslation('workshop')
  const { t: ts } = useTranslation('studio')
  const [onlyChanged, setOnlyChanged] = useState(true)
  const { rows, lines } = useMemo(() => compareVersions(was, is), [was, is])
  const all = [...rows.flatMap((row) => row.lines), ...lines]
  if (all.length === 0 && rows.every(({ state }) => state === 'same')) return <p>{t('compared.same')}</p>
  const days = (around['profile'] as Profile | undefined)?.graceDays
  const shown = onlyChanged ? rows.filter(({ state }) => state !== 'same') : rows
  const harmful = all.some((line) => line.class !== 'compatible')
  return (
    <>
      <EffectSummary changes={all.map(changeOf)} />
      {harmful && (
        <ul className="compare-means">
          <li>{ts('effects.stored')}</li>
          {typeof days === 'number' && (
            <li>{days > 0 ? ts('effects.drafts', { days }) : ts('effects.draftsToday')}</li>
          )}
          <li>{t('compared.statistics')}</li>
        </ul>
      )}
      <div className="compare-head">
        <h3>
          {t('compared.title')} <span className="count">{t('compared.count', { count: all.length })}</span>
        </h3>
        <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>
          {t('compared.onlyChanged')}
        </Checkbox>
      </div>
      {lines.length > 0 && (
        <section className="compare-row" aria-label={t('compared.whole')}>
          <h4>{t('compared.whole')}</h4>
          <Said lines={lines} go={go} />
        </section>
      )}
      {shown.map((row) => (
        <Row key={row.id} row={row} go={go} />
      ))}
    </>
  )
}

const changeOf = ({ class: effect, message, pointer }: Compatibility) => ({
  document: '',
  documentTitle: '',
  kind: 'changed' as const,
  pointer,
  words: message,
  effect,
})

type RowProps = { readonly row: ComparedRow; readonly go: Props['go'] }

function Row({ row, go }: RowProps) {
  const { t } = useTranslation('workshop')
  const { was, is, state, lines, pointer } = row
  const name = is?.label ?? was?.label ?? ''
  return (
    <section className="compare-row" aria-label={name}>
      <div className="compare-row-head">
        <Tag color={colour[state]}>{t(`compared.states.${state}`)}</Tag>
        {go && is && (
          <button
            type="button"
            className="text-button"
            aria-label={t('compared.go', { name })}
            onClick={() => go(pointer)}
          >
            {t('compared.toPlace')}
          </button>
        )}
      </div>
      <div className="compare-two">
        <Side told={was} other={is} />
        <Side told={is} other={was} />
      </div>
      <Said lines={lines} go={undefined} />
    </section>
  )
}

/** One version of a question; what the other does not say in the same words is marked. */
function Side({ told, other }: { readonly told: Told | undefined; readonly other: Told | undefined }) {
  const { t } = useTranslation('workshop')
  if (!told) return <div className="compare-none muted">{t('compared.none')}</div>
  const mark = (same: boolean) => (other && !same ? 'differs' : '')
  const options = new Set(other?.options)
  const rules = new Set(other?.rules)
  return (
    <div>
      <strong className={mark(told.label === other?.label)}>{told.label}</strong>
      <p className="muted">
        <span className={mark(told.type === other?.type)}>{typeName(told.type)}</span>
        {told.required && (
          <>
            {' · '}
            <span className={mark(other?.required === true)}>{t('compared.required')}</span>
          </>
        )}
      </p>
      {told.help !== '' && <p className={mark(told.help === other?.help)}>{told.help}</p>}
      {told.options.length > 0 && (
        <ul className="compare-options">
          {told.options.map((option) => (
            <li key={option} className={mark(options.has(option))}>
              {option}
            </li>
          ))}
        </ul>
      )}
      {told.rules.map((rule) => (
        <p key={rule} className={mark(rules.has(rule))}>
          {rule}
        </p>
      ))}
    </div>
  )
}

const typeName = (type: string): string =>
  Object.hasOwn(words.types, type) ? words.types[type as keyof typeof words.types] : type

function Said({ lines, go }: { readonly lines: readonly Compatibility[]; readonly go: Props['go'] }) {
  const { t } = useTranslation('workshop')
  if (lines.length === 0) return null
  return (
    <ul className="compare-lines">
      {lines.map((line) => (
        <li key={`${line.pointer} ${line.code} ${line.class}`}>
          <EffectMark effect={line.class} />
          <span>
            {line.message}
            {go && line.pointer !== '' && !line.code.endsWith('removed') && (
              <>
                {' '}
                <button type="button" className="text-button" onClick={() => go(line.pointer)}>
                  {t('compared.toPlace')}
                </button>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
