import { join } from 'node:path'
import * as z from 'zod'
import type { Deps } from './api/env.ts'
import { connect, kmsRing, tenantSessions } from './store/index.ts'

/** What a function finds in its environment. The platform sets the first five. */
const Environment = z.object({
  AWS_REGION: z.string().min(1),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  LAMBDA_TASK_ROOT: z.string().min(1),
  YIHU_TABLE: z.string().min(1),
  /** Role that is assumed with a tag of one city, province or member. */
  YIHU_TENANT_ROLE: z.string().min(1),
  YIHU_MASTER_KEY: z.string().min(1),
  YIHU_ISSUER: z.url(),
  YIHU_AUDIENCE: z.string().min(1),
  /** Address of the issuer's public keys. */
  YIHU_JWKS: z.url(),
})

/** What the API needs, as it is in the cloud. Throws at the start where a setting is missing. */
export const cloudDeps = (environment: Readonly<Record<string, string | undefined>>): Deps => {
  const set = Environment.parse(environment)
  const cloud = {
    region: set.AWS_REGION,
    credentials: () => {
      const now = Environment.parse(environment)
      return {
        accessKeyId: now.AWS_ACCESS_KEY_ID,
        secretAccessKey: now.AWS_SECRET_ACCESS_KEY,
        ...(now.AWS_SESSION_TOKEN !== undefined && { sessionToken: now.AWS_SESSION_TOKEN }),
      }
    },
  }
  const session = tenantSessions(cloud, set.YIHU_TENANT_ROLE)
  const link = connect({ table: set.YIHU_TABLE, region: set.AWS_REGION, session })
  return {
    issuer: set.YIHU_ISSUER,
    audience: set.YIHU_AUDIENCE,
    keys: set.YIHU_JWKS,
    link,
    ring: kmsRing(cloud, link, set.YIHU_MASTER_KEY),
    packs: join(set.LAMBDA_TASK_ROOT, 'packs'),
  }
}
