import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ulid } from 'ulid'
import type { FormDocument } from '#forms/definition'
import type { HouseholdFile } from '../../functions/api/contract/index.ts'
import { usePlaces } from '../app/divisions.ts'
import { useDocument, useLiveRelease } from '../app/documents.ts'
import { useApi } from '../app/queries.ts'
import { Failed, Loading, Notice } from '../app/states.tsx'
import { draftId, recallDraft, recallOutgoing } from './draft.ts'
import { Filler } from './filler.tsx'
import { filePath } from './household.tsx'
import { useOwner } from './kept.ts'
import { useLists } from './lists.ts'
import { Recall } from './recall.tsx'
import { fillRoute } from './routes.ts'
import { Stopped } from './stopped.tsx'
import type { Draft, Outgoing } from './work.ts'

/** `fresh`: the id and the start of the work, should there be no draft yet. */
type Found = {
  readonly draft?: Draft
  readonly outgoing?: Outgoing
  readonly fresh: { readonly id: string; readonly startedAt: string }
}

/** Brings together what filling needs (household, form, draft) and hands it to the filler. */
export function Fill() {
  const { t } = useTranslation('field')
  const { city, household, form } = fillRoute.useParams()
  const search = fillRoute.useSearch()
  const owner = useOwner()
  const id = draftId({ city, household, form, ...search })
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let gone = false
    const fresh = { id: ulid(), startedAt: new Date().toISOString() }
    recallDraft(owner, id)
      .then(async (draft) => {
        const outgoing = draft && (await recallOutgoing(owner, draft.id))
        return { fresh, ...(draft ? { draft } : {}), ...(outgoing ? { outgoing } : {}) }
      })
      .catch(() => ({ fresh }))
      .then((next) => !gone && setFound(next))
    return () => {
      gone = true
    }
  }, [owner, id])

  const file = useApi<HouseholdFile>(filePath(city, household))
  const release = useLiveRelease(city)
  const sha = found && (found.draft?.formSha ?? release.data?.documents[`form:${form}`])
  const document = useDocument<FormDocument>(city, sha)

  const { profile } = usePlaces(city)
  const lists = useLists(city, found?.draft?.release ?? release.data?.n ?? 0, document.data?.definition)

  const failed = [file, release, document].find((query) => query.isError && query.data === undefined)
  if (failed)
    return (
      <Stopped city={city}>
        <Failed error={failed.error} retry={failed.refetch} />
      </Stopped>
    )
  if (found && release.data && !sha)
    return (
      <Stopped city={city}>
        <Notice title={t('fill.noForm')} lead={t('fill.noFormLead')} />
      </Stopped>
    )
  if (!found || !sha || !profile || !lists || !release.data || !file.data || !document.data)
    return <Loading />
  if (found.outgoing)
    return (
      <Recall
        owner={owner}
        outgoing={found.outgoing}
        done={(draft) => setFound({ fresh: found.fresh, draft })}
      />
    )
  const draft: Draft = found.draft ?? {
    ...found.fresh,
    ...{ city, household, form, case: search.case, answers: {}, savedAt: '' },
    ...{ head: file.data.head, title: document.data.title, formSha: sha, release: release.data.n },
    ...(search.person === undefined ? {} : { person: search.person }),
  }
  const visit = file.data.cases.find((one) => one.id === search.case)
  const person = file.data.people.find((one) => one.id === search.person)?.name.text
  return (
    <Filler
      key={draft.id}
      owner={owner}
      first={draft}
      form={document.data}
      live={release.data.n}
      demo={profile.demo}
      lists={lists}
      pair={[visit?.assignee, visit?.partner].filter((id) => id !== undefined)}
      {...(person ? { person } : {})}
    />
  )
}
