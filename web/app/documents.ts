import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Release } from '../../functions/api/contract/index.ts'
import { cityPath, get } from './client.ts'
import { useApi } from './queries.ts'

/** A document by its hash never changes, so it is fetched once. */
export const documentQuery = <T>(city: string, sha: string) =>
  queryOptions({
    queryKey: ['document', city, sha],
    queryFn: ({ signal }) => get<T>(cityPath(city, `documents/${sha}`), signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: sha !== '',
  })

export const useDocument = <T>(city: string, sha: string | undefined) =>
  useQuery(documentQuery<T>(city, sha ?? ''))

export const useLiveRelease = (city: string) => useApi<Release>(cityPath(city, 'releases/live'))

/** One document of the release in use, e.g. `profile`. */
export function useLiveDocument<T>(city: string, key: string) {
  const release = useLiveRelease(city)
  const document = useDocument<T>(city, release.data?.documents[key])
  return { release, document }
}
