import type { FieldError, Role, RoleGrant } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { keys, type MemberRow, type TenantStore } from '../store/index.ts'
import type { Path } from './household.ts'

/** Roles that visit households. */
export const visitors: readonly Role[] = ['worker', 'village', 'township']

/** The roles that a member holds at a place: grants of other divisions do not count. */
export const rolesAt = (grants: readonly RoleGrant[], path: Path): readonly Role[] =>
  grants
    .filter(({ divisions }) => divisions === undefined || divisions.some((code) => path.includes(code)))
    .map(({ role }) => role)

export type Pair = { readonly assignee: string; readonly partner?: string }

/**
 * Checks that both are members who may visit there, and are two people. Which roles may sign a form together is the
 * form's own rule, checked when it is submitted. Throws `Refused('invalid')` that names the wrong one.
 */
export const checkPair = async (
  store: TenantStore,
  { assignee, partner }: Pair,
  path: Path,
): Promise<void> => {
  const asked: readonly (readonly [field: string, member: string])[] = [
    ['assignee', assignee],
    ...(partner === undefined ? [] : [['partner', partner] as const]),
  ]
  const rows = await store.getAll<MemberRow>(asked.map(([, member]) => keys.memberKey(member)))
  const errors: FieldError[] = asked.flatMap(([path_], at) => {
    const row = rows[at]
    const may = row && rolesAt(row.roles, path).some((role) => visitors.includes(role))
    return may
      ? []
      : [{ path: path_, code: 'not-a-visitor', message: '这名成员不在本市，或不负责这户家庭所在的辖区。' }]
  })
  if (partner === assignee)
    errors.push({ path: 'partner', code: 'same-person', message: '两名调查人员不能是同一人。' })
  if (errors.length > 0) throw new Refused('invalid', '调查人员不对，请从成员名单中重新选择。', { errors })
}
