import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../../front/server.ts'
import { type Outcome, payloadLimit } from '../runtime-api.ts'
import { failed, type Reply, replyOf, saying } from './answer.ts'
import type { authorizer } from './authorizer.ts'
import { addressOf, eventOf } from './event.ts'
import { matcher, type RouteKey } from './match.ts'

export type GatewayOptions<R> = {
  readonly routes: readonly R[]
  readonly authorize: ReturnType<typeof authorizer>
  readonly invoke: (route: R, event: string) => Promise<Outcome>
  /** Told what went wrong behind it; never anything of the request but its route. */
  readonly say: (words: string) => void
  /** Milliseconds that it waits for a function; default 30,000, which is all that the real one grants. */
  readonly patience?: number
}

const bodyLimit = 10 * 1024 * 1024

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= bodyLimit) chunks.push(chunk)
  }
  return length <= bodyLimit ? Buffer.concat(chunks) : undefined
}

const tooLarge = saying(413, 'Request Entity Too Large')
const unavailable = saying(503, 'Service Unavailable')
const unauthorized = (sent: boolean): Reply =>
  saying(401, 'Unauthorized', {
    'www-authenticate': sent ? 'Bearer error="invalid_token"' : 'Bearer',
  })

/**
 * An HTTP API with Lambda proxy integrations (payload format 2.0) and a JWT authorizer, as API Gateway runs it on its
 * `$default` stage. What no route takes is 404 here and reaches no function.
 */
export const gateway = <R extends RouteKey & { readonly isOpen: boolean }>(
  options: GatewayOptions<R>,
): Answer => {
  const { authorize, invoke, say, patience = 30_000 } = options
  const match = matcher(options.routes)

  const reply = async (request: IncomingMessage): Promise<Reply> => {
    const address = addressOf(request.url ?? '')
    if (!address) return saying(400, 'Bad Request')
    const found = match(request.method ?? '', address.path)
    if (!found) return saying(404, 'Not Found')
    const { route, parameters } = found
    const sent = request.headers.authorization
    const claims = route.isOpen ? undefined : await authorize(sent)
    if (!route.isOpen && !claims) return unauthorized(sent !== undefined)
    const body = await bodyOf(request)
    if (!body) return tooLarge
    const routeKey = route.path === '$default' ? route.path : `${route.method} ${route.path}`
    const event = JSON.stringify(eventOf({ request, ...address, body, routeKey, parameters, claims }))
    if (Buffer.byteLength(event) > payloadLimit) return tooLarge

    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Outcome>((done) => {
      timer = setTimeout(() => done({ kind: 'timeout' }), patience)
    })
    const outcome = await Promise.race([invoke(route, event), late])
    clearTimeout(timer)
    if (outcome.kind === 'answer') return replyOf(outcome.payload)
    say(
      `✗ 函数没有答复：${routeKey}：${outcome.kind === 'error' ? `${outcome.type} ${outcome.message}` : '超时'}`,
    )
    return outcome.kind === 'timeout' ? unavailable : failed
  }

  return async (request: IncomingMessage, response: ServerResponse) => {
    const made = await reply(request).catch((error: unknown) => {
      // Whoever went away in the middle of sending gets no answer, and that is nobody's fault.
      if (!request.destroyed) throw error
    })
    if (!made) return
    const { status, headers, body } = made
    // Read to its end, or a client that still sends would not see the answer.
    request.resume()
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string | string[])
    response.setHeader('apigw-requestid', randomUUID())
    const bodiless = request.method === 'HEAD' || status === 204 || status === 304
    if (!bodiless) response.setHeader('content-length', body.length)
    response.writeHead(status).end(bodiless ? undefined : body)
  }
}
