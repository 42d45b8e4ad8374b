import type { FormDocument } from '#forms/definition'
import type { MemberCard, Role } from '../../../functions/api/contract/index.ts'
import { isPair } from '../team.ts'

type Team = NonNullable<FormDocument['team']>

/** Roles that visit households. */
const visiting: readonly Role[] = ['worker', 'village', 'township']

/** Members who may visit a household at this place, each with the roles that they hold there alone. */
export const visitorsAt = (members: readonly MemberCard[], path: readonly string[]): readonly MemberCard[] =>
  members
    .map((member) => ({
      ...member,
      roles: member.roles.filter(
        ({ role, divisions }) =>
          visiting.includes(role) && (!divisions || divisions.some((code) => path.includes(code))),
      ),
    }))
    .filter(({ roles }) => roles.length > 0)

const rolesOf = ({ roles }: MemberCard) => roles.map(({ role }) => role)

/** Who may go along with the assignee, by the rule of every form that takes two; never the assignee. */
export const partnersFor = (
  visitors: readonly MemberCard[],
  assignee: string,
  teams: readonly Team[],
): readonly MemberCard[] => {
  const first = visitors.find(({ id }) => id === assignee)
  if (!first) return []
  return visitors.filter(
    (one) => one.id !== assignee && teams.every((team) => isPair(team, rolesOf(first), rolesOf(one))),
  )
}
