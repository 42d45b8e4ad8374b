import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { signIn, useSession } from './session.ts'
import { Loading, Notice } from './states.tsx'

/** Lets the signed-in through and sends everybody else to the issuer, to come back to the same page. */
export function Gate() {
  const session = useSession()
  const { href } = useLocation()
  const { t } = useTranslation()
  const out = session.status === 'out'
  useEffect(() => {
    if (out) signIn(href).catch(() => undefined)
  }, [out, href])

  if (session.status === 'in') return <Outlet />
  if (session.status === 'out') return <Loading words={t('signingIn')} />
  return (
    <main id="main" className="page narrow">
      <Notice title={t('sessionEnded')} lead={t('sessionEndedLead')}>
        <button type="button" className="button" onClick={() => void signIn(href)}>
          {t('signInAgain')}
        </button>
      </Notice>
    </main>
  )
}
