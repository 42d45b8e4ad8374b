import { type State, stateKeys } from '#forms/catalogue'
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

/** Who may move what. `assess` is for the pair who visited; the decision is the township's alone. */
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
export const actionsAt = (stage: string, roles: readonly Role[]): readonly ActionName[] =>
  actionNames.filter(
    (name) =>
      moves[name].from.some((from) => from === stage) &&
      moves[name].roles.some((role) => roles.includes(role)),
  )
