import './catalogue.ts'
import './field.css'
import './lists.css'
import './record.css'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '../app/divisions.ts'
import { HouseIcon, Mark, OutboxIcon, PersonIcon, TodayIcon } from '../app/icons.tsx'
import { useKept, useOwner } from './kept.ts'
import { sendAll } from './outbox.ts'
import { fieldRoute } from './routes.ts'

/** How often waiting records are tried again while the page is open, ms. */
const AGAIN = 60_000

/** Once the first screen stands, the rest of the room comes too, so that no page is missing where the network is. */
const fetchRoom = () =>
  Promise.all([
    import('./household.tsx'),
    import('./households.tsx'),
    import('./fill.tsx'),
    import('./record.tsx'),
    import('./outbox-page.tsx'),
    import('./me.tsx'),
    import('./register/page.tsx'),
    import('./opening/page.tsx'),
    import('./change/page.tsx'),
  ])

/** The worker's client; while it is open, waiting records are sent as soon as there is a network. */
export function Field() {
  const owner = useOwner()
  useEffect(() => {
    const again = () => void sendAll(owner).catch(() => undefined)
    again()
    const later = setTimeout(() => void fetchRoom().catch(() => undefined), 1_000)
    const timer = setInterval(again, AGAIN)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      clearTimeout(later)
      window.removeEventListener('online', again)
    }
  }, [owner])
  return <Outlet />
}

/** The four tabs: at the thumb on a phone, at the top on a wide screen. */
export function Tabs() {
  const { t } = useTranslation('field')
  const { city } = fieldRoute.useParams()
  const { profile } = usePlaces(city)
  const kept = useKept(city)
  const waiting = kept ? [...kept.outbox, ...kept.arriving] : []
  const wrong = kept ? [...kept.drafts, ...kept.registrations].filter(({ refused }) => refused) : []
  const count = waiting.length + wrong.length
  return (
    <div className="field">
      <header className="brand no-print">
        <Mark />
        <strong>{t('product', { ns: 'app' })}</strong>
        <span className="muted">{profile?.shortName ?? profile?.name}</span>
        {profile?.demo && <span className="tag">{t('demo', { ns: 'app' })}</span>}
      </header>
      <nav className="tabs" aria-label={t('tabs.label')}>
        <Link to="/field/$city" params={{ city }} activeOptions={{ exact: true }}>
          <TodayIcon />
          {t('tabs.today')}
        </Link>
        <Link to="/field/$city/households" params={{ city }}>
          <HouseIcon />
          {t('tabs.households')}
        </Link>
        <Link to="/field/$city/outbox" params={{ city }}>
          <OutboxIcon />
          {t('tabs.outbox')}
          {count > 0 && <span className="badge">{count}</span>}
        </Link>
        <Link to="/field/$city/me" params={{ city }}>
          <PersonIcon />
          {t('tabs.me')}
        </Link>
      </nav>
      <main id="main" className="field-main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
