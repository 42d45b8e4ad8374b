import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetDraft } from './draft.ts'
import type { Work } from './work.ts'

/** Deleting work asks once, in place. */
export function Discard({ owner, draft }: { readonly owner: string; readonly draft: Work }) {
  const { t } = useTranslation('field')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button type="button" className="button quiet" onClick={() => setAsking(true)}>
        {t('fill.discard')}
      </button>
    )
  return (
    <div className="ask" role="alert">
      <strong>{t('fill.discardTitle')}</strong>
      <p className="muted">{t('fill.discardLead')}</p>
      <div className="actions">
        <button type="button" className="button quiet" onClick={() => setAsking(false)}>
          {t('cancel', { ns: 'app' })}
        </button>
        <button type="button" className="button danger" onClick={() => void forgetDraft(owner, draft)}>
          {t('fill.discard')}
        </button>
      </div>
    </div>
  )
}
