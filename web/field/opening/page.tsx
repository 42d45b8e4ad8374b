import './catalogue.ts'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ulid } from 'ulid'
import type { Programmes } from '#forms/catalogue'
import type { HouseholdFile } from '../../../functions/api/contract/index.ts'
import { usePlaces } from '../../app/divisions.ts'
import { useLiveDocument } from '../../app/documents.ts'
import { failureOf, useApi, useMe } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { filePath } from '../household.tsx'
import { may } from '../may.ts'
import { openingRoute } from '../routes.ts'
import { Stopped } from '../stopped.tsx'
import { todayHere } from '../when.ts'
import { isOver } from './case.ts'
import { OpenCase } from './open.tsx'

/** Brings together what opening a case needs, and says why where it cannot be. */
export function Opening() {
  const { t } = useTranslation('opening')
  const { city, household } = openingRoute.useParams()
  const { case: id } = openingRoute.useSearch()
  const navigate = useNavigate()
  useEffect(() => {
    if (id === undefined)
      void navigate({
        to: '/field/$city/households/$household/open',
        params: { city, household },
        search: { case: ulid() },
        replace: true,
      })
  }, [id, navigate, city, household])
  const me = useMe()
  const file = useApi<HouseholdFile>(filePath(city, household))
  const places = usePlaces(city)
  const { document: programmes } = useLiveDocument<Programmes>(city, 'programmes')
  const failed = places.failed ?? failureOf(me, file, programmes)
  if (failed)
    return (
      <Stopped city={city}>
        <Failed {...failed} />
      </Stopped>
    )
  if (!id || !me.data || !file.data || !places.profile || !programmes.data) return <Loading />
  const stop = (title: string, lead: string) => (
    <Stopped city={city}>
      <Notice title={title} lead={lead} />
    </Stopped>
  )
  const standing = file.data.cases.some((one) => one.id === id)
  if (!standing && !may(me.data, city, 'case.open', file.data.path)) return stop(t('denied'), t('deniedLead'))
  if (!standing && !file.data.open) return stop(t('closed'), t('closedLead'))
  const open = programmes.data.programmes.filter((one) => !isOver(one, todayHere()))
  if (open.length === 0) return stop(t('none'), t('noneLead'))
  return (
    <OpenCase
      key={id}
      city={city}
      id={id}
      file={file.data}
      profile={places.profile}
      programmes={programmes.data.programmes}
    />
  )
}
