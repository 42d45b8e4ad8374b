import type { MemberCard } from '../../functions/api/contract/index.ts'

type Team = readonly (readonly string[])[]

/** Whether these two, each with any of their roles, are a pair that the form allows. Order does not matter. */
export const isPair = (team: Team, a: readonly string[], b: readonly string[]): boolean =>
  team.some(
    ([one = '', two = '']) => (a.includes(one) && b.includes(two)) || (a.includes(two) && b.includes(one)),
  )

/** Colleagues who may go along with `me` under the form's team rule; never oneself. */
export function partnersOf(team: Team, members: readonly MemberCard[], me: string): readonly MemberCard[] {
  const roles = (member: MemberCard) => member.roles.map(({ role }) => role)
  const mine = members.find(({ id }) => id === me)
  return mine ? members.filter((one) => one.id !== me && isPair(team, roles(mine), roles(one))) : []
}
