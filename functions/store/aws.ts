import { type AwsCredentials, signature } from './sign.ts'

/** Where the process runs, and who it is before it becomes anybody's session. */
export type Cloud = {
  readonly region: string
  /** Read at each call: the platform renews them. */
  credentials(): AwsCredentials
  readonly fetch?: typeof fetch
}

/** `cn-*` regions have a domain of their own. */
const domainOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')

/** An answer of AWS that is no 200. The message holds the service's code, never the request. */
export class AwsFault extends Error {
  override readonly name = 'AwsFault'
}

/** Posts to a regional service and reads JSON. Throws `AwsFault`. */
export const awsPost = async (
  cloud: Cloud,
  service: 'sts' | 'kms',
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Record<string, unknown>> => {
  const { region } = cloud
  const host = `${service}.${region}.${domainOf(region)}`
  const credentials = cloud.credentials()
  const sent: Record<string, string> = {
    ...headers,
    host,
    accept: 'application/json',
    'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d{3}/g, ''),
    ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
  }
  const post = { service, region, path: '/', headers: sent, body }
  const { host: _, ...rest } = sent
  const response = await (cloud.fetch ?? fetch)(`https://${host}/`, {
    method: 'POST',
    headers: { ...rest, authorization: signature(post, credentials) },
    body,
    signal: AbortSignal.timeout(5000),
  })
  const text = await response.text()
  if (response.ok) return JSON.parse(text)
  const code = /"(?:__type|Code)":"([\w.#]+)"|<Code>(\w+)<\/Code>/.exec(text)
  throw new AwsFault(`${service} answered ${response.status} ${code?.[1] ?? code?.[2] ?? ''}`)
}
