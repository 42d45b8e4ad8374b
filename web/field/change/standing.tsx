import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseholdFile } from '../../../functions/api/contract/index.ts'
import { send } from '../../app/client.ts'
import { Refusal } from '../entry/refusal.tsx'
import { useSending } from '../entry/sending.ts'
import { filePath } from '../household.tsx'
import { isEnded } from './change.ts'

type StandingProps = {
  readonly city: string
  readonly file: HouseholdFile
  readonly done: () => void
}

/** Whether the file is in use: it is closed once no case is open, and can be opened again. */
export function Standing({ city, file, done }: StandingProps) {
  const { t } = useTranslation('change')
  const dialog = useRef<HTMLDialogElement>(null)
  const sending = useSending(city)
  const busy = file.cases.some(({ stage }) => !isEnded(stage))
  const turn = async (open: boolean) => {
    const sent = () => send('PATCH', filePath(city, file.id), { open }, { rev: file.rev })
    const taken = await sending.run(sent)
    dialog.current?.close()
    if (taken) done()
  }
  return (
    <section className="card">
      <h2>{t('file')}</h2>
      <p>{t(file.open ? 'opened' : 'closed')}</p>
      <Refusal
        message={sending.refused?.code === 'stale' ? t('stale') : sending.refused?.message}
        mistakes={[]}
      />
      {file.open && busy && <p className="muted">{t('busy')}</p>}
      {file.open && !busy && (
        <button type="button" className="button danger" onClick={() => dialog.current?.showModal()}>
          {t('close')}
        </button>
      )}
      {!file.open && (
        <button
          type="button"
          className="button"
          aria-disabled={sending.busy}
          onClick={() => {
            if (!sending.busy) void turn(true)
          }}
        >
          {t('reopen')}
        </button>
      )}
      <dialog ref={dialog} aria-label={t('close')}>
        <h2>{t('close')}</h2>
        <p>{t('closeLead')}</p>
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => dialog.current?.close()}>
            {t('cancel', { ns: 'app' })}
          </button>
          <button
            type="button"
            className="button danger"
            aria-disabled={sending.busy}
            onClick={() => {
              if (!sending.busy) void turn(false)
            }}
          >
            {t('close')}
          </button>
        </div>
      </dialog>
    </section>
  )
}
