import './catalogue.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ulid } from 'ulid'
import type { Notice as NoticeDocument, Objects } from '#forms/catalogue'
import { usePlaces } from '../../app/divisions.ts'
import { useLiveDocument } from '../../app/documents.ts'
import { failureOf, useMe } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { recallDrafts, recallOutbox } from '../draft.ts'
import { useOwner } from '../kept.ts'
import { may, within } from '../may.ts'
import { Recall } from '../recall.tsx'
import { isTaken } from '../refused.ts'
import type { NewHousehold, Registration } from '../registration.ts'
import { registerRoute } from '../routes.ts'
import { Stopped } from '../stopped.tsx'
import { todayHere } from '../when.ts'
import { isNewHousehold, isRegistration } from '../work.ts'
import { blankRegistration } from './household.ts'
import { groundOf } from './places.ts'
import { Registering } from './registering.tsx'

type Found = { readonly draft: Registration; readonly outgoing?: NewHousehold }

/** The draft that was asked for, else the last one that is neither on its way nor registered before, else a new one. */
const find = async (owner: string, city: string, asked: string | undefined): Promise<Found> => {
  const [drafts, outbox] = await Promise.all([recallDrafts(owner), recallOutbox(owner)])
  const arriving = outbox.map(({ value }) => value).filter(isNewHousehold)
  const outgoing = arriving.find(({ draft }) => draft.id === asked)
  if (outgoing) return { draft: outgoing.draft, outgoing }
  const open = drafts
    .map(({ value }) => value)
    .filter(isRegistration)
    .filter((one) => one.city === city && !arriving.some(({ draft }) => draft.id === one.id))
  const draft =
    asked === undefined
      ? open.findLast(({ refused }) => !isTaken(refused))
      : open.find(({ id }) => id === asked)
  return { draft: draft ?? blank(city) }
}

const blank = (city: string): Registration => blankRegistration(city, [ulid(), ulid()])

/** Brings together what registering needs (who may, where, the city's lists, a draft) and hands it on. */
export function Register() {
  const { t } = useTranslation('register')
  const { city } = registerRoute.useParams()
  const { draft: asked } = registerRoute.useSearch()
  const owner = useOwner()
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let gone = false
    find(owner, city, asked)
      .catch((): Found => ({ draft: blank(city) }))
      .then((next) => !gone && setFound(next))
    return () => {
      gone = true
    }
  }, [owner, city, asked])

  const me = useMe()
  const places = usePlaces(city)
  const { release, document: objects } = useLiveDocument<Objects>(city, 'objects')
  const { document: notice } = useLiveDocument<NoticeDocument>(city, 'notice')
  const today = todayHere()

  const failed = places.failed ?? failureOf(me, release, objects, notice)
  if (failed)
    return (
      <Stopped city={city}>
        <Failed {...failed} />
      </Stopped>
    )
  if (me.data && !may(me.data, city, 'household.create'))
    return (
      <Stopped city={city}>
        <Notice title={t('denied')} lead={t('deniedLead')} />
      </Stopped>
    )
  const told = release.data && (release.data.documents['notice'] === undefined || notice.data)
  if (!found || !me.data || !places.profile || !release.data || !objects.data || !told) return <Loading />
  const ground = groundOf(places.list, within(me.data, city, 'household.create'), today)
  if (ground.townships.length === 0)
    return (
      <Stopped city={city}>
        <Notice title={t('nowhere')} lead={t('nowhereLead')} />
      </Stopped>
    )
  if (found.outgoing)
    return <Recall owner={owner} outgoing={found.outgoing} done={(draft) => setFound({ draft })} />
  return (
    <Registering
      key={found.draft.id}
      owner={owner}
      first={found.draft}
      ground={ground}
      known={{ today, demo: places.profile.demo, objects: objects.data }}
      told={{ profile: places.profile, notice: notice.data }}
      release={release.data.n}
      afresh={() => setFound({ draft: blank(city) })}
    />
  )
}
