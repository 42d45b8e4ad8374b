import './invitation.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation, InvitationHolder, Joined, RoleGrant } from '../../functions/api/contract/index.ts'
import { send } from './client.ts'
import { addCatalogue } from './i18n.ts'
import { Mark } from './icons.tsx'
import { invitation as zh } from './invitation.zh.ts'
import { dropInvitation, takeInvitation } from './invitation-link.ts'
import { isProblem } from './problem.ts'
import { meQuery, queries, useMe } from './queries.ts'
import { doorPath, doors } from './rooms.ts'
import { signIn, useSession } from './session.ts'
import { Failed, Loading, Notice } from './states.tsx'
import { useTitle } from './title.ts'

declare module './i18n.ts' {
  interface Catalogues {
    invitation: typeof zh
  }
}
addCatalogue('invitation', zh)

const page = '/invitation'

/** What somebody is invited to, told before they sign in, and accepting it. */
export function InvitationPage() {
  const { t } = useTranslation('invitation')
  const [{ holder, visit }, setVisit] = useState(() => ({ holder: takeInvitation(), visit: 0 }))
  const [joined, setJoined] = useState<string>()
  useTitle(t('title'))
  useEffect(() => {
    // Another link that is opened on this page changes the fragment alone, and nothing is loaded anew.
    const again = () => {
      if (window.location.hash === '') return
      setVisit(({ visit }) => ({ holder: takeInvitation(), visit: visit + 1 }))
      setJoined(undefined)
    }
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  return (
    <main id="main" className="welcome invitation">
      <Mark />
      {joined !== undefined ? (
        <Opening city={joined} />
      ) : holder ? (
        <Told key={visit} visit={visit} holder={holder} joined={setJoined} />
      ) : (
        <Notice title={t('incomplete')} lead={t('incompleteLead')} />
      )}
    </main>
  )
}

type AcceptProps = { readonly holder: InvitationHolder; readonly joined: (city: string) => void }

function Told({ holder, joined, visit }: AcceptProps & { readonly visit: number }) {
  const { t } = useTranslation('invitation')
  const told = useQuery({
    // The secret is no part of any name that could be shown.
    queryKey: ['invitation', visit],
    queryFn: async () => (await send<Invitation>('POST', '/api/invitations/look', holder)).body,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (told.isPending) return <Loading />
  if (told.isError)
    return isProblem(told.error) && told.error.problem.code === 'not-found' ? (
      <Notice title={t('unusable')} lead={told.error.problem.detail}>
        <Link className="button quiet" to="/">
          {t('home')}
        </Link>
      </Notice>
    ) : (
      <Failed error={told.error} retry={told.refetch} />
    )
  const { cityName, by, name, roles, divisions, expires } = told.data
  return (
    <>
      <h1>{t('heading', { city: cityName })}</h1>
      <p>{t('lead', { by, city: cityName })}</p>
      <dl className="invitation-facts">
        <dt>{t('name')}</dt>
        <dd>{name}</dd>
        <dt>{t('roles')}</dt>
        <dd>
          <ul>
            {roles.map((grant) => (
              <li key={JSON.stringify(grant)}>
                <Grant grant={grant} divisions={divisions} />
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t('until')}</dt>
        <dd>{day.format(new Date(expires))}</dd>
      </dl>
      <Accept holder={holder} joined={joined} />
    </>
  )
}

type GrantProps = { readonly grant: RoleGrant; readonly divisions: Invitation['divisions'] }

function Grant({ grant, divisions }: GrantProps) {
  const { t } = useTranslation('invitation')
  const { t: shell } = useTranslation('app')
  const { role, provider } = grant
  const where = grant.divisions?.map((code) => divisions[code] ?? code).join('、') ?? t('whole')
  return (
    <>
      <strong>{shell(`roles.${role}`)}</strong>
      <span className="muted">
        {provider === undefined ? where : t('provider', { provider: divisions[provider] ?? provider })}
      </span>
    </>
  )
}

const day = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
})

function Accept({ holder, joined }: AcceptProps) {
  const { t } = useTranslation('invitation')
  const session = useSession()
  const accept = useMutation({
    mutationFn: async () => (await send<Joined>('POST', '/api/invitations/accept', holder)).body,
    onSuccess: ({ city }) => {
      dropInvitation()
      joined(city)
    },
  })
  if (session.status !== 'in')
    return (
      <>
        <p className="muted">{t('signInLead')}</p>
        <button type="button" className="button wide" onClick={() => void signIn(page)}>
          {t('signIn')}
        </button>
      </>
    )
  return (
    <>
      <p className="muted">{t('signedInAs', { name: session.name })}</p>
      {accept.isError && (
        <p className="invitation-refused" role="alert">
          {accept.error.message}
        </p>
      )}
      <button
        type="button"
        className="button wide"
        disabled={accept.isPending}
        onClick={() => accept.mutate()}
      >
        {accept.isPending ? t('accepting') : t('accept')}
      </button>
      <p className="muted">{t('notYou')}</p>
    </>
  )
}

/** How often and how long the person's own list is asked for; it follows the membership within moments. */
const every = 700
const patience = 40

/** The membership stands; the list of places follows, and then the way in. */
function Opening({ city }: { readonly city: string }) {
  const { t } = useTranslation('invitation')
  const router = useRouter()
  const me = useMe()
  const [asked, setAsked] = useState(0)
  const door = me.data && doors(me.data).find(({ code }) => code === city)
  const listed = me.data?.memberships.some(({ code }) => code === city) ?? false
  useEffect(() => {
    if (listed || asked >= patience) return
    const timer = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: meQuery.queryKey }).then(() => setAsked((n) => n + 1))
    }, every)
    return () => clearTimeout(timer)
  }, [listed, asked])
  if (!listed && asked < patience) return <Loading words={t('opening')} />
  return (
    <>
      <h1>{t('joined')}</h1>
      <p>{listed ? t('joinedLead') : t('later')}</p>
      <button
        type="button"
        className="button wide"
        onClick={() => void router.navigate({ to: door ? doorPath(door) : '/' })}
      >
        {t('enter')}
      </button>
    </>
  )
}
