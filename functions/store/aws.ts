import { type AwsCredentials, signature } from './sign.ts'

export type AwsService = 'sts' | 'kms' | 'dynamodb'

/** Where the process runs, and who it is before it becomes anybody's session. */
export type Cloud = {
  readonly region: string
  /** Read at each call: the platform renews them. */
  credentials(): AwsCredentials | Promise<AwsCredentials>
  /** Address of a service that is not the region's own; see `endpointsIn`. */
  readonly endpoints?: { readonly [service in AwsService]?: string }
  readonly fetch?: typeof fetch
}

/** `cn-*` regions have a domain of their own. */
const domainOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')

/** Address of a service of a region: `regional('kms', 'cn-north-1')`. */
export const regional = (service: string, region: string): string =>
  `https://${service}.${region}.${domainOf(region)}/`

/** Addresses from the variables that every SDK of AWS knows: `AWS_ENDPOINT_URL_STS` and its like. */
export const endpointsIn = (
  environment: Readonly<Record<string, string | undefined>>,
): NonNullable<Cloud['endpoints']> => {
  const services: readonly AwsService[] = ['sts', 'kms', 'dynamodb']
  return Object.fromEntries(
    services.flatMap((service) => {
      const address = environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`]
      return address ? [[service, address]] : []
    }),
  )
}

/** An answer of AWS that is no 200. The message holds the service's code, never the request. */
export class AwsFault extends Error {
  override readonly name = 'AwsFault'
  /** `AccessDeniedException` and its like; empty where the answer named none. */
  readonly code: string

  constructor(service: AwsService, status: number, code: string) {
    super(`${service} answered ${status} ${code}`)
    this.code = code
  }
}

/** Posts to a regional service and reads JSON. Throws `AwsFault`. */
export const awsPost = async (
  cloud: Cloud,
  service: AwsService,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Record<string, unknown>> => {
  const { region } = cloud
  const address = new URL(cloud.endpoints?.[service] ?? regional(service, region))
  const credentials = await cloud.credentials()
  const sent: Record<string, string> = {
    ...headers,
    host: address.host,
    accept: 'application/json',
    'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d{3}/g, ''),
    ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
  }
  const post = { service, region, path: '/', headers: sent, body }
  const { host: _, ...rest } = sent
  const response = await (cloud.fetch ?? fetch)(`${address.origin}/`, {
    method: 'POST',
    headers: { ...rest, authorization: signature(post, credentials) },
    body,
    signal: AbortSignal.timeout(5000),
  })
  const text = await response.text()
  if (response.ok) return JSON.parse(text)
  const code = /"(?:__type|Code)":\s*"(?:[\w.]+#)?(\w+)"|<Code>(\w+)<\/Code>/.exec(text)
  throw new AwsFault(service, response.status, code?.[1] ?? code?.[2] ?? '')
}
