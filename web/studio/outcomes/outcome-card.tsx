import { Button, Input, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LintFinding, OutcomeDefinition } from '#forms/definition'
import { SourceMark } from '../source-mark.tsx'
import { BandTable } from './band-table.tsx'
import { withHiddenAsZero } from './blank.ts'
import { readMeasure, writeMeasure } from './measure.ts'
import { MeasureEditor } from './measure-editor.tsx'
import type { Measure, Scene } from './model.ts'
import { rangeOf } from './range.ts'
import type { Asking } from './terms.tsx'

type Props = Asking & {
  readonly outcome: OutcomeDefinition
  readonly scene: Scene
  readonly words: string
  /** Who goes by this result, by name. */
  readonly used: readonly string[]
  /** What is minded about how it comes about. */
  readonly findings: readonly LintFinding[]
  readonly change: (next: OutcomeDefinition | undefined) => void
  readonly up: (() => void) | undefined
  readonly down: (() => void) | undefined
  readonly toSource: () => void
}

/** One result: what it is called, how it comes about, and its levels. */
export function OutcomeCard(props: Props) {
  const { outcome, scene, words, used, findings, change, up, down, toSource, ...asking } = props
  const { t } = useTranslation('workshop')
  const { questions, outcomes, readOnly } = asking
  const measure = readMeasure(outcome.value, scene)
  const title = outcome.title || t('outcomes.untitled')
  const bands = Array.isArray(outcome.bands) ? outcome.bands : []
  const put = (next: Measure) => change({ ...outcome, value: writeMeasure(next, scene) })
  const missing = findings.filter(({ code }) => code === 'outcome-hidden')
  return (
    <article className="outcome" aria-label={title}>
      <div className="outcome-names">
        <div>
          {t('outcomes.name')}
          <Input
            aria-label={t('outcomes.name')}
            value={outcome.title}
            maxLength={100}
            disabled={readOnly}
            status={outcome.title.trim() === '' ? 'error' : ''}
            onChange={({ target }) => change({ ...outcome, title: target.value })}
          />
        </div>
        <div>
          <span>
            {t('outcomes.basis')} <SourceMark rule={outcome.source?.rule} />
          </span>
          <Input
            aria-label={t('outcomes.basis')}
            value={outcome.rule}
            maxLength={200}
            disabled={readOnly}
            status={outcome.rule.trim() === '' ? 'error' : ''}
            onChange={({ target }) => change({ ...outcome, rule: target.value })}
          />
        </div>
        {!readOnly && (
          <span className="outcome-actions">
            <Button type="text" disabled={!up} onClick={up} aria-label={`${t('outcomes.up')}：${title}`}>
              ↑
            </Button>
            <Button
              type="text"
              disabled={!down}
              onClick={down}
              aria-label={`${t('outcomes.down')}：${title}`}
            >
              ↓
            </Button>
            <Popconfirm
              title={t('outcomes.removeAsk', { title })}
              description={
                used.length > 0
                  ? t('outcomes.removeUsed', { names: used.join('、') })
                  : t('outcomes.removeLead')
              }
              okText={t('outcomes.remove')}
              cancelText={t('outcomes.keep')}
              onConfirm={() => change(undefined)}
            >
              <Button type="text" danger aria-label={`${t('outcomes.remove')}：${title}`}>
                ✕
              </Button>
            </Popconfirm>
          </span>
        )}
      </div>
      <h4>{t('outcomes.how')}</h4>
      <MeasureEditor {...asking} measure={measure} words={words} change={put} toSource={toSource} />
      {missing.length > 0 && (
        <div className="outcome-missing" role="alert">
          {missing.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
          {!readOnly && 'whole' in measure && (
            <Button onClick={() => put(withHiddenAsZero(measure, questions))}>
              {t('outcomes.blankPress')}
            </Button>
          )}
        </div>
      )}
      <BandTable
        bands={bands}
        range={rangeOf(measure, { outcomes, questions, scene })}
        readOnly={readOnly}
        change={(next) => {
          const { bands: _, ...rest } = outcome
          change(next.length > 0 ? { ...rest, bands: next } : rest)
        }}
      />
    </article>
  )
}
