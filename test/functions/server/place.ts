import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { memberId } from '../../../functions/identity/index.ts'
import { serviceProvince, serviceTenant } from '../../../functions/identity/service.ts'
import { fileRing, freshFileKeys } from '../../../functions/server/key-files.ts'
import {
  connect,
  type KeyRing,
  keys,
  memberContext,
  openProvince,
  openStore,
} from '../../../functions/store/index.ts'
import { startTable } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'

const entry = fileURLToPath(new URL('../../../functions/server.ts', import.meta.url))
const audience = 'urn:yihu:api'
export type Environment = Readonly<Record<string, string>>

const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

/** The way to the table, on which a request can be held up, and on which everything that was asked is written down. */
const wayTo = async (engine: string) => {
  const asked: string[] = []
  let held:
    | { readonly operation: string; readonly seen: () => void; readonly free: Promise<void> }
    | undefined
  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    asked.push(operation)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    if (held?.operation === operation) {
      held.seen()
      await held.free
    }
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const body = Buffer.concat(parts)
    const answer = await fetch(engine, { method: 'POST', headers: headers as Environment, body })
    const type = answer.headers.get('content-type') ?? ''
    response.writeHead(answer.status, { 'content-type': type }).end(Buffer.from(await answer.arrayBuffer()))
  })
  server.keepAliveTimeout = 60_000
  return {
    endpoint: await listening(server),
    asked,
    /** Holds the next requests of an operation: `seen` resolves at the first, `free` lets them go. */
    hold: (operation: string) => {
      const [seen, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      held = { operation, seen: seen.resolve, free: free.promise }
      return {
        seen: seen.promise,
        free: () => {
          held = undefined
          free.resolve()
        },
      }
    },
    stop: () => closed(server),
  }
}

/** An issuer, as far as a server asks it: its public keys. */
const issuerAt = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
  })
  const address = await listening(server)
  const token = (subject: string): Promise<string> =>
    new SignJWT({ client_id: 'web', name: subject })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'one' })
      .setIssuer(address)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey)
  return { address, token, stop: () => closed(server) }
}

/** One running server. */
export type Running = {
  readonly origin: string
  readonly child: ChildProcess
  /** Everything that it printed. */
  readonly said: () => string
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>
}

const running = new Map<ChildProcess, Promise<unknown>>()

/** Starts the server with this environment and no other. Rejects with what it said where it ended before it was ready. */
export const run = async (environment: Environment): Promise<Running> => {
  const child = spawn(process.execPath, ['--disallow-code-generation-from-strings', entry], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  // Not at `exit`: its last words may still be on their way.
  const ended = once(child, 'close').then(([code]) => code as number | null)
  running.set(child, ended)
  const origin = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        said += String(part)
        const found = /✓ 一户已就绪：(http:\/\/[\d.:]+)\//.exec(said)?.[1]
        if (found) resolve(found)
      })
    void ended.then(() => reject(new Error(said)))
  })
  return { origin, child, said: () => said, ended }
}

/** Everything that a server of a government cloud stands on: a table, an issuer, keys in files, built pages. */
export const startPlace = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-server-'))
  const table = await startTable()
  await createTable(table.endpoint)
  const way = await wayTo(table.endpoint)
  const issuer = await issuerAt()
  for (const path of ['keys', 'web/assets', 'web/designer'])
    mkdirSync(join(folder, path), { recursive: true })
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>一户</title>')
  writeFileSync(join(folder, 'web/assets/app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'web/designer/index.html'), '<!doctype html><title>设计</title>')

  const link = connect({ table: 'yihu', endpoint: table.endpoint })
  const environment: Environment = {
    PATH: process.env['PATH'] ?? '',
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: way.endpoint,
    YIHU_TABLE: 'yihu',
    YIHU_ISSUER: issuer.address,
    YIHU_AUDIENCE: audience,
    YIHU_JWKS: `${issuer.address}/jwks`,
    YIHU_KEYS: join(folder, 'keys'),
    YIHU_WEB: join(folder, 'web'),
    YIHU_HOST: '127.0.0.1',
    YIHU_PORT: '0',
  }
  const fileKeys = fileRing(join(folder, 'keys'), freshFileKeys)

  return {
    folder,
    table,
    way,
    issuer,
    link,
    environment,
    /** Makes somebody a member of a city or a province, with the name sealed under its keys. */
    async seat(
      kind: 'city' | 'province',
      code: string,
      subject: string,
      role: string,
      ring: KeyRing = fileKeys,
    ) {
      const store = await (kind === 'city'
        ? openStore(serviceTenant(code, 'test'), link, ring)
        : openProvince(serviceProvince(code, 'test'), link, ring))
      const id = memberId(issuer.address, subject)
      const item = { roles: [{ role }], name: store.seal(subject, memberContext(id)) }
      await store.write([{ put: keys.memberKey(id), item, expect: 'absent' }])
      return id
    },
    store: (city: string) => openStore(serviceTenant(city, 'test'), link, fileKeys),
    province: (code: string) => openProvince(serviceProvince(code, 'test'), link, fileKeys),
    async stop() {
      for (const child of running.keys()) child.kill('SIGKILL')
      await Promise.all(running.values())
      link.close()
      await Promise.all([way.stop(), issuer.stop()])
      await table.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
export type Place = Awaited<ReturnType<typeof startPlace>>
