import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Mark } from './icons.tsx'
import { useMe } from './queries.ts'
import { doorPath, doors } from './rooms.ts'
import { signIn, useSession } from './session.ts'
import { SignOut } from './sign-out.tsx'
import { Failed, Loading, Notice } from './states.tsx'

export function Home() {
  const session = useSession()
  return session.status === 'in' ? <Doors name={session.name} /> : <Welcome />
}

function Welcome() {
  const { t } = useTranslation()
  return (
    <main id="main" className="welcome">
      <Mark />
      <h1>{t('product')}</h1>
      <p className="tagline">{t('tagline')}</p>
      <p>{t('signInLead')}</p>
      <button type="button" className="button wide" onClick={() => void signIn('/')}>
        {t('signIn')}
      </button>
    </main>
  )
}

function Doors({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Loading />
  const open = me.data ? doors(me.data) : []
  const only = open.length === 1 ? open[0] : undefined
  if (only) return <Navigate to={doorPath(only)} replace />
  return (
    <main id="main" className="page narrow">
      <header className="page-head">
        <p className="muted">{`${t('signedInAs')}：${name}`}</p>
        <h1>{open.length > 1 ? t('choose') : t('product')}</h1>
        {open.length > 1 && <p>{t('chooseLead')}</p>}
      </header>
      {me.isError && <Failed error={me.error} retry={me.refetch} />}
      {me.data && open.length === 0 && <NoRoom provider={hasProvider(me.data.memberships)} />}
      <ul className="cards">
        {open.map((door) => (
          <li key={doorPath(door)}>
            <Link className="card link" to={doorPath(door)}>
              <span className="over">{door.place}</span>
              <strong>{t(`rooms.${door.room}`)}</strong>
              <span>{t(`roomLeads.${door.room}`)}</span>
              <span className="muted">{door.roles.map((role) => t(`roles.${role}`)).join('、')}</span>
            </Link>
          </li>
        ))}
      </ul>
      <SignOut />
    </main>
  )
}

const hasProvider = (memberships: readonly { readonly roles: readonly { readonly role: string }[] }[]) =>
  memberships.some((membership) => membership.roles.some(({ role }) => role === 'provider'))

function NoRoom({ provider }: { readonly provider: boolean }) {
  const { t } = useTranslation()
  return <Notice title={t('noRoom')} lead={provider ? t('providerLater') : t('noRoomLead')} />
}
