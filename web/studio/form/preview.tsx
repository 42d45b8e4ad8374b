import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#forms/catalogue'
import { cityOptions, type FormDocument, type RecommendDefinition } from '#forms/definition'
import { compile } from '#forms/engine'
import { type Answers, createFormStore, Filling, Live } from '../../form/index.ts'
import { quoted, rulesQuery } from '../papers.ts'
import { today } from '../today.ts'
import { Phone } from './phone.tsx'
import { RecordSample } from './record-sample.tsx'

type Props = { readonly form: FormDocument; readonly around: Readonly<Record<string, unknown>> }

/** The form at phone width, drawn and judged by the same code as in the worker's hands. */
export function Preview({ form, around }: Props) {
  const { t } = useTranslation('studio')
  const [round, setRound] = useState(0)
  const demo = (around['profile'] as Profile | undefined)?.demo ?? false
  const choices = useMemo(() => cityOptions(around), [around])
  const nameOf = (item: string) => choices['catalogue']?.find(({ value }) => value === item)?.label
  const { data: rules } = useQuery({
    ...rulesQuery,
    enabled: form.recommends?.some(({ source }) => source) ?? false,
  })
  // What was typed stays while the form is being changed.
  const typed = useRef<Answers>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round starts with empty answers
  const store = useMemo(() => {
    const { definition, outcomes = [] } = form
    const recommends = (form.recommends ?? []).map((one) => withPaper(one, rules))
    const plan = compile(definition, { outcomes, recommends, options: choices })
    return createFormStore({
      plan,
      today,
      demo,
      answers: typed.current,
      onChange: (answers) => {
        typed.current = answers
      },
    })
  }, [form, choices, demo, round, rules])
  const reset = () => {
    typed.current = {}
    setRound((n) => n + 1)
  }
  return (
    <>
      <Phone title={form.title}>
        <div className="phone-page">
          <h1 className="phone-title">{form.title}</h1>
          <Filling key={round} store={store} definition={form.definition} choices={choices} />
          <Live store={store} nameOf={nameOf} />
        </div>
      </Phone>
      <RecordSample form={form} store={store} choices={choices} />
      <p className="muted">
        {t('form.previewLead')}{' '}
        <button type="button" className="text-button" onClick={reset}>
          {t('form.reset')}
        </button>
      </p>
    </>
  )
}

/** Advice that names its paper and the paper's own sentence instead of a number in our register. */
const withPaper = (one: RecommendDefinition, rules: Parameters<typeof quoted>[1]): RecommendDefinition => {
  if (!one.source) return one
  const words = quoted(one.source.rule, rules)
  return { ...one, source: { paper: words, rule: words } }
}
