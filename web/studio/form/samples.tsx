import './samples.css'
import { Button, Popconfirm, Tag } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityOptions, type FormDocument, type Sample } from '#forms/definition'
import type { Plan } from '#forms/engine'
import {
  answersInWords,
  expected,
  type Naming,
  namingOf,
  readSample,
  runSamples,
  type Said,
  type SampleResult,
  samplePlan,
} from '#forms/samples'
import { useEditing } from '../document/editing.ts'
import { EditSample } from './edit-sample.tsx'
import { useFieldSteps } from './field-steps.ts'
import { withoutSample, withSampleAt } from './stored-samples.ts'

type Props = { readonly form: FormDocument; readonly around: Readonly<Record<string, unknown>> }

/** The cases stored with the form, run on every change; all must pass before it can be published. */
export function Samples({ form, around }: Props) {
  const { t } = useTranslation('studio')
  const [results, plan, naming, choices] = useMemo(() => {
    const options = cityOptions(around)
    const ready = samplePlan(form, { options })
    return [runSamples(form, { options }), ready, namingOf(ready, options), options] as const
  }, [form, around])
  const editing = useEditing()
  const put = useFieldSteps(editing?.change ?? (() => {}))
  if (results.length === 0) return <p className="muted">{t('samples.none')}</p>
  const failed = results.filter(({ passed }) => !passed).length
  const samples: readonly unknown[] = Array.isArray(form.samples) ? form.samples : []
  const remove = (index: number) => {
    const next = editing && withoutSample(editing.text, index)
    if (next !== undefined) put(next)
  }
  const change = (index: number, sample: Sample) => {
    const next = editing && withSampleAt(editing.text, index, sample)
    if (next !== undefined) put(next)
  }
  return (
    <>
      <p className={failed > 0 ? 'dirty' : 'muted'} role="status">
        {failed > 0
          ? t('samples.someFailed', { total: results.length, count: failed })
          : t('samples.allPassed', { count: results.length })}
      </p>
      <ul className="sample-list">
        {results.map((result, index) => (
          <Case
            // biome-ignore lint/suspicious/noArrayIndexKey: two samples may have the same title
            key={index}
            result={result}
            sample={samples[index]}
            plan={plan}
            naming={naming}
            {...(editing &&
              index < samples.length && {
                remove: () => remove(index),
                edit: (sample) => (
                  <EditSample
                    form={form}
                    sample={sample}
                    choices={choices}
                    taken={results.flatMap(({ title }, i) => (i === index ? [] : [title]))}
                    change={(next) => change(index, next)}
                  />
                ),
              })}
          />
        ))}
      </ul>
    </>
  )
}

type CaseProps = {
  readonly result: SampleResult
  readonly sample: unknown
  readonly plan: Plan
  readonly naming: Naming
  readonly remove?: () => void
  readonly edit?: (sample: Sample) => ReactNode
}

function Case({ result: { title, passed, message }, sample, plan, naming, remove, edit }: CaseProps) {
  const { t } = useTranslation('studio')
  const [open, setOpen] = useState(false)
  const [editing, setEditing] = useState(false)
  const read = readSample(sample)
  return (
    <li>
      <div className="sample-head">
        <Tag color={passed ? 'success' : 'error'}>{t(passed ? 'samples.passed' : 'samples.failed')}</Tag>
        <strong>{title}</strong>
        {edit && typeof read !== 'string' && (
          <Button
            size="small"
            type="text"
            aria-expanded={editing}
            aria-label={`${t('samples.edit')}：${title}`}
            onClick={() => setEditing(!editing)}
          >
            {t(editing ? 'samples.editDone' : 'samples.edit')}
          </Button>
        )}
        {remove && (
          <Popconfirm
            title={t('samples.removeAsk', { title })}
            description={t('samples.removeLead')}
            okText={t('samples.remove')}
            cancelText={t('samples.keep')}
            onConfirm={remove}
          >
            <Button size="small" type="text" danger aria-label={`${t('samples.remove')}：${title}`}>
              {t('samples.remove')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {message && (
        <ul className="sample-why">
          {message.split('；').map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {editing && typeof read !== 'string' && edit?.(read)}
      {typeof read !== 'string' && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('samples.more')}</summary>
          {open && (
            <>
              <p className="muted">{t('samples.on', { date: read.today })}</p>
              <Facts title={t('samples.answers')} facts={answersInWords(read.answers, plan, naming)} />
              <Facts title={t('samples.expected')} facts={expected(read, naming)} />
            </>
          )}
        </details>
      )}
    </li>
  )
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Said[] }) {
  const { t } = useTranslation('studio')
  return (
    <>
      <h3>{title}</h3>
      {facts.length === 0 && <p className="muted">{t('samples.nothing')}</p>}
      <dl className="sample-facts">
        {facts.map(({ path, label, text }) => (
          <div key={path}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
