import { useQuery } from '@tanstack/react-query'
import type { Diff, Draft } from '../../../functions/api/contract/index.ts'
import { cityPath } from '../../app/client.ts'
import { apiQuery } from '../../app/queries.ts'

/** What the draft changes; asked anew whenever the draft is another one, since publishing goes by what was read. */
export function useDraftDiff(city: string, { base, rev }: Draft) {
  const path = cityPath(city, `releases/${base}/diff/draft`)
  return useQuery({ ...apiQuery<Diff>(path), queryKey: [path, `${rev}`] })
}
