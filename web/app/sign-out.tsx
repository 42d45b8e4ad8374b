import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recallAll } from './device.ts'
import { signOut, useSession } from './session.ts'

/** Signing out wipes the device, so it asks first where work would be lost. */
export function SignOut() {
  const { t } = useTranslation()
  const session = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  const [count, setCount] = useState(0)
  const [leaving, setLeaving] = useState(false)
  const leave = () => {
    setLeaving(true)
    void signOut()
  }
  const ask = async () => {
    const owner = session.status === 'in' ? session.subject : ''
    const waiting = await Promise.all(
      (['outbox', 'draft'] as const).map((shelf) => recallAll(owner, shelf).catch(() => [])),
    )
    const total = waiting.flat().length
    if (total === 0) return leave()
    setCount(total)
    dialog.current?.showModal()
  }
  return (
    <>
      <button type="button" className="button quiet wide" disabled={leaving} onClick={() => void ask()}>
        {t('signOut')}
      </button>
      <dialog ref={dialog} aria-labelledby="sign-out-title">
        <h2 id="sign-out-title">{t('pending', { count })}</h2>
        <p>{t('pendingLead')}</p>
        <div className="actions">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="button" className="button danger" onClick={leave}>
            {t('signOutAnyway')}
          </button>
        </div>
      </dialog>
    </>
  )
}
