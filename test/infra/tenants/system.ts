import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createApi } from '../../../functions/api/app.ts'
import type { RoleGrant } from '../../../functions/api/contract/index.ts'
import { memberId } from '../../../functions/identity/index.ts'
import { writeMember } from '../../../functions/identity/members.ts'
import { serviceTenant } from '../../../functions/identity/service.ts'
import {
  connect,
  type Kms,
  kmsRing,
  openStore,
  prefixOf,
  sessions,
  type WireCall,
} from '../../../functions/store/index.ts'
import { startCloud } from '../../../infra/local/cloud/index.ts'
import { ground, roleArn } from '../../../infra/local/cloud/place.ts'
import { cloudAt } from '../../../infra/local/cloud/ring.ts'
import { startTable, wireCall } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'
import { cloudPlace, packs } from '../../../infra/tenants/cloud-place.ts'
import type { Ground, PersonRole } from '../../../infra/tenants/ground.ts'
import { provinceFor } from '../../../infra/tenants/registry.ts'
import type { Ask } from '../../functions/harness.ts'

export const issuer = 'https://issuer.test/oidc'
const audience = 'urn:yihu:api'
export const passphrase = '口令：春江潮水连海平，海上明月共潮生'

export type RawRow = Record<string, Record<string, unknown>>

/**
 * A whole stage of its own: the table behind the guard that decides as IAM does, the master key of this stage, the API
 * under the rights of its own functions, and the operator's commands under theirs.
 */
export const startSystem = async (at = '2026-11-23T01:00:00Z') => {
  /** Fails requests to the table: `(operation) => true` cuts one off. */
  const faults: { cut: ((operation: string) => boolean) | undefined } = { cut: undefined }
  const folder = mkdtempSync(join(tmpdir(), 'yihu-tenants-'))
  const table = await startTable()
  await createTable(table.endpoint)
  const cloud = await startCloud({ engine: table.endpoint, data: folder })
  let now = new Date(at)
  const clock = () => new Date(now)
  const calls: WireCall[] = []
  const said: string[] = []
  const operator = cloud.operator()

  const place = cloudPlace({
    place: '测试环境',
    issuer,
    origin: 'https://yihu.test',
    by: '测试员',
    say: (words) => said.push(words),
    cloud: cloudAt(cloud.endpoint, () => operator),
    table: 'yihu',
    roles: { operator: roleArn('operator'), archivist: roleArn('archivist') },
    masterKey: ground.masterKey,
    backups: async () => ({ days: 35, exports: 1095 }),
    clock,
    wire: (call) => {
      calls.push(call)
      if (faults.cut?.(call.op)) throw new Error('cut off')
    },
  })
  /** As an archivist, who may do all that an operator may. */
  const at_ = (city: string, as: PersonRole = 'archivist'): Promise<Ground> =>
    place.at(city, provinceFor(city), as)

  const function_ = cloud.credentialsOf('city')
  const as = sessions(
    cloudAt(cloud.endpoint, () => function_),
    { city: roleArn('tenant'), member: roleArn('member') },
  )
  const link = connect({ table: 'yihu', session: as.client, clock })
  const kms: Kms = {
    masterKey: ground.masterKey,
    as: (owner) => cloudAt(cloud.endpoint, () => as.credentials(prefixOf(owner))),
  }
  const pair = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }
  const apiNow = () =>
    createApi({
      issuer,
      audience,
      keys: { keys: [jwk] },
      link,
      ring: kmsRing(kms, link),
      packs,
      clock,
      log: () => {},
    })
  let app = apiNow()

  const tokenFor = (subject: string): Promise<string> => {
    const seconds = Math.floor(now.getTime() / 1000)
    return new SignJWT({ client_id: 'web', scope: 'api', name: subject })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
      .setIssuer(issuer)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 3600)
      .sign(pair.privateKey)
  }
  const call = async (subject: string, path: string, ask: Ask = {}) => {
    const response = await app.request(path, {
      method: ask.method ?? (ask.body === undefined ? 'GET' : 'POST'),
      headers: {
        Authorization: `Bearer ${await tokenFor(subject)}`,
        ...(ask.body !== undefined && { 'Content-Type': 'application/json' }),
        ...(ask.match !== undefined && { 'If-Match': `"${ask.match}"` }),
      },
      ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text ? JSON.parse(text) : undefined,
    }
  }
  const store = (city: string) => openStore(serviceTenant(city, 'test'), link, kmsRing(kms, link))

  return {
    as: call,
    at: at_,
    calls,
    faults,
    folder,
    link,
    place,
    said,
    store,
    /** Servers that remember nothing. */
    restart: () => {
      app = apiNow()
    },
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
    member: (subject: string) => memberId(issuer, subject),
    join: async (city: string, subject: string, name: string, roles: readonly RoleGrant[]) => {
      const id = memberId(issuer, subject)
      await writeMember(await store(city), { id, rev: 0, name, roles }, { clock, ids: () => id.slice(0, 26) })
    },
    /** Puts rows into the table as they are, past everybody's rights. */
    put: async (...rows: readonly RawRow[]) => {
      for (let at = 0; at < rows.length; at += 25) {
        const requests = rows.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }))
        await wireCall(table.endpoint, 'BatchWriteItem', { RequestItems: { yihu: requests } })
      }
    },
    /** Every row of the table as it is, in the order of keys. */
    rows: async (prefix = ''): Promise<readonly RawRow[]> => {
      const rows: RawRow[] = []
      for (let start: unknown; ; ) {
        const page = await wireCall<{ Items: RawRow[]; LastEvaluatedKey?: unknown }>(table.endpoint, 'Scan', {
          TableName: 'yihu',
          ...(start !== undefined && { ExclusiveStartKey: start }),
        })
        rows.push(...page.Items)
        start = page.LastEvaluatedKey
        if (start === undefined) break
      }
      const key = (row: RawRow) => `${row['pk']?.['S']}\n${row['sk']?.['S']}`
      return rows.filter((row) => key(row).startsWith(prefix)).sort((a, b) => (key(a) < key(b) ? -1 : 1))
    },
    file: (name: string, content: string): string => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    stop: async () => {
      link.close()
      cloud.stop()
      await table.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type System = Awaited<ReturnType<typeof startSystem>>
