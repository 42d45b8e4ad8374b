import { askedOfKey, askedOfRole, askedOfTable, contextOf, type Tags } from './asked.ts'
import { type Asked, isAllowed, isDenied } from './decide.ts'
import { masterKeyDenials } from './master-key.ts'
import { type RoleName, roles, trustOf } from './roles.ts'
import type { Ground } from './statement.ts'

/** Whether a role may be taken with these tags, by somebody whom its trust names. */
export const isTakable = (role: RoleName, tags: Tags): boolean => {
  const trust = [{ ...trustOf(role), Resource: ['*'] }]
  return askedOfRole(role, tags).every((asked) => isAllowed(trust, asked))
}

/** What a session of a role with these tags may do. A request is allowed when all that it asks is. */
export const rightsOf = (role: RoleName, tags: Tags, ground: Ground) => {
  const statements = roles[role].statements(ground)
  const own = contextOf(tags)
  const may = (asked: Asked): boolean => {
    const whole = { ...asked, context: { ...asked.context, ...own } }
    // The policy of the master key itself, beside those of the role.
    const denied = asked.resource === ground.masterKey && isDenied(masterKeyDenials, whole)
    return !denied && isAllowed(statements, whole)
  }
  return {
    may,
    /** `op` and `body` as they go to the table. */
    mayAskTable: (op: string, body: unknown): boolean => {
      const all = askedOfTable(ground.table, op, body)
      return all.length > 0 && all.every(may)
    },
    /** `action` and `body` as they go to KMS. */
    mayAskKey: (action: string, body: unknown): boolean => may(askedOfKey(action, body)),
  }
}
