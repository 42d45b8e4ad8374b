import { useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Profile } from '#forms/catalogue'
import { cityOptions, type FormDocument } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { createFormStore, Filling, type FormStore, Live } from '../../form/index.ts'
import { today } from '../today.ts'
import { Phone } from './phone.tsx'

type Props = { readonly form: FormDocument; readonly around: Readonly<Record<string, unknown>> }

/** The form at phone width, drawn and judged by the same code as in the worker's hands. */
export function Preview({ form, around }: Props) {
  const { t } = useTranslation('studio')
  const [round, setRound] = useState(0)
  const demo = (around['profile'] as Profile | undefined)?.demo ?? false
  const choices = useMemo(() => cityOptions(around), [around])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round starts with empty answers
  const store = useMemo(() => {
    const { definition, outcomes = [], recommends = [] } = form
    const plan = compile(definition, { outcomes, recommends, options: choices })
    return createFormStore({ evaluate: (answers) => evaluate(plan, answers, { today: today(), demo }) })
  }, [form, choices, demo, round])
  return (
    <>
      <Phone title={form.title}>
        <div className="phone-page">
          <h1 className="phone-title">{form.title}</h1>
          <Filling key={round} store={store} definition={form.definition} choices={choices} />
          <Live store={store} />
          <Recommended store={store} catalogue={around['catalogue'] as Catalogue | undefined} />
        </div>
      </Phone>
      <p className="muted">
        {t('form.previewLead')}{' '}
        <button type="button" className="text-button" onClick={() => setRound((n) => n + 1)}>
          {t('form.reset')}
        </button>
      </p>
    </>
  )
}

function Recommended({
  store,
  catalogue,
}: {
  readonly store: FormStore
  readonly catalogue: Catalogue | undefined
}) {
  const { t } = useTranslation('studio')
  const { result } = useSyncExternalStore(store.watch, store.read)
  if (result.recommended.length === 0) return null
  return (
    <section className="phone-recommended" aria-live="polite">
      <h3>{t('form.recommended')}</h3>
      <ul>
        {result.recommended.map(({ item, because }) => (
          <li key={item}>
            <strong>{catalogue?.items.find(({ key }) => key === item)?.name ?? item}</strong>
            <span className="muted">{because}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
