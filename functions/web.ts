import { join } from 'node:path'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { client, type Reply } from './front/client.ts'
import { headersFor } from './front/headers.ts'
import { siteFrom } from './front/site.ts'
import { metricsLog } from './metrics.ts'

/**
 * The web client as a function, for places where no content network may serve pages under our name. Whatever no route
 * of the API takes comes here. The built client lies in the asset.
 */
const site = siteFrom(process.env['YIHU_SITE'])
const headersAt = headersFor({ issuer: site.signIn.issuer, tls: true })
const answer = client(join(process.env['LAMBDA_TASK_ROOT'] ?? '', 'web'), site)
const log = metricsLog('web')

const broken: Reply = {
  status: 500,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from('页面暂时打不开，请稍后再试。'),
}

const text = /^(?:text|application\/(?:json|manifest))/

/**
 * As the gateway takes it: text as it is, everything else and whatever is compressed in base64. It counts the length
 * itself; ours would be wrong to it where it sees no body (`HEAD`).
 */
const carried = ({ status, headers: all, body }: Reply, url: string): APIGatewayProxyStructuredResultV2 => {
  const { 'content-length': _, ...headers } = all
  const isText = text.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined
  return {
    statusCode: status,
    headers: { ...headersAt(url), ...headers },
    ...(body && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body !== undefined && !isText,
  }
}

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const began = performance.now()
  const { rawPath, requestContext } = event
  let reply = broken
  let error: unknown
  try {
    reply = await answer({
      method: requestContext.http.method,
      url: rawPath,
      header: (name) => event.headers[name] ?? '',
    })
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.name : 'unknown'
  }
  log({
    at: new Date().toISOString(),
    requestId: requestContext.requestId,
    method: requestContext.http.method,
    status: reply.status,
    ms: Math.round(performance.now() - began),
    ...(error !== undefined && { error }),
  })
  return carried(reply, rawPath)
})
