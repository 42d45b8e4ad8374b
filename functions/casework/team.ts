import type { FormDocument } from '#forms/definition'
import type { FieldError, Role } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { type MemberRow, memberContext, type Row, type TenantStore } from '../store/index.ts'
import type { Path } from './household.ts'
import { rolesAt } from './pair.ts'

/** Who made an assessment. `second` still has to confirm. */
export type Signed = { readonly names: Readonly<Record<string, string>>; readonly second?: string }

const fits = (pair: readonly string[], a: readonly Role[], b: readonly Role[]): boolean => {
  const [one, two] = pair as readonly Role[]
  if (one === undefined || two === undefined) return false
  return (a.includes(one) && b.includes(two)) || (a.includes(two) && b.includes(one))
}

/**
 * Whether the second investigator may still confirm, by the member rows of now: with a role at the place that makes a
 * pair of the form with the sender's. A sender who holds no such role any more signed by right when they did.
 */
export const mayStillSign = (
  team: NonNullable<FormDocument['team']>,
  sender: Row<MemberRow> | undefined,
  second: Row<MemberRow>,
  path: Path,
): boolean => {
  const of = (row: Row<MemberRow> | undefined) =>
    rolesAt(row?.roles ?? [], path).filter((role) => team.some((pair) => pair.includes(role)))
  const [theirs, mine] = [of(sender), of(second)]
  return mine.length > 0 && (theirs.length === 0 || team.some((pair) => fits(pair, theirs, mine)))
}

const titles: { readonly [role: string]: string } = {
  village: '村（社区）工作人员',
  worker: '社会救助协理员',
  township: '乡镇（街道）工作人员',
}
const told = (team: NonNullable<FormDocument['team']>): string =>
  team.map((pair) => pair.map((role) => titles[role] ?? role).join('与')).join('，或者')

/**
 * Checks who investigated (S2-03): the sender is one of them; where the form asks for a team they are two different
 * members of this city, and their roles at the household's place make one of the form's pairs. `rows` are their
 * member rows, in order. Throws `Refused('invalid')` that names what is wrong.
 */
export const signedBy = (
  store: TenantStore,
  { team }: FormDocument,
  investigators: readonly string[],
  rows: readonly (Row<MemberRow> | undefined)[],
  path: Path,
): Signed => {
  const errors: FieldError[] = []
  const wrong = (code: string, message: string, at = 'investigators') =>
    errors.push({ path: at, code, message })
  const me = store.tenant.member
  if (!investigators.includes(me)) wrong('sender', '提交人必须是调查人员之一。')
  rows.forEach((row, at) => {
    if (!row) wrong('member', '这名调查人员不是本市成员。', `investigators[${at}]`)
  })
  const [first = me, second] = investigators
  if (!team && second !== undefined) wrong('team', '这张表由一人填写，请只填提交人。')
  if (team && (second === undefined || second === first))
    wrong('team', `这张表要由两人共同调查：${told(team)}。`)
  else if (team && rows.every((row) => row !== undefined)) {
    const [a = [], b = []] = rows.map((row) => rolesAt(row.roles, path))
    if (!team.some((pair) => fits(pair, a, b)))
      wrong('team', `两名调查人员的岗位不符合规定，应为${told(team)}，并负责这户家庭所在的辖区。`)
  }
  if (errors.length > 0)
    throw new Refused('invalid', '调查人员不符合要求，请按提示改正后再提交。', { errors })
  const names = investigators.flatMap((id, at) => {
    const row = rows[at]
    return row ? [[id, store.open<string>(row.name, memberContext(id))] as const] : []
  })
  const other = investigators.find((id) => id !== me)
  return { names: Object.fromEntries(names), ...(team && other !== undefined && { second: other }) }
}
