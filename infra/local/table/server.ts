import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32 } from 'node:zlib'
import type { Engine } from './engine.ts'
import { call } from './engine.ts'
import { Refusal } from './refusal.ts'
import { unreadable } from './request/request.ts'

/** Sees every request before it runs; may answer it with a refusal, as a throttled or contended service would. */
export type Intercept = (operation: string, body: unknown) => Refusal | undefined

export interface Listening {
  readonly port: number
  readonly stop: () => Promise<void>
}

const maxBody = 16 * 1024 * 1024
const contentType = 'application/x-amz-json-1.0'
const versions = ['DynamoDB_20120810', 'DynamoDBStreams_20120810']
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Serves an engine on 127.0.0.1. Port 0 takes a free one; a taken port rejects with EADDRINUSE. */
export async function listen(engine: Engine, port: number, intercept?: Intercept): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(engine, request, response, intercept).catch(() => response.destroy())
  })
  // Longer than clients keep a connection: one that is closed while a request is on its way looks like a failure.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A client that never finishes its request must not keep the engine from ending.
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
}

async function answer(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
  intercept: Intercept | undefined,
): Promise<void> {
  try {
    send(response, 200, await run(engine, request, intercept))
  } catch (error) {
    if (error instanceof Refusal) return send(response, error.status, error.body)
    console.error(error)
    const refusal = new Refusal('InternalServerError', 'The engine failed; nothing was changed', {}, 500)
    send(response, 500, refusal.body)
  }
}

/** A page of another site may make a browser send requests here under its own name; such a name is not answered. */
async function run(
  engine: Engine,
  request: IncomingMessage,
  intercept: Intercept | undefined,
): Promise<object> {
  if (!loopback.test(request.headers.host ?? '')) {
    throw new Refusal(
      'AccessDeniedException',
      'Only requests to this machine by its own name are answered',
      {},
      403,
    )
  }
  const [version, operation] = String(request.headers['x-amz-target'] ?? '').split('.')
  if (request.method !== 'POST' || !versions.includes(version ?? '') || operation === undefined) {
    throw new Refusal('UnknownOperationException', 'The request names no operation of DynamoDB')
  }
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith(contentType)) {
    throw new Refusal('UnknownOperationException', `The content type must be ${contentType}`)
  }
  const body = parse(await readBody(request))
  const refusal = intercept?.(operation, body)
  if (refusal !== undefined) throw refusal
  return call(engine, operation, body)
}

const tooLarge = new Refusal('RequestEntityTooLarge', 'The request is larger than 16 MB', {}, 413)

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= maxBody) chunks.push(chunk)
  }
  // Even a body that is too large is read to its end: a client that still sends would not see the answer.
  if (length > maxBody) throw tooLarge
  return Buffer.concat(chunks)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes), refusePrototype)
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable('The body is not JSON in UTF-8')
  }
}

/** dynalite copies objects by assignment, which would lose an attribute of this name without a word. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw unreadable('An attribute cannot be called __proto__ in this engine')
  return value
}

function send(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': bytes.length,
    'x-amzn-requestid': randomUUID(),
    'x-amz-crc32': crc32(bytes),
  })
  response.end(bytes)
}
