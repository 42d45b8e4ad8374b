import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type {
  CatalogueComparison,
  FeeComparison,
  FormComparison,
  IndicatorComparison,
} from '../../functions/api/contract/index.ts'
import { provincePath } from '../app/client.ts'
import { apiQuery, useMe } from '../app/queries.ts'
import { oversightRoute } from './routes.ts'

/** Each kind of comparison and what the province reads of it. */
export type Comparisons = {
  readonly fees: FeeComparison
  readonly catalogue: CatalogueComparison
  readonly forms: FormComparison
  readonly indicators: IndicatorComparison
}

/** One comparison of this province. While another day is fetched the former one stays on the page. */
export function useComparison<K extends keyof Comparisons>(kind: K, on?: string) {
  const { province } = oversightRoute.useParams()
  const day = on === undefined ? '' : `?${new URLSearchParams({ on })}`
  const path = provincePath(province, `comparison/${kind}${day}`)
  return useQuery({ ...apiQuery<Comparisons[K]>(path), placeholderData: keepPreviousData })
}

/** Name of the province as the office's membership has it; its code until that is known. */
export function useProvinceName(): string {
  const { province } = oversightRoute.useParams()
  return useMe().data?.memberships.find(({ code }) => code === province)?.name ?? province
}
