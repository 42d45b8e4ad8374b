import type { Role } from '../api/contract/index.ts'
import { type Action, reaches as grantsThatReach, inScope, type Subject } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import { ulidPattern } from '../shape.ts'
import type { Row, TenantStore } from '../store/index.ts'
import type { HeadRow } from './household.ts'

/** A job carries no role: what it may do is what its code does. */
export const isService = (store: TenantStore): boolean => store.tenant.member.startsWith('service:')

/** Whether the store's tenant may do this here. */
export const reaches = (store: TenantStore, action: Action, place: Subject): boolean =>
  isService(store) || inScope(store.tenant, action, place)

/** The roles in which the store's tenant may do this here. */
export const rolesHere = (store: TenantStore, action: Action, place: Subject): readonly Role[] =>
  grantsThatReach(store.tenant, action, place).map(({ grant }) => grant.role)

/** What is out of scope looks exactly as what does not exist. */
export const notFound = (what = '这户家庭'): Refused =>
  new Refused('not-found', `没有找到${what}，或者不在您的工作范围内，请核对后重试。`)

/** The head, if the caller may reach it; else `not-found`. `also` are members who work there by another row's word. */
export const within = (
  store: TenantStore,
  action: Action,
  head: Row<HeadRow> | undefined,
  also: readonly string[] = [],
): Row<HeadRow> => {
  if (!head) throw notFound()
  const { path, providers, assignees } = head.card
  if (!reaches(store, action, { path, providers, assignees: [...assignees, ...also] })) throw notFound()
  return head
}

/** An id out of an address; what cannot be one is not there, and is not looked up. */
export const idIn = (address: string): string => {
  if (!ulidPattern.test(address)) throw notFound('这个地址对应的资料')
  return address
}
