import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { composeApi } from '../../functions/api/compose.ts'
import { cityFunction } from '../../functions/api/routers/city.ts'
import { wakingSortKeys } from '../../functions/jobs/change.ts'
import { connect, kmsRing, type Link, memoryRing, type WireCall } from '../../functions/store/index.ts'
import { seedConfiguration } from '../local/seed/configuration.ts'
import { demoId } from '../local/seed/ids.ts'
import { seedMembers } from '../local/seed/members.ts'
import type { Ground } from '../local/seed/place.ts'
import { startTable, wireCall } from '../local/table/index.ts'
import type { Item } from '../local/table/values/attribute.ts'
import { itemSize } from '../local/table/values/size.ts'
import { createTable, tableDefinition } from '../table.ts'

export const city = '341700'
/** A working Friday morning in Shanghai. */
export const morning = new Date('2026-11-20T01:00:00Z')
export const realm = 'https://login.yihu.test'
const audience = 'urn:yihu:api'
const packs = fileURLToPath(new URL('../../forms/packs', import.meta.url))
const days = 86_400_000

/** One running function of the city: what it was asked, what it answered, and what it asked of the cloud itself. */
export type Instance = {
  readonly app: ReturnType<typeof composeApi>
  /** Lines of log, as objects. */
  readonly lines: Readonly<Record<string, unknown>>[]
  /** Owners whose session it took. */
  readonly sessions: Set<string>
  keyRequests: number
  /** Writes that wake the jobs of the stream. */
  wakes: number
}

/** How many rows of a request the jobs are woken by. */
const wakesOf = ({ op, body }: WireCall): number => {
  if (!/^(?:Put|Update|Delete|TransactWrite)/.test(op)) return 0
  const keys = JSON.stringify(body).matchAll(/"sk":\{"S":"([^"]*)"/g)
  return [...keys].filter(([, key = '']) => wakingSortKeys.some((start) => key.startsWith(start))).length
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/**
 * A city as it stands when its first release is published, over the real table engine in memory: a pack with demo
 * prices, and its people. No household yet. Everything that has a clock or an id has the same at every run.
 */
export const openPlace = async () => {
  const table = await startTable()
  await createTable(table.endpoint)
  const link = connect({ table: tableDefinition.TableName, endpoint: table.endpoint, clock: () => morning })
  const ring = memoryRing()
  const ground: Ground = { link, ring, packs, realm }
  const opened = new Date(morning.getTime() - 30 * days)
  await seedMembers(ground, opened)
  await seedConfiguration(ground, city, '341700-care', opened)

  // The keys that sealed it, as they would lie there wrapped.
  const { current, data, blind } = await ring.keys({ kind: 'city', code: city })
  await wireCall(table.endpoint, 'PutItem', {
    TableName: tableDefinition.TableName,
    Item: {
      pk: { S: `T#${city}#KEY` },
      sk: { S: '#' },
      current: { N: String(current) },
      data: { M: Object.fromEntries([...data].map(([n, key]) => [n, { B: base64(key) }])) },
      blind: { B: base64(blind) },
      rev: { N: '1' },
    },
  })

  const pair = await generateKeyPair('ES256', { extractable: true })
  const jwk: JWK = { ...(await exportJWK(pair.publicKey)), kid: 'costs', alg: 'ES256', use: 'sig' }
  const seconds = Math.floor(morning.getTime() / 1000)
  const token = (subject: string): Promise<string> =>
    new SignJWT({ client_id: 'web', scope: 'api', name: subject })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'costs' })
      .setIssuer(realm)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt(seconds - 60)
      .setExpirationTime(seconds + 3600)
      .sign(pair.privateKey)

  let made = 0
  /** A function that has just started: it has met nobody and remembers nothing. */
  const start = (): Instance => {
    const lines: Readonly<Record<string, unknown>>[] = []
    const sessions = new Set<string>()
    // A link of its own: what one function has read, another has not.
    const own = connect({
      table: tableDefinition.TableName,
      endpoint: table.endpoint,
      clock: () => morning,
      wire: (call) => {
        instance.wakes += wakesOf(call)
      },
    })
    const counted: Link = {
      ...own,
      client: (prefix) => {
        sessions.add(prefix)
        return own.client(prefix)
      },
    }
    /** The master key opens what it is given: here wrapped keys are the keys. */
    const opens: typeof fetch = async (_, init) => {
      instance.keyRequests += 1
      const { CiphertextBlob } = JSON.parse(String(init?.body))
      return Response.json({ Plaintext: CiphertextBlob })
    }
    const credentials = () => ({ accessKeyId: 'key', secretAccessKey: 'secret' })
    const kms = { masterKey: 'master', as: () => ({ region: 'cn-north-1', credentials, fetch: opens }) }
    const app = composeApi(
      {
        issuer: realm,
        audience,
        keys: { keys: [jwk] },
        link: counted,
        ring: kmsRing(kms, counted),
        packs,
        clock: () => morning,
        ids: () => demoId(`costs ${++made}`, morning),
        log: (line) => lines.push(line),
      },
      cityFunction,
    )
    const instance: Instance = { app, lines, sessions, keyRequests: 0, wakes: 0 }
    return instance
  }

  /** Bytes that the city's rows take, with what the service adds to each of them and to its entry of the index. */
  const storedBytes = async (): Promise<number> => {
    let bytes = 0
    for (const IndexName of [undefined, 'gsi1']) {
      let after: unknown
      do {
        const page = await wireCall<{ Items: Item[]; LastEvaluatedKey?: unknown }>(table.endpoint, 'Scan', {
          TableName: tableDefinition.TableName,
          IndexName,
          ExclusiveStartKey: after,
        })
        for (const item of page.Items)
          if (item['pk']?.S?.startsWith(`T#${city}#`)) bytes += itemSize(item) + 100
        after = page.LastEvaluatedKey
      } while (after !== undefined)
    }
    return bytes
  }

  const stop = async (): Promise<void> => {
    link.close()
    await table.stop()
  }
  return { start, stop, storedBytes, token }
}
export type Place = Awaited<ReturnType<typeof openPlace>>
