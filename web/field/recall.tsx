import { useTranslation } from 'react-i18next'
import { Notice } from '../app/states.tsx'
import { forgetOutgoing, keepDraft } from './draft.ts'
import { sendAll } from './outbox.ts'
import type { Sending } from './work.ts'

type RecallProps<S extends Sending> = {
  readonly owner: string
  readonly outgoing: S
  readonly done: (draft: S['draft']) => void
}

/** The record is already on its way: it is not edited behind the sender's back, but it can be taken back. */
export function Recall<S extends Sending>({ owner, outgoing, done }: RecallProps<S>) {
  const { t } = useTranslation('field')
  const recall = async () => {
    await keepDraft(owner, outgoing.draft)
    await forgetOutgoing(owner, outgoing.request.id)
    done(outgoing.draft)
  }
  return (
    <main id="main" className="page narrow">
      <Notice title={t('fill.waiting')} lead={t('fill.waitingLead')}>
        <button type="button" className="button" onClick={() => void sendAll(owner)}>
          {t('outbox.retry')}
        </button>
        <button type="button" className="button quiet" onClick={() => void recall()}>
          {t('fill.recall')}
        </button>
      </Notice>
    </main>
  )
}
