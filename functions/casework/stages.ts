import { type Profile, type State, stateKeys } from '#forms/catalogue'
import type { CaseAction, Role } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'

/**
 * The states of a case. Their keys, names and order stand in the city's `profile` (S2 三, 工作流程):
 *
 *   待受理 ─accept→ 待入户 ─assess→ 待审核 ─decide→ 已确认 ─refer→ 已转介 ─start→ 服务中
 *                    ←────return────┘   └────────→ 不予确认
 *   已确认, 已转介, 服务中 ─stop→ 已停止;   不予确认, 已停止, 服务中 ─close→ 已结案
 */
export type Stage = State['key']
export type ActionName = CaseAction['action']

type Move = {
  readonly from: readonly Stage[]
  /** Where the case stands afterwards; absent = it stays. `decide` may also lead to `refused`. */
  readonly to?: Stage
  readonly roles: readonly Role[]
}

/** Who may move what, where the city's own procedure says nothing else. `assess` is for the pair who visited. */
export const moves: { readonly [action in ActionName]: Move } = {
  accept: { from: ['awaiting-registration'], to: 'awaiting-visit', roles: ['township'] },
  assign: { from: ['awaiting-visit', 'awaiting-review'], roles: ['township'] },
  assess: { from: ['awaiting-visit'], to: 'awaiting-review', roles: ['township', 'worker', 'village'] },
  return: { from: ['awaiting-review'], to: 'awaiting-visit', roles: ['township'] },
  decide: { from: ['awaiting-review'], to: 'confirmed', roles: ['township'] },
  refer: { from: ['confirmed'], to: 'referred', roles: ['township', 'county.admin'] },
  start: { from: ['referred'], to: 'in-service', roles: ['township', 'provider'] },
  stop: { from: ['confirmed', 'referred', 'in-service'], to: 'stopped', roles: ['township'] },
  close: { from: ['refused', 'in-service', 'stopped'], to: 'closed', roles: ['township'] },
}

/** Offices that may decide at all; whoever visits or delivers never decides on it. */
const offices: readonly Role[] = ['township', 'county.admin']

/**
 * Who takes this action in a city. The decision is taken by whom its procedure names for the stage that leads to
 * 已确认: the township (S2-06), the district (S0-26). A stage that names none of the offices leaves it to the township.
 * Who decides may also return the case.
 */
export const rolesFor = (action: ActionName, stages: Profile['stages']): readonly Role[] => {
  const { roles } = moves[action]
  if (action !== 'decide' && action !== 'return') return roles
  const named = stages
    .filter(({ leadsTo }) => leadsTo.includes('confirmed'))
    .flatMap(({ actors }) => offices.filter((office) => actors.includes(office)))
  const deciding = named.length > 0 ? named : roles
  return action === 'decide' ? deciding : [...roles, ...deciding]
}

export const actionNames = Object.keys(moves) as readonly ActionName[]

/** Where the pair of investigators works, and where later forms (needs, decision, a re-assessment) are added. */
export const assessable: readonly string[] = [
  'awaiting-visit',
  'awaiting-review',
  'confirmed',
  'referred',
  'in-service',
  'changing',
] satisfies readonly Stage[]

/** Nobody works on the case any more. */
export const ended: readonly string[] = ['refused', 'stopped', 'closed'] satisfies readonly Stage[]

/** A state out of an address, or `not-found`. */
export const stageIn = (address: string): Stage => {
  const found = stateKeys.find((key) => key === address)
  if (found) return found
  throw new Refused('not-found', '没有这种案件状态，请从列表中重新选择。')
}

/** The actions that these roles may take in a state, in the order of the work. */
export const actionsAt = (
  stage: string,
  roles: readonly Role[],
  stages: Profile['stages'],
): readonly ActionName[] =>
  actionNames.filter(
    (name) =>
      moves[name].from.some((from) => from === stage) &&
      rolesFor(name, stages).some((role) => roles.includes(role)),
  )
