import type { RoleGrant } from '../api/contract/index.ts'
import type { Cost } from './cost.ts'
import { memberKey } from './keys.ts'
import type { Link } from './link.ts'
import { Partition, type ReadOptions, type Row } from './partition.ts'

/** `MEMBER` / `M#<member>`: roles, and the name sealed in the context `memberContext(id)`. */
export type MemberRow = { readonly roles: readonly RoleGrant[]; readonly name: Uint8Array }

export const memberContext = (member: string): string => `MEMBER#${member}`

/**
 * The one read that comes before there is a tenant: whether somebody is a member. It sees that row and no other.
 * `kind` and `code` come from the route and are not trusted: they are only looked up.
 */
export const readMember = (
  link: Link,
  kind: 'city' | 'province',
  code: string,
  member: string,
  cost?: Cost,
  options?: ReadOptions,
): Promise<Row<MemberRow> | undefined> =>
  new Partition(`${kind === 'city' ? 'T' : 'P'}#${code}#`, link, cost).get<MemberRow>(
    memberKey(member),
    options,
  )
