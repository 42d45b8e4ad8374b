import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import type { CheckReport, Draft, DraftBody } from '../../functions/api/contract/index.ts'
import { cityPath, get, send } from '../app/client.ts'
import { apiQuery, queries, useMe } from '../app/queries.ts'

const draftPath = (city: string) => cityPath(city, 'draft')
const bodyPath = (city: string, key: string) => cityPath(city, `draft/${encodeURIComponent(key)}`)

/** Whether this member drafts at all: a township or an auditor reads the release in use instead. */
export function useMayDraft(city: string): boolean | undefined {
  const me = useMe()
  const roles = me.data?.memberships.find(({ code }) => code === city)?.roles
  return me.data && Boolean(roles?.some(({ role }) => role === 'admin' || role === 'county.admin'))
}

/** Publishing, adopting and restoring are the city's own. */
export function useMayPublish(city: string): boolean {
  const roles = useMe().data?.memberships.find(({ code }) => code === city)?.roles
  return roles?.some(({ role }) => role === 'admin') ?? false
}

/**
 * The divisions whose prices a county administrator may change; `undefined` for whoever drafts for the whole city.
 * Nobody's own when the grant names none, as the server has it.
 */
export function useOwnDivisions(city: string): readonly string[] | undefined {
  const roles = useMe().data?.memberships.find(({ code }) => code === city)?.roles ?? []
  if (roles.some(({ role }) => role === 'admin')) return undefined
  return roles.flatMap(({ role, divisions = [] }) => (role === 'county.admin' ? divisions : []))
}

export const useDraft = (city: string, enabled = true) =>
  useQuery({ ...apiQuery<Draft>(draftPath(city)), enabled })

const bodyQuery = (city: string, key: string) =>
  queryOptions({
    queryKey: [bodyPath(city, key)],
    queryFn: ({ signal }) => get<DraftBody>(bodyPath(city, key), signal),
    // What somebody is editing must not change under their hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const useDraftBody = (city: string, key: string, enabled = true) =>
  useQuery({ ...bodyQuery(city, key), enabled })

/** The newest text of a document, past the cache. */
export const freshBody = (city: string, key: string): Promise<DraftBody> =>
  queries.fetchQuery({ ...bodyQuery(city, key), staleTime: 0 })

const renew = (city: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: [draftPath(city)] }),
    queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        typeof path === 'string' && path.startsWith(cityPath(city, 'releases')),
    }),
  ])

export const useSave = (city: string, key: string) =>
  useMutation({
    mutationFn: async ({ document, rev }: { readonly document: unknown; readonly rev: number }) =>
      (await send<DraftBody>('PUT', bodyPath(city, key), document, { rev })).body,
    // The lists are renewed on their own: who saved knows the new revision at once.
    onSuccess: (body) => {
      queries.setQueryData([bodyPath(city, key)], body)
      void renew(city)
    },
  })

export const useDiscard = (city: string, key: string) =>
  useMutation({
    mutationFn: ({ rev }: { readonly rev: number }) =>
      send('DELETE', bodyPath(city, key), undefined, { rev }),
    onSuccess: () => renew(city),
  })

/** Runs the check of the whole draft; the answer is kept until the draft changes. */
export const useCheck = (city: string, rev: number | undefined) =>
  useQuery({
    queryKey: ['check', city, rev],
    queryFn: async () => (await send<CheckReport>('POST', cityPath(city, 'draft/check'), {})).body,
    enabled: rev !== undefined,
  })

export { renew as renewConfiguration }
