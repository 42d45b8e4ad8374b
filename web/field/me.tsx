import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '../app/divisions.ts'
import { useMe } from '../app/queries.ts'
import { doors } from '../app/rooms.ts'
import { SignOut } from '../app/sign-out.tsx'
import { Switches } from '../app/switches.tsx'
import { useTitle } from '../app/title.ts'
import { fieldRoute } from './routes.ts'

export function Me() {
  const { t } = useTranslation('field')
  const { t: shell } = useTranslation('app')
  const { city } = fieldRoute.useParams()
  useTitle(t('me.title'))
  const me = useMe()
  const places = usePlaces(city)
  const membership = me.data?.memberships.find(({ code }) => code === city)
  const several = me.data ? doors(me.data).length > 1 : false
  return (
    <>
      <header className="page-head">
        <h1>{t('me.title')}</h1>
      </header>
      <section className="card">
        <h2>{me.data?.name}</h2>
        <dl className="facts roles">
          {membership?.roles.map((grant) => (
            <div key={`${grant.role}-${grant.divisions?.join() ?? ''}`}>
              <dt>{shell(`roles.${grant.role}`)}</dt>
              <dd>{grant.divisions?.map(places.name).join('、') ?? `${membership.name}${shell('whole')}`}</dd>
            </div>
          ))}
        </dl>
        {several && (
          <Link className="button quiet" to="/">
            {shell('switch')}
          </Link>
        )}
      </section>
      <section className="stack">
        <h2>{t('me.display')}</h2>
        <Switches />
      </section>
      <SignOut />
    </>
  )
}
