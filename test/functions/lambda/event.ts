import type { APIGatewayProxyEventV2 as Event } from 'aws-lambda'

/** What the HTTP API hands a function (payload format 2.0), changed where a test says so. */
export const gatewayEvent = (
  path: string,
  {
    method = 'GET',
    stage = '$default',
    ...change
  }: Partial<Event> & { method?: string; stage?: string } = {},
): Event => ({
  version: '2.0',
  routeKey: 'ANY /api/{proxy+}',
  rawPath: path,
  rawQueryString: '',
  headers: {},
  requestContext: {
    accountId: '111111111111',
    apiId: 'api',
    domainName: 'yihu.test',
    domainPrefix: 'yihu',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'r',
    routeKey: 'ANY /api/{proxy+}',
    stage,
    time: '23/Nov/2026:01:00:00 +0000',
    timeEpoch: 1_795_395_600_000,
  },
  isBase64Encoded: false,
  ...change,
})

/** What a function hands back to the gateway. */
export type Given = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: boolean
  readonly cookies?: readonly string[]
}

/** Sends an event through a handler, with some milliseconds left. */
export const give = (handler: unknown, event: object, left = 10_000): Promise<Given> =>
  (handler as (event: object, context: object) => Promise<Given>)(event, {
    awsRequestId: 'r',
    getRemainingTimeInMillis: () => left,
  })

/** The bytes that reach the sender. */
export const bytesOf = ({ body, isBase64Encoded }: Given): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
