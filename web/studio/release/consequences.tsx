import { useTranslation } from 'react-i18next'
import type { Change } from '../../../functions/api/contract/index.ts'
import { useDraftBody } from '../draft.ts'
import { EffectSummary } from './effect.tsx'
import { isHarmless } from './effects.ts'

type Props = { readonly city: string; readonly changes: readonly Change[] }

/** What publishing means for answers: those that are stored, those on their way, and those to come. */
export function Consequences({ city, changes }: Props) {
  const { t } = useTranslation('studio')
  const forms = changes.filter(({ effect }) => effect !== undefined)
  const profile = useDraftBody(city, 'profile', forms.length > 0)
  if (forms.length === 0) return null
  const document = profile.data?.document as { readonly graceDays?: unknown } | undefined
  const days = document?.graceDays
  return (
    <section className="consequences" aria-label={t('effects.title')}>
      <h3>{t('effects.title')}</h3>
      <EffectSummary changes={forms} />
      {!forms.every(isHarmless) && (
        <ul>
          <li>{t('effects.stored')}</li>
          {typeof days === 'number' && (
            <li>{days > 0 ? t('effects.drafts', { days }) : t('effects.draftsToday')}</li>
          )}
          <li>{t('effects.offline')}</li>
          <li>{t('effects.counting')}</li>
        </ul>
      )}
    </section>
  )
}
