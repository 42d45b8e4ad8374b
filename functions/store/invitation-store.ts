import { Invited, invitationId } from '../identity/invited.ts'
import { auditWrite } from './audit.ts'
import type { Cost } from './cost.ts'
import { type InvitationRow, invitationContext } from './invitation-row.ts'
import { adminsKey, invitationKey, memberKey } from './keys.ts'
import type { Link } from './link.ts'
import { type MemberRow, memberContext, readMember } from './member-row.ts'
import { Partition, type Row } from './partition.ts'
import type { KeyRing, Owner, OwnerKeys } from './ring.ts'
import { open, seal } from './seal.ts'

/**
 * The one read that comes before somebody is invited: the row that a secret names. It sees that row and no other.
 * `city` and `secret` come from outside and are not trusted: they are only looked up.
 */
export const findInvitation = (
  link: Link,
  city: string,
  secret: string,
  cost?: Cost,
): Promise<Row<InvitationRow> | undefined> =>
  new Partition(`T#${city}#`, link, cost).get<InvitationRow>(invitationKey(invitationId(secret)), {
    consistent: true,
  })

/** What an invitation gives: a look at itself and, once, the row of one new member. Nothing else of the city. */
export class InvitationStore {
  readonly invited: Invited
  readonly #link: Link
  readonly #owner: Owner
  readonly #keys: OwnerKeys
  readonly #cost: Cost | undefined

  private constructor(invited: Invited, link: Link, keys: OwnerKeys, cost?: Cost) {
    if (!Invited.is(invited)) throw new TypeError('an invitation is opened by its holder alone')
    this.invited = invited
    this.#link = link
    this.#owner = { kind: 'city', code: invited.city }
    this.#keys = keys
    this.#cost = cost
  }

  static async open(invited: Invited, link: Link, ring: KeyRing, cost?: Cost): Promise<InvitationStore> {
    return new InvitationStore(invited, link, await ring.keys({ kind: 'city', code: invited.city }), cost)
  }

  /** Opens one of the invitation's own names. */
  name(bytes: Uint8Array): string {
    return open<string>(this.#owner, this.#keys, bytes, invitationContext(this.invited.id))
  }

  /** Whether somebody is a member of the city, and as what. */
  standing(member: string): Promise<Row<MemberRow> | undefined> {
    const { city } = this.invited
    return readMember(this.#link, 'city', city, member, this.#cost, { consistent: true })
  }

  /** Whether the city has had an administrator. */
  async isFounded(): Promise<boolean> {
    const { city } = this.invited
    const rows = new Partition(`T#${city}#`, this.#link, this.#cost)
    return (await rows.get(adminsKey, { consistent: true })) !== undefined
  }

  /**
   * One transaction: the invitation is used, the member stands with exactly its roles, who invited is still what they
   * were when it was looked at (or the city had no administrator before), and the audit says so. Throws `Conflict` by
   * the index of that order.
   */
  async join(
    member: string,
    { id, at, inviter }: { readonly id: string; readonly at: string; readonly inviter: number | 'founder' },
  ): Promise<void> {
    const { city, id: invitation, row } = this.invited
    const name = seal(this.#owner, this.#keys, this.name(row.name), memberContext(member))
    const item: MemberRow = { roles: row.roles, name }
    const detail = { invitation, invitedBy: row.by, roles: row.roles }
    await new Partition(`T#${city}#`, this.#link, this.#cost).write([
      {
        change: invitationKey(invitation),
        set: { state: 'used', usedBy: member, usedAt: at },
        expect: { rev: row.rev },
      },
      { put: memberKey(member), item, expect: 'absent' },
      inviter === 'founder'
        ? { put: adminsKey, item: {}, expect: 'absent' }
        : { check: memberKey(row.by), expect: { rev: inviter } },
      auditWrite({ id, at, by: member, action: 'member.join', on: member, detail }),
    ])
  }
}
