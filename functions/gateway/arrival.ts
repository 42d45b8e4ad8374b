import type { APIGatewayProxyEventV2 as Event } from 'aws-lambda'

const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Signs that cannot stand in the path of an address as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the path was decoded, so anything may stand in it
const unspelt = /[\u0000-\u0020?#\\]/g

/**
 * An event as the adapter has to get it. The HTTP API decodes `rawPath`: a `%3F` of the sender would begin the query, a
 * `%23` hide the rest. A stage that is not `$default` stands before the path. And `GET` with a body, which HTTP
 * allows and `Request` does not, loses the body that nobody reads.
 */
export const arrival = (event: Event): Event => {
  const { http, stage } = event.requestContext
  const under = `/${stage}/`
  const path = event.rawPath.startsWith(under) ? event.rawPath.slice(under.length - 1) : event.rawPath
  const { body, ...rest } = event
  return {
    ...rest,
    rawPath: path.replace(unspelt, encodeURIComponent),
    ...(body !== undefined && !bodiless.has(http.method) && { body }),
  }
}
