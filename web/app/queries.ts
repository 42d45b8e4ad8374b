import { QueryClient, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Me } from '../../functions/api/contract/index.ts'
import { get } from './client.ts'
import { isProblem } from './problem.ts'

/** Only what may go better the second time is tried again; a refusal is shown at once. */
const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && isProblem(error) && (error.problem.code === 'busy' || error.problem.code === 'internal')

export const queries = new QueryClient({
  defaultOptions: {
    // Without a network a query must fail into its designed offline state, not wait in silence.
    queries: { networkMode: 'always', retry: worthRetrying, staleTime: 15_000, retryDelay: 600 },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** A read of one API path; the path is the cache key, so `queries.invalidateQueries({ queryKey: [path] })` renews it. */
export const apiQuery = <T>(path: string) =>
  queryOptions({ queryKey: [path], queryFn: ({ signal }) => get<T>(path, signal) })

export const useApi = <T>(path: string) => useQuery(apiQuery<T>(path))

export const meQuery = queryOptions({ ...apiQuery<Me>('/api/me'), staleTime: 300_000 })
export const useMe = () => useQuery(meQuery)

/** Why something that a page needs could not be read, and how it is asked for again. */
export type Failure = { readonly error: Error; readonly retry: () => unknown }

/** The first of these reads that failed and has nothing older to show. */
export const failureOf = (...reads: readonly UseQueryResult[]): Failure | undefined => {
  const broken = reads.find(({ isError, data }) => isError && data === undefined)
  return broken?.error ? { error: broken.error, retry: broken.refetch } : undefined
}
