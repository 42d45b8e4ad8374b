import './catalogue.ts'
import { useTranslation } from 'react-i18next'
import type { Objects } from '#forms/catalogue'
import type { HouseholdFile } from '../../../functions/api/contract/index.ts'
import { usePlaces } from '../../app/divisions.ts'
import { useLiveDocument } from '../../app/documents.ts'
import { failureOf, useApi, useMe } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { filePath } from '../household.tsx'
import { may } from '../may.ts'
import { changeRoute } from '../routes.ts'
import { Stopped } from '../stopped.tsx'
import { todayHere } from '../when.ts'
import { Changing } from './changing.tsx'

/** Brings together what changing a file needs. */
export function Change() {
  const { t } = useTranslation('change')
  const { city, household } = changeRoute.useParams()
  const me = useMe()
  const file = useApi<HouseholdFile>(filePath(city, household))
  const places = usePlaces(city)
  const { document: objects } = useLiveDocument<Objects>(city, 'objects')
  const failed = places.failed ?? failureOf(me, file, objects)
  if (failed)
    return (
      <Stopped city={city}>
        <Failed {...failed} />
      </Stopped>
    )
  if (!me.data || !file.data || !places.profile || !objects.data) return <Loading />
  if (!may(me.data, city, 'household.change', file.data.path))
    return (
      <Stopped city={city}>
        <Notice title={t('denied')} lead={t('deniedLead')} />
      </Stopped>
    )
  return (
    <Changing
      city={city}
      file={file.data}
      readAgain={async () => {
        await file.refetch()
      }}
      known={{ today: todayHere(), demo: places.profile.demo, objects: objects.data }}
    />
  )
}
