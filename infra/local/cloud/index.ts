import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AwsCredentials } from '../../../functions/store/sign.ts'
import type { FunctionName } from '../../aws/functions.ts'
import { listen } from '../front/listen.ts'
import { Refusal } from '../table/index.ts'
import { callers } from './callers.ts'
import { type Forwarded, guardTable } from './guard.ts'
import { answerKms, masterKey } from './kms.ts'
import { type Service, signerOf } from './signed.ts'
import { answerSts } from './sts.ts'

export type LocalCloud = {
  /** Where STS, KMS and the table answer; which one is asked stands in the signature. */
  readonly endpoint: string
  /** Fresh credentials of a function as itself. */
  credentialsOf(name: FunctionName): AwsCredentials
  /** Fresh credentials of somebody who operates the place. */
  operator(): AwsCredentials
  stop(): void
}

const bodyLimit = 17 * 1024 * 1024
const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= bodyLimit) chunks.push(chunk)
  }
  if (length > bodyLimit) throw new Refusal('RequestEntityTooLarge', 'The request is too large', {}, 413)
  return Buffer.concat(chunks).toString()
}

const json = (status: number, body: object): Forwarded => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
  body: Buffer.from(JSON.stringify(body)),
})
const refusalOf = (service: Service | undefined, { kind, message, status, body }: Refusal): Forwarded =>
  service === 'sts'
    ? json(status, { Error: { Type: 'Sender', Code: kind, Message: message }, RequestId: randomUUID() })
    : json(status, body)

/**
 * The services that functions speak to, on this machine, with the rules of `infra/rights`: STS, KMS and a guard before
 * the table engine. A request is refused as the real ones refuse it; sessions live as long as this process.
 */
export const startCloud = async (options: {
  /** The table engine. */
  readonly engine: string
  /** Folder that holds the master key. */
  readonly data: string
  /** Milliseconds since 1970. */
  readonly clock?: () => number
}): Promise<LocalCloud> => {
  const known = callers(options.clock)
  const key = masterKey(options.data)
  const atTable = guardTable(options.engine)

  const answer = async (request: IncomingMessage): Promise<Forwarded> => {
    let service: Service | undefined
    try {
      const text = await textOf(request)
      const signed = signerOf(request, text, known)
      service = signed.service
      const target = String(request.headers['x-amz-target'] ?? '')
      if (service === 'dynamodb') return await atTable(signed.caller, target, text)
      if (service === 'sts') return json(200, answerSts(known, signed.caller, text))
      const [, operation = ''] = /^TrentService\.(\w+)$/.exec(target) ?? []
      return json(200, answerKms(key, signed.caller, operation, JSON.parse(text)))
    } catch (error) {
      if (error instanceof Refusal) return refusalOf(service, error)
      if (error instanceof SyntaxError)
        return refusalOf(service, new Refusal('SerializationException', 'The body is not JSON'))
      // The engine may be on its way back up: clients try again after a 500.
      return refusalOf(service, new Refusal('InternalServerError', 'The service failed', {}, 500))
    }
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answer(request).then(
      ({ status, headers, body }) =>
        response
          .writeHead(status, {
            ...headers,
            // By the clock that judges: whoever is refused for theirs can take it over.
            date: new Date(known.clock()).toUTCString(),
            'content-length': body.length,
          })
          .end(body),
      () => response.destroy(),
    )
  })
  // Longer than clients keep a connection: one that is closed while a request is on its way looks like a failure.
  server.keepAliveTimeout = 60_000
  const port = await listen(server, 0, () => {})
  return {
    endpoint: `http://127.0.0.1:${port}`,
    credentialsOf: (name) => known.enter({ kind: 'function', name }, Number.POSITIVE_INFINITY).credentials,
    operator: () => known.enter({ kind: 'operator' }).credentials,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
