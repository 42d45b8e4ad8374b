import type { MemberCard, Page } from '../../../functions/api/contract/index.ts'
import { cityPath } from '../../app/client.ts'
import { useApi } from '../../app/queries.ts'

/** Names of the city's members by their ids; undefined for who is none any more, or while the names are on their way. */
export function useMemberNames(city: string): (id: string | undefined) => string | undefined {
  const members = useApi<Page<MemberCard>>(`${cityPath(city, 'members')}?limit=200`)
  return (id) => members.data?.items.find((one) => one.id === id)?.name
}
