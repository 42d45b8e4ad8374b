import { useMutation, useQuery } from '@tanstack/react-query'
import type {
  InvitationCard,
  InvitationLink,
  InviteRequest,
  MemberCard,
  Page,
  ProviderCard,
} from '../../../functions/api/contract/index.ts'
import { cityPath, get, send } from '../../app/client.ts'
import { queries, useMe } from '../../app/queries.ts'

const membersPath = (city: string) => cityPath(city, 'members')
const invitationsPath = (city: string) => cityPath(city, 'members/invitations')
const providersPath = (city: string) => cityPath(city, 'providers')
const memberPath = (city: string, id: string) => cityPath(city, `members/${id}`)

/** Past this a list is no list any more: 50 pages of 200. */
const mostPages = 50

/** Every page of a list, in one. */
const all = async <T>(path: string, signal: AbortSignal): Promise<readonly T[]> => {
  const items: T[] = []
  let after = ''
  for (let page = 0; page < mostPages; page += 1) {
    const { items: some, next } = await get<Page<T>>(`${path}?limit=200${after}`, signal)
    items.push(...some)
    if (next === undefined) break
    after = `&after=${encodeURIComponent(next)}`
  }
  return items
}

const useAll = <T>(path: string, enabled = true) =>
  useQuery({ queryKey: [path], queryFn: ({ signal }) => all<T>(path, signal), enabled })

export const useMembers = (city: string) => useAll<MemberCard>(membersPath(city))
export const useInvitations = (city: string, enabled: boolean) =>
  useAll<InvitationCard>(invitationsPath(city), enabled)

/** The city's providers (承接机构), by whose ids grants name them. */
export const useProviders = (city: string) => useAll<ProviderCard>(providersPath(city))

/** Who may change members, and who may only see them. */
export function useMayInvite(city: string): boolean {
  const roles = useMe().data?.memberships.find(({ code }) => code === city)?.roles
  return roles?.some(({ role }) => role === 'admin') ?? false
}

/** Members, invitations and the record of acts, all anew. */
const renew = (city: string) =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' &&
      (path.startsWith(membersPath(city)) ||
        path.startsWith(providersPath(city)) ||
        path.startsWith(cityPath(city, 'audit'))),
  })

export const useChangeMember = (city: string) =>
  useMutation({
    mutationFn: async ({ id, rev, name, roles }: MemberCard) =>
      (await send<MemberCard>('PUT', memberPath(city, id), { name, roles }, { rev })).body,
    onSettled: () => renew(city),
  })

export const useRemoveMember = (city: string) =>
  useMutation({
    mutationFn: ({ id, rev }: MemberCard) => send('DELETE', memberPath(city, id), undefined, { rev }),
    onSettled: () => renew(city),
  })

/** The member as they stand now, past the cache. */
export const freshMember = (city: string, id: string): Promise<MemberCard> =>
  get<MemberCard>(memberPath(city, id))

export const useInvite = (city: string) =>
  useMutation({
    mutationFn: async (asked: InviteRequest) =>
      (await send<InvitationLink>('POST', invitationsPath(city), asked)).body,
    onSuccess: () => renew(city),
    // The answer holds a secret: it lives as long as the drawer that shows it.
    gcTime: 0,
  })

export const useRevoke = (city: string) =>
  useMutation({
    mutationFn: ({ id, rev }: InvitationCard) =>
      send('DELETE', `${invitationsPath(city)}/${id}`, undefined, { rev }),
    onSettled: () => renew(city),
  })

export const useWriteProvider = (city: string) =>
  useMutation({
    mutationFn: async ({ id, rev, ...provider }: ProviderCard) =>
      (await send<ProviderCard>('PUT', `${providersPath(city)}/${id}`, provider, { rev })).body,
    onSettled: () => renew(city),
  })
