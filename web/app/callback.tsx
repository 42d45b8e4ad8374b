import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishSignIn, signIn } from './session.ts'
import { Loading, Notice } from './states.tsx'

// React's strict mode runs effects twice, and a code can be redeemed once only.
let finishing: Promise<string> | undefined

export function Callback() {
  const navigate = useNavigate()
  const { t } = useTranslation()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    finishing ??= finishSignIn()
    finishing.then(
      (to) => navigate({ to, replace: true }),
      () => setFailed(true),
    )
  }, [navigate])

  if (!failed) return <Loading words={t('signingIn')} />
  return (
    <main id="main" className="page narrow">
      <Notice title={t('signInFailed')} lead={t('signInFailedLead')}>
        <button type="button" className="button" onClick={() => void signIn('/')}>
          {t('signInAgain')}
        </button>
      </Notice>
    </main>
  )
}
