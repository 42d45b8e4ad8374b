import { createHash } from 'node:crypto'
import type { InvitationRow, Row } from '../store/index.ts'

/** How a secret is known in the table: what is stored there opens nothing. */
export const invitationId = (secret: string): string => createHash('sha256').update(secret).digest('hex')

let admitInvited: (city: string, id: string, row: Row<InvitationRow>) => Invited

/**
 * Whoever holds the secret of one invitation of one city. It is no `Tenant` and leads to none: it can be looked at and
 * taken up, whoever holds it. Made by `invitation-door.ts` alone, from the row that the secret names.
 */
export class Invited {
  readonly #admitted = true
  readonly city: string
  readonly id: string
  /** As it stood when it was found. */
  readonly row: Row<InvitationRow>

  static {
    admitInvited = (city, id, row) => new Invited(city, id, row)
  }

  private constructor(city: string, id: string, row: Row<InvitationRow>) {
    this.city = city
    this.id = id
    this.row = row
  }

  /** Whether a value is a real one, and not an object of the same shape. */
  static is(value: unknown): value is Invited {
    return typeof value === 'object' && value !== null && #admitted in value
  }
}

export { admitInvited }
