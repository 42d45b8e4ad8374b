import type { Site } from '../../../functions/api/contract/index.ts'
import type { Stage } from '../../stages.ts'

/** What a stage tells the web client of itself (`/site.json`): nothing here is a secret. */
export const siteOf = ({
  name = 'local',
  icp,
  issuer,
}: Pick<Stage, 'issuer'> & Partial<Pick<Stage, 'name' | 'icp'>>): Site => ({
  stage: name,
  ...(icp !== undefined && { icp }),
  signIn: { issuer: issuer.url, client: issuer.client ?? 'web', audience: issuer.audience },
})
