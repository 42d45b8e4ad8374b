import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { awsPost, type Cloud } from './aws.ts'
import type { AwsCredentials } from './sign.ts'

/** The tag of the session for each kind of prefix. */
const tags = { T: 'city', P: 'province', U: 'member' } as const
type Kind = keyof typeof tags

/** ARNs of the roles that a function takes, by whose rows they reach. Absent: it has no way there. */
export type SessionRoles = { readonly [tag in (typeof tags)[Kind]]?: string | undefined }

/** Credentials that reach the rows of one owner and nothing else. */
export type Sessions = {
  /** `prefix`: `T#341700#`, `P#340000#`, `U#<member>#`. */
  client(prefix: string): DynamoDBClient
  /** The same session, for what is no table: the keys of that owner. */
  credentials(prefix: string): Promise<AwsCredentials>
}

const room = 64
const lifeSeconds = 3600
/** A session is renewed this long before its end, so that no request begins with one that runs out on the way. */
const reserve = 5 * 60_000

type Assumed = {
  readonly AssumeRoleResponse: {
    readonly AssumeRoleResult: {
      readonly Credentials: {
        readonly AccessKeyId: string
        readonly SecretAccessKey: string
        readonly SessionToken: string
        /** Seconds since 1970. */
        readonly Expiration: number
      }
    }
  }
}
export type Session = AwsCredentials & { readonly expiration: Date }

/** Takes a role with tags, `[['city', '341700']]`, for an hour. The first of them names the session. */
export const assume = async (
  cloud: Cloud,
  role: string,
  tagged: readonly (readonly [tag: string, value: string])[],
): Promise<Session> => {
  const form = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: (tagged[0] ?? ['yihu']).join('-').slice(0, 64),
    DurationSeconds: String(lifeSeconds),
    ...Object.fromEntries(
      tagged.flatMap(([tag, value], i) => [
        [`Tags.member.${i + 1}.Key`, tag],
        [`Tags.member.${i + 1}.Value`, value],
      ]),
    ),
  })
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  const answer = (await awsPost(cloud, 'sts', type, form.toString())) as Assumed
  const { Credentials } = answer.AssumeRoleResponse.AssumeRoleResult
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
    expiration: new Date(Credentials.Expiration * 1000),
  }
}

/** One that could not be renewed serves until so long before its end. */
const lastUse = 30_000

/**
 * One owner's session, taken when it is first needed and again shortly before its end; where it cannot be had again, the
 * old one serves while it lasts.
 */
export const sessionOf = (take: () => Promise<Session>, clock: () => Date): (() => Promise<Session>) => {
  let standing: Promise<Session> | undefined
  const renew = (): Promise<Session> => {
    const taking = take()
    standing = taking
    // One that could not be had is not remembered.
    taking.catch(() => {
      if (standing === taking) standing = undefined
    })
    return taking
  }
  return async () => {
    const known = standing
    if (known === undefined) return renew()
    const left = (await known).expiration.getTime() - clock().getTime()
    if (left > reserve) return known
    // Whoever else saw the old one end waits for the same new one.
    const renewed = standing === known || standing === undefined ? renew() : standing
    if (left <= lastUse) return renewed
    return renewed.catch(() => {
      standing ??= known
      return known
    })
  }
}

/**
 * One client for each prefix, each with a session of the role for that kind, tagged with its city, province or member.
 * A role lets a session touch the partitions of its tag alone, and the function itself has no right to the table: a
 * request that leaves its prefix is denied by the service, whatever this code does. The least recently used of more
 * than 64 goes.
 */
export const sessions = (cloud: Cloud, roles: SessionRoles, clock = () => new Date()): Sessions => {
  const open = new Map<string, { readonly client: DynamoDBClient; readonly take: () => Promise<Session> }>()

  const of = (prefix: string) => {
    const [, kind, value] = /^([TPU])#(\d{6}|[0-9a-f]{64})#$/.exec(prefix) ?? []
    const tag = kind === undefined ? undefined : tags[kind as Kind]
    if (tag === undefined || value === undefined) throw new TypeError('a session is for one prefix')
    const role = roles[tag]
    if (role === undefined) throw new TypeError(`this function reaches no rows of a ${tag}`)
    const known = open.get(prefix)
    const take = known?.take ?? sessionOf(() => assume(cloud, role, [[tag, value]]), clock)
    const entry = known ?? { take, client: clientOf(cloud.region, take, cloud.endpoints?.dynamodb) }
    open.delete(prefix)
    open.set(prefix, entry)
    for (const oldest of open.keys()) {
      if (open.size <= room) break
      // Not destroyed: a request may still be using it. Its sockets close when they idle.
      open.delete(oldest)
    }
    return entry
  }

  return { client: (prefix) => of(prefix).client, credentials: (prefix) => of(prefix).take() }
}

/**
 * How long a table may be silent: three times this is less than anybody waits for a function. Without the last of them
 * the client only writes a warning, and waits on.
 */
export const bounds = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true } as const

export const clientOf = (
  region: string,
  credentials: () => Promise<Session>,
  endpoint?: string,
): DynamoDBClient =>
  new DynamoDBClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts: 3,
    credentials,
    requestHandler: bounds,
  })
