import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetDraft } from '../draft.ts'
import type { Registration } from '../registration.ts'

type AfreshProps = {
  readonly owner: string
  readonly draft: Registration
  readonly done: () => void
}

/** To throw a draft away and begin another one; asks once, in place. */
export function Afresh({ owner, draft, done }: AfreshProps) {
  const { t } = useTranslation('register')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button type="button" className="text-button danger" onClick={() => setAsking(true)}>
        {t('again')}
      </button>
    )
  return (
    <div className="ask" role="alert">
      <strong>{t('againTitle')}</strong>
      <p className="muted">{t('againLead')}</p>
      <div className="actions">
        <button type="button" className="button quiet" onClick={() => setAsking(false)}>
          {t('cancel', { ns: 'app' })}
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            done()
            void forgetDraft(owner, draft)
          }}
        >
          {t('again')}
        </button>
      </div>
    </div>
  )
}
