import type { AwsCredentials } from '../../../../functions/store/sign.ts'
import { signature } from '../../../../functions/store/sign.ts'
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/index.ts'
import { region, roleArn } from '../../../../infra/local/cloud/place.ts'
import { type RunningTable, startTable } from '../../../../infra/local/table/index.ts'
import type { RoleName } from '../../../../infra/rights/roles.ts'
import { createTable } from '../../../../infra/table.ts'
import { temporaryFolder } from '../../../e2e/system.ts'

export type Ask = {
  readonly service: string
  readonly as: AwsCredentials
  readonly target?: string
  readonly body: string
  /** Milliseconds since 1970 that the request claims. */
  readonly at?: number
  readonly region?: string
  /** Changes what is sent after it was signed. */
  readonly after?: (sent: { headers: Record<string, string>; body: string }) => void
  /** Headers that are sent but not signed. */
  readonly unsigned?: readonly string[]
}
export type Told = {
  readonly status: number
  /** Kind of a refusal; empty for an answer. */
  readonly code: string
  // biome-ignore lint/suspicious/noExplicitAny: answers of three services
  readonly json: any
}

/** The cloud of this machine over an empty table, with a clock that tests can put forward. `folder` holds its keys. */
export const openCloud = async (folder?: string) => {
  const place = folder === undefined ? await temporaryFolder() : { folder, remove: async () => {} }
  const table: RunningTable = await startTable()
  await createTable(table.endpoint)
  let ahead = 0
  const options = { engine: table.endpoint, data: place.folder, clock: () => Date.now() + ahead }
  const cloud: LocalCloud = await startCloud(options)

  const ask = async (asked: Ask): Promise<Told> => {
    const { host } = new URL(cloud.endpoint)
    const headers: Record<string, string> = {
      host,
      accept: 'application/json',
      'content-type':
        asked.service === 'sts' ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.0',
      'x-amz-date': new Date(asked.at ?? options.clock()).toISOString().replace(/[-:]|\.\d{3}/g, ''),
      ...(asked.target !== undefined && { 'x-amz-target': asked.target }),
      ...(asked.as.sessionToken !== undefined && { 'x-amz-security-token': asked.as.sessionToken }),
    }
    const signed = Object.fromEntries(
      Object.entries(headers).filter(([name]) => !asked.unsigned?.includes(name)),
    )
    const sent = { headers, body: asked.body }
    headers['authorization'] = signature(
      {
        service: asked.service,
        region: asked.region ?? region,
        path: '/',
        headers: signed,
        body: asked.body,
      },
      asked.as,
    )
    asked.after?.(sent)
    const { host: _, ...rest } = sent.headers
    const response = await fetch(cloud.endpoint, { method: 'POST', headers: rest, body: sent.body })
    const json = (await response.json()) as Told['json']
    const code = String(json.__type ?? json.Error?.Code ?? '').replace(/^.*#/, '')
    return { status: response.status, code, json }
  }

  const assume = (
    as: AwsCredentials,
    role: RoleName | string,
    tags: readonly (readonly [string, string])[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Told> => {
    const form = new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: role.startsWith('arn:') ? role : roleArn(role as RoleName),
      RoleSessionName: 'test',
      ...more,
    })
    for (const [at, [key, value]] of tags.entries()) {
      form.append(`Tags.member.${at + 1}.Key`, key)
      form.append(`Tags.member.${at + 1}.Value`, value)
    }
    return ask({ service: 'sts', as, body: form.toString() })
  }

  /** Credentials of a session; throws where it is refused. */
  const session = async (
    as: AwsCredentials,
    role: RoleName,
    ...tags: readonly (readonly [string, string])[]
  ): Promise<AwsCredentials> => {
    const { status, code, json } = await assume(as, role, tags)
    if (status !== 200) throw new Error(code)
    const { AccessKeyId, SecretAccessKey, SessionToken } =
      json.AssumeRoleResponse.AssumeRoleResult.Credentials
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
  }
  /** The session of the city's function for one city. */
  const inCity = (city: string) => session(cloud.credentialsOf('city'), 'tenant', ['city', city])
  /** The session of somebody who operates the place, for one city. */
  const operating = (city: string, as: 'operator' | 'archivist' = 'operator') =>
    session(
      cloud.operator(),
      as,
      ['city', city],
      ['province', `${city.slice(0, 2)}0000`],
      ['area', city.slice(0, 2)],
    )

  return {
    cloud,
    options,
    table,
    ask,
    assume,
    session,
    inCity,
    operating,
    pass: (seconds: number) => {
      ahead += seconds * 1000
    },
    stop: async () => {
      cloud.stop()
      // A test may have stopped it before.
      await table.stop().catch(() => {})
      await place.remove()
    },
  }
}
export type OpenCloud = Awaited<ReturnType<typeof openCloud>>
