import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import type { Claims } from './authorizer.ts'

/** Headers that concern one connection, not the request. */
export const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What came more than once under one name becomes one text. Names may be any, `constructor` too. */
const joined = (pairs: Iterable<readonly [string, string]>): Record<string, string> => {
  const found = new Map<string, string>()
  for (const [name, value] of pairs) {
    const before = found.get(name)
    found.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(found)
}

const headersOf = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const pairs = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ''] as const] : [],
  )
  const kept = pairs.filter(([name]) => !ofConnection.has(name) && name !== 'cookie')
  return { ...joined(kept), 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' }
}

/** The gateway hands text on as it is; everything else, and what is compressed, in base64. */
const isText = (headers: Readonly<Record<string, string>>): boolean =>
  headers['content-encoding'] === undefined &&
  /^(text\/|application\/(json|javascript|xml)\b)/i.test(headers['content-type'] ?? '')

/**
 * A request's address as an HTTP API takes it apart. The path is decoded before anything looks at it, so a slash that
 * was encoded parts it and a question mark ends it; the query stays as it was sent. Undefined where it cannot be decoded.
 */
export const addressOf = (url: string): { readonly path: string; readonly query: string } | undefined => {
  const [, raw = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? []
  try {
    return { path: decodeURIComponent(raw).split('?')[0] ?? '', query }
  } catch {
    return undefined
  }
}

type Asked = {
  readonly request: IncomingMessage
  readonly path: string
  readonly query: string
  readonly body: Buffer
  readonly routeKey: string
  readonly parameters: Readonly<Record<string, string>>
  /** Of a route that asks for a token. */
  readonly claims?: Claims | undefined
}

/** The event of a request, payload format 2.0. */
export const eventOf = (asked: Asked): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer => {
  const { request, path, query, body, routeKey, parameters, claims } = asked
  const headers = headersOf(request)
  const cookies = (request.headers.cookie ?? '').split(/; */).filter(Boolean)
  const now = new Date()
  const text = isText(headers)
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== '' && { queryStringParameters: joined(new URLSearchParams(query)) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(claims && {
        authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: { ...claims }, scopes: [] } },
      }),
      domainName: headers['host'] ?? '',
      domainPrefix: (headers['host'] ?? '').split('.')[0] ?? '',
      http: {
        method: request.method ?? '',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  }
}
