import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Advice } from './advice.tsx'
import { isEmpty } from './describe.ts'
import { Outcomes } from './outcomes.tsx'
import type { FormStore } from './store.ts'

type Props = {
  readonly store: FormStore
  /** What people call a service item; undefined where it is not known (yet). */
  readonly nameOf?: (item: string) => string | undefined
}

/** The result as it stands now, while somebody fills the form: what is found out, and what is advised. */
export function Live({ store, nameOf }: Props) {
  const { t } = useTranslation('form')
  const outcomes = useSyncExternalStore(store.watch, () => store.read().result.outcomes)
  const recommended = useSyncExternalStore(store.watch, () => store.read().result.recommended)
  const known = outcomes.filter(({ value, label }) => label !== undefined || !isEmpty(value))
  const advised = recommended.map((one) => ({ ...one, name: nameOf?.(one.item) }))
  if (known.length === 0 && advised.length === 0) return null
  return (
    <section className="live" aria-live="polite">
      <h3>{t('live')}</h3>
      {known.length > 0 && <Outcomes outcomes={known} />}
      {advised.length > 0 && (
        <>
          <h4>{t('advised')}</h4>
          <Advice items={advised} />
        </>
      )}
      <p className="hint">{t('liveLead')}</p>
    </section>
  )
}
