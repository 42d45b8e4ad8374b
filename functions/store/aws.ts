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
  /** Waits some milliseconds before a request is sent again. For tests. */
  readonly pause?: (ms: number) => Promise<void>
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
  /** Whether the same request may well succeed in a moment. */
  readonly passes: boolean
  /** What time it is there, milliseconds since 1970, where the refusal may be for a clock that is wrong. */
  readonly time: number | undefined

  constructor(service: AwsService, status: number, code: string, date: string | null = null) {
    super(`${service} answered ${status} ${code}`)
    this.code = code
    const time = clockCodes.has(code) ? Date.parse(date ?? '') : Number.NaN
    this.time = Number.isNaN(time) ? undefined : time
    this.passes = status >= 500 || status === 429 || throttled.has(code)
  }
}

/** How each service says that it is asked too often. */
const throttled: ReadonlySet<string> = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
])

/** How services say that a request is too old or ahead of its time; some say so of a wrong signature too. */
const clockCodes: ReadonlySet<string> = new Set([
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
])

/** Services allow five minutes between their clock and ours, less the way. */
const allowedSkew = 4 * 60_000

/** By how many milliseconds the clock of a service is ahead of this machine's, where it was found to differ. */
const skews = new Map<string, number>()
const addressOf = ({ endpoints, region }: Cloud, service: AwsService): URL =>
  new URL(endpoints?.[service] ?? regional(service, region))
const timeAt = ({ origin }: URL): number => Date.now() + (skews.get(origin) ?? 0)

/** Takes over the time of a service that refused ours; false where the clock is not what was wrong. */
const correctClock = (address: URL, { time }: AwsFault): boolean => {
  if (time === undefined || Math.abs(time - timeAt(address)) < allowedSkew) return false
  skews.set(address.origin, time - Date.now())
  return true
}

/** What `fetch` throws where no answer came: among others where the other side closed a connection that was kept. */
export const isCutOff = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'fetch failed'

const attempts = 3
const firstPause = 100
const wait = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms))

/**
 * Posts to a regional service and reads JSON. A function that was frozen finds its connections closed, and services
 * throttle: what may pass is asked again, three times in all, with full jitter between (up to 100, 200 ms). Where this
 * machine's clock is wrong it is asked once more with the service's own time, which counts from then on. So every request
 * has to be one that may be repeated. Throws `AwsFault`, or what `fetch` threw.
 */
export const awsPost: typeof post = async (cloud, service, ...request) => {
  let isCorrected = false
  for (let tried = 1; ; tried++)
    try {
      return await post(cloud, service, ...request)
    } catch (error) {
      if (!isCorrected && error instanceof AwsFault && correctClock(addressOf(cloud, service), error)) {
        isCorrected = true
        continue
      }
      const passes = isCutOff(error) || (error instanceof AwsFault && error.passes)
      if (!passes || tried === attempts) throw error
      await (cloud.pause ?? wait)(Math.random() * firstPause * 2 ** (tried - 1))
    }
}

const post = async (
  cloud: Cloud,
  service: AwsService,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Record<string, unknown>> => {
  const { region } = cloud
  const address = addressOf(cloud, service)
  const credentials = await cloud.credentials()
  const sent: Record<string, string> = {
    ...headers,
    host: address.host,
    accept: 'application/json',
    'x-amz-date': new Date(timeAt(address)).toISOString().replace(/[-:]|\.\d{3}/g, ''),
    ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
  }
  const unsigned = { service, region, path: '/', headers: sent, body }
  const { host: _, ...rest } = sent
  const response = await (cloud.fetch ?? fetch)(`${address.origin}/`, {
    method: 'POST',
    headers: { ...rest, authorization: signature(unsigned, credentials) },
    body,
    signal: AbortSignal.timeout(5000),
  })
  const text = await response.text()
  if (response.ok) return JSON.parse(text)
  const code = /"(?:__type|Code)":\s*"(?:[\w.]+#)?(\w+)"|<Code>(\w+)<\/Code>/.exec(text)
  const date = response.headers.get('date')
  throw new AwsFault(service, response.status, code?.[1] ?? code?.[2] ?? '', date)
}
