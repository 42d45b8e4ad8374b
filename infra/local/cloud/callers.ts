import { randomBytes } from 'node:crypto'
import type { AwsCredentials } from '../../../functions/store/sign.ts'
import type { FunctionName } from '../../aws/functions.ts'
import type { RoleName, Tag } from '../../rights/roles.ts'

/** Who signs a request: a function as itself, somebody who operates the place, or a session that one of them took. */
export type Caller =
  | { readonly kind: 'function'; readonly name: FunctionName }
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'session'
      readonly role: RoleName
      readonly tags: Readonly<Partial<Record<Tag, string>>>
    }

export type Known = {
  readonly caller: Caller
  readonly credentials: AwsCredentials
  /** Milliseconds since 1970; absent: as long as this process runs. */
  readonly until?: number
}

/** Ended sessions are forgotten when there are more than this. */
const room = 10_000

const letters = (length: number): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join('')
}

/** Everybody who has credentials in the cloud of this machine. Nothing is kept beyond the process. */
export const callers = (clock: () => number = Date.now) => {
  const known = new Map<string, Known>()

  const enter = (caller: Caller, seconds?: number): Known => {
    if (known.size > room)
      for (const [id, { until }] of known) if (until !== undefined && until < clock()) known.delete(id)
    const entry: Known = {
      caller,
      credentials: {
        accessKeyId: `${seconds === undefined ? 'AKIA' : 'ASIA'}${letters(16)}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        ...(seconds !== undefined && { sessionToken: randomBytes(96).toString('base64') }),
      },
      ...(seconds !== undefined && { until: clock() + seconds * 1000 }),
    }
    known.set(entry.credentials.accessKeyId, entry)
    return entry
  }

  return {
    clock,
    /** Fresh credentials that mean this caller. A session ends after so many seconds. */
    enter,
    find: (accessKeyId: string): Known | undefined => known.get(accessKeyId),
  }
}
export type Callers = ReturnType<typeof callers>
