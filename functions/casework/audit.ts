import { ulid } from 'ulid'
import { auditWrite, type TenantStore, type Write } from '../store/index.ts'

/** What was done to whose file: ids and paths, never a value of a person. */
export type Act = {
  readonly action: string
  /** The id of what was acted on. */
  readonly on: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  /** In the person's own words, in which names occur: kept sealed. */
  readonly reason?: string
}

/** What a sealed reason is bound to. */
export const reasonContext = (audit: string): string => `audit ${audit}`

/** The audit row of an act by the store's tenant; put it in the act's transaction. */
export const audited = (store: TenantStore, { action, on, detail, reason }: Act, now: Date): Write => {
  const id = ulid(now.getTime())
  return auditWrite({
    id,
    at: now.toISOString(),
    by: store.tenant.member,
    action,
    on,
    detail: {
      ...detail,
      ...(reason !== undefined && { reason: store.seal(reason, reasonContext(id)) }),
    },
  })
}
