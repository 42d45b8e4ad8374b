import { join } from 'node:path'
import * as z from 'zod'
import type { Deps } from './api/env.ts'
import { metricsLog } from './metrics.ts'
import {
  type Cloud,
  connect,
  endpointsIn,
  type Kms,
  kmsRing,
  type Link,
  prefixOf,
  sessions,
} from './store/index.ts'

/** What every function that reaches the table finds in its environment. The platform sets the first four. */
const Ground = z.object({
  AWS_REGION: z.string().min(1),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  YIHU_TABLE: z.string().min(1),
  /** Roles that are assumed with a tag of one city, province or member; those that the function needs. */
  YIHU_CITY_ROLE: z.string().min(1).optional(),
  YIHU_PROVINCE_ROLE: z.string().min(1).optional(),
  YIHU_MEMBER_ROLE: z.string().min(1).optional(),
})
/** What a function of the API finds beside. */
const Service = z.object({
  LAMBDA_TASK_ROOT: z.string().min(1),
  /** Its name without that of the stage: metrics are counted by it. */
  YIHU_FUNCTION: z.string().min(1),
  YIHU_MASTER_KEY: z.string().min(1),
  YIHU_ISSUER: z.url(),
  YIHU_AUDIENCE: z.string().min(1),
  /** Address of the issuer's public keys. */
  YIHU_JWKS: z.url(),
})
type Environment = Readonly<Record<string, string | undefined>>

/** The function as itself: it may take roles, and nothing else. Throws where a setting is missing. */
export const cloudOf = (environment: Environment): Cloud => ({
  region: Ground.parse(environment).AWS_REGION,
  endpoints: endpointsIn(environment),
  credentials: () => {
    const now = Ground.parse(environment)
    return {
      accessKeyId: now.AWS_ACCESS_KEY_ID,
      secretAccessKey: now.AWS_SECRET_ACCESS_KEY,
      ...(now.AWS_SESSION_TOKEN !== undefined && { sessionToken: now.AWS_SESSION_TOKEN }),
    }
  },
})

const taken = (environment: Environment) => {
  const set = Ground.parse(environment)
  const cloud = cloudOf(environment)
  const as = sessions(cloud, {
    city: set.YIHU_CITY_ROLE,
    province: set.YIHU_PROVINCE_ROLE,
    member: set.YIHU_MEMBER_ROLE,
  })
  const link = connect({ table: set.YIHU_TABLE, region: set.AWS_REGION, session: as.client })
  return { cloud, as, link }
}

/** The way to the table of a function that holds no keys. */
export const cloudLink = (environment: Environment): Link => taken(environment).link

/** What the API needs, as it is in the cloud. Throws at the start where a setting is missing. */
export const cloudDeps = (environment: Environment): Deps => {
  const set = Service.parse(environment)
  const { cloud, as, link } = taken(environment)
  const kms: Kms = {
    masterKey: set.YIHU_MASTER_KEY,
    as: (owner) => ({ ...cloud, credentials: () => as.credentials(prefixOf(owner)) }),
  }
  return {
    issuer: set.YIHU_ISSUER,
    audience: set.YIHU_AUDIENCE,
    keys: set.YIHU_JWKS,
    link,
    ring: kmsRing(kms, link),
    packs: join(set.LAMBDA_TASK_ROOT, 'packs'),
    description: async () => {
      const { readFile } = await import('node:fs/promises')
      return readFile(join(set.LAMBDA_TASK_ROOT, 'openapi.json'), 'utf8')
    },
    log: metricsLog(set.YIHU_FUNCTION),
  }
}
