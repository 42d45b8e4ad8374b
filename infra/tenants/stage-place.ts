import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { awsPost } from '../../functions/store/aws.ts'
import { type Cloud, endpointsIn } from '../../functions/store/index.ts'
import { recoveryDays } from '../../functions/store/operator-backups.ts'
import { stackName } from '../aws/names.ts'
import { type Stage, stages } from '../stages.ts'
import { cloudPlace } from './cloud-place.ts'
import { Unable } from './ground.ts'
import type { Reached } from './local-place.ts'

const Outputs = z.object({
  TableName: z.string().min(1),
  OperatorRoleArn: z.string().startsWith('arn:'),
  ArchivistRoleArn: z.string().startsWith('arn:'),
  MasterKeyArn: z.string().startsWith('arn:'),
  ArchiveName: z.string().min(3),
})
type Environment = Readonly<Record<string, string | undefined>>

/** The account's stacks say how things are called there: `cdk deploy --outputs-file outputs.json` writes it down. */
const outputsOf = (stage: Stage, file: string): z.infer<typeof Outputs> => {
  const stack = stackName(stage, 'data')
  let written: unknown
  try {
    written = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Unable(
      `读不到 ${file}。部署时请带上 --outputs-file outputs.json，或用 --outputs 指定那份文件的位置。`,
    )
  }
  const found = Outputs.safeParse((written as Record<string, unknown> | null)?.[stack])
  if (!found.success)
    throw new Unable(
      `${file} 里没有 ${stack} 的输出（TableName、ArchiveName、MasterKeyArn、OperatorRoleArn、ArchivistRoleArn）。`,
    )
  return found.data
}

const credentialsIn = (environment: Environment): Cloud['credentials'] => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = environment
  if (!accessKeyId || !secretAccessKey)
    throw new Unable(
      '没有 AWS 凭证。请先取得运维角色的临时凭证，写入 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_SESSION_TOKEN。',
    )
  return () => ({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) })
}

type Identity = {
  readonly GetCallerIdentityResponse: { readonly GetCallerIdentityResult: { readonly Arn: string } }
}

/** Whose credentials these are, as the account knows them. */
const callerOf = async (cloud: Cloud): Promise<string> => {
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  const answer = await awsPost(cloud, 'sts', type, 'Action=GetCallerIdentity&Version=2011-06-15')
  return (answer as Identity).GetCallerIdentityResponse.GetCallerIdentityResult.Arn
}

/** A stage of `infra/stages.ts`, with the credentials of somebody who may take its operator's or its archivist's role. */
export const stagePlace = async (
  environment: Environment,
  { stage: name, outputs }: { readonly stage: string; readonly outputs: string },
  say: (words: string) => void,
): Promise<Reached> => {
  const stage = stages.find((one) => one.name === name)
  if (!stage)
    throw new Unable(`没有名为「${name}」的环境，只有 ${stages.map((one) => one.name).join('、')}。`)
  const cloud: Cloud = {
    region: stage.region,
    credentials: credentialsIn(environment),
    endpoints: endpointsIn(environment),
  }
  const { TableName, OperatorRoleArn, ArchivistRoleArn, MasterKeyArn, ArchiveName } = outputsOf(
    stage,
    outputs,
  )
  const place = cloudPlace({
    place: `${stage.name}（${stage.domain}）`,
    issuer: stage.issuer.url,
    origin: `https://${stage.domain}`,
    by: await callerOf(cloud),
    say,
    cloud,
    table: TableName,
    roles: { operator: OperatorRoleArn, archivist: ArchivistRoleArn },
    masterKey: MasterKeyArn,
    archive: {
      name: ArchiveName,
      ...(environment['AWS_ENDPOINT_URL_S3'] && { endpoint: environment['AWS_ENDPOINT_URL_S3'] }),
    },
    backups: async ({ link, store }) => {
      const days = await recoveryDays(link, store.reach.city)
      return { ...(days !== undefined && { days }), exports: stage.retention.exports }
    },
  })
  return { ...place, close: () => {} }
}
