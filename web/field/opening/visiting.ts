import { useQueries } from '@tanstack/react-query'
import type { Profile } from '#forms/catalogue'
import type { FormDocument } from '#forms/definition'
import type { MemberCard, Page } from '../../../functions/api/contract/index.ts'
import { cityPath } from '../../app/client.ts'
import { documentQuery, useLiveRelease } from '../../app/documents.ts'
import { useApi } from '../../app/queries.ts'
import { useMemberId } from '../self.ts'
import { todayHere } from '../when.ts'
import { usualDue } from './pair.ts'
import { visitorsAt } from './visitors.ts'

/** What there is to know for naming who visits. */
export type Visiting = {
  readonly visitors: readonly MemberCard[]
  /** Of every form of the visit that takes two people, which roles make a pair. */
  readonly teams: readonly NonNullable<FormDocument['team']>[]
  /** The reader's own member id. */
  readonly me: string
  /** Local dates: today, and the day that holds where none is named. */
  readonly today: string
  readonly due: string
}

/** The forms that a visit asks for. */
const visitForms = ['visit', 'self-care']

/**
 * @param path the household's [county, township, village]
 * @param forms keys of the programme's forms
 */
export function useVisiting(
  city: string,
  path: readonly string[] | undefined,
  forms: readonly string[] | undefined,
  profile: Profile | undefined,
): { readonly visiting: Visiting | undefined; readonly failed: Error | undefined } {
  const me = useMemberId()
  const members = useApi<Page<MemberCard>>(`${cityPath(city, 'members')}?limit=200`)
  const release = useLiveRelease(city)
  const shas = visitForms
    .filter((form) => forms?.includes(form))
    .map((form) => release.data?.documents[`form:${form}`] ?? '')
    .filter((sha) => sha !== '')
  const documents = useQueries({ queries: shas.map((sha) => documentQuery<FormDocument>(city, sha)) })
  const failed = [members, release, ...documents].find(({ isError, data }) => isError && !data)?.error
  if (!me || !path || !profile || !members.data || documents.some(({ data }) => !data))
    return { visiting: undefined, failed: failed ?? undefined }
  const today = todayHere()
  return {
    failed: undefined,
    visiting: {
      visitors: visitorsAt(members.data.items, path),
      teams: documents.flatMap(({ data }) => (data?.team ? [data.team] : [])),
      ...{ me, today, due: usualDue(profile.stages, today) },
    },
  }
}
