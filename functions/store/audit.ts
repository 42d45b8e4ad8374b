import { auditKey } from './keys.ts'
import type { Write } from './write.ts'

/** Who did what to what. `on` is an id, never a name; nothing personal belongs into `detail` unsealed. */
export type AuditEntry = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly action: string
  readonly on: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The audit row of an act, to be written in the same transaction as the act. `at` is an instant in UTC. */
export const auditWrite = (entry: AuditEntry): Write => ({
  put: auditKey(entry.at, entry.id),
  item: { schema: 1, ...entry },
  expect: 'absent',
})
