import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishSignIn, signIn } from './session.ts'
import { Loading, Notice } from './states.tsx'

// React's strict mode runs effects twice, and a code can be redeemed once only.
let finishing: Promise<string> | undefined

export function Callback() {
  const router = useRouter()
  const { t } = useTranslation()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    finishing ??= finishSignIn()
    finishing.then(
      // The whole address with its query; a route's `to` would take that for a part of the path.
      (to) => router.history.replace(to),
      () => setFailed(true),
    )
  }, [router])

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
