import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { isEmpty } from './describe.ts'
import { Outcomes } from './outcomes.tsx'
import type { FormStore } from './store.ts'

/** The result as it stands now, while somebody fills the form. */
export function Live({ store }: { readonly store: FormStore }) {
  const { t } = useTranslation('form')
  const { result } = useSyncExternalStore(store.watch, store.read)
  const known = result.outcomes.filter(({ value, label }) => label !== undefined || !isEmpty(value))
  if (known.length === 0) return null
  return (
    <section className="live" aria-live="polite">
      <h3>{t('live')}</h3>
      <Outcomes outcomes={known} />
      <p className="hint">{t('liveLead')}</p>
    </section>
  )
}
