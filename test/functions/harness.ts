import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { createApi } from '../../functions/api/app.ts'
import type { RoleGrant } from '../../functions/api/contract/index.ts'
import { memberId } from '../../functions/identity/index.ts'
import { serviceProvince, serviceTenant } from '../../functions/identity/service.ts'
import {
  connect,
  hintKey,
  keys,
  type Link,
  type LinkOptions,
  memberContext,
  memoryRing,
  openProvince,
  openStore,
  type ProvinceStore,
  type TenantStore,
  UserStore,
  type WireCall,
} from '../../functions/store/index.ts'
import { startTable } from '../../infra/local/table/index.ts'
import { createTable } from '../../infra/table.ts'
import { judgedLink } from './judged.ts'

export const issuer = 'https://issuer.test/oidc'
export const audience = 'urn:yihu:api'

/** Divisions that the people of the harness work in. `path` of a household: [county, township, village]. */
export const places = {
  /** 贵池区 and one of its townships. */
  county: '341702',
  township: '341702-01',
  village: '341702-01-001',
  /** Another township of the same county. */
  otherTownship: '341702-02',
  otherVillage: '341702-02-001',
} as const

export type Person = {
  readonly kind: 'city' | 'province'
  readonly code: string
  readonly name: string
  readonly roles: readonly RoleGrant[]
}

const inCity = (code: string, name: string, ...roles: RoleGrant[]): Person => ({
  kind: 'city',
  code,
  name,
  roles,
})

const { county, township, otherTownship } = places

/** The demo subjects of the brief, and beside each who reaches only a part somebody with the other part. */
export const people: { readonly [subject: string]: Person } = {
  '341700.admin': inCity('341700', '方知远', { role: 'admin' }),
  '341700.county': inCity('341700', '陶安然', { role: 'county.admin', divisions: [county] }),
  '341700.township': inCity('341700', '汪修文', { role: 'township', divisions: [township] }),
  '341700.township2': inCity('341700', '鲁望舒', { role: 'township', divisions: [otherTownship] }),
  '341700.worker': inCity('341700', '柳如初', { role: 'worker', divisions: [township] }),
  '341700.worker2': inCity('341700', '纪清和', { role: 'worker', divisions: [township] }),
  '341700.village': inCity('341700', '潘守田', { role: 'village', divisions: [township] }),
  '341700.village2': inCity('341700', '贺守山', { role: 'village', divisions: [otherTownship] }),
  '341700.provider': inCity('341700', '范乐康', { role: 'provider', provider: 'provider-1' }),
  '341700.provider2': inCity('341700', '康乐凡', { role: 'provider', provider: 'provider-2' }),
  '341700.auditor': inCity('341700', '严明鉴', { role: 'auditor' }),
  '349901.admin': inCity('349901', '甄景明', { role: 'admin' }),
  '349901.township': inCity('349901', '甄有方', { role: 'township' }),
  '349901.worker': inCity('349901', '甄小禾', { role: 'worker' }),
  '349901.village': inCity('349901', '甄长青', { role: 'village' }),
  '340000.office': { kind: 'province', code: '340000', name: '安怀瑾', roles: [{ role: 'office' }] },
}

export type TokenOverrides = {
  readonly issuer?: string
  readonly audience?: string
  /** Seconds since 1970. */
  readonly notBefore?: number
  readonly expires?: number
  readonly type?: string
  readonly claims?: JWTPayload
}

export type Ask = {
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array | ReadableStream<Uint8Array>
  /** A revision: sent as `If-Match: "<rev>"`. */
  readonly match?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer whose JSON was read already. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any
  readonly text: string
}

/**
 * The whole API over a table in memory, with people to ask as. Each test file starts its own and stops it:
 * `const yihu = await startHarness()` … `afterAll(yihu.stop)`.
 */
export const startHarness = async (options: { readonly packs?: string; readonly at?: string } = {}) => {
  const table = await startTable()
  await createTable(table.endpoint)

  let now = new Date(options.at ?? '2026-11-23T01:00:00Z')
  const clock = {
    now: () => new Date(now),
    /** An instant: `2026-12-01T00:00:00Z`. */
    set: (at: string) => {
      now = new Date(at)
    },
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }

  /** Every request to the table since the last `wireLog.length = 0`. */
  const wireLog: WireCall[] = []
  const logLines: Readonly<Record<string, unknown>>[] = []
  const way: LinkOptions = {
    table: 'yihu',
    endpoint: table.endpoint,
    clock: clock.now,
    wire: (call) => wireLog.push(call),
  }
  /** For what a test arranges; the app itself goes the judged one. */
  const link: Link = connect(way)
  const judged = judgedLink(link, way, { city: 'tenant', province: 'province', member: 'member' })
  const ring = memoryRing()
  const pair = await generateKeyPair('ES256', { extractable: true })
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }

  const app = createApi({
    issuer,
    audience,
    keys: { keys: [publicJwk] },
    link: judged,
    ring,
    packs: options.packs ?? new URL('../../forms/packs', import.meta.url).pathname,
    clock: clock.now,
    log: (line) => logLines.push(line),
  })

  /** A signed access token; `overrides` make it wrong on purpose. */
  const tokenFor = (subject: string, overrides: TokenOverrides = {}): Promise<string> => {
    const seconds = Math.floor(now.getTime() / 1000)
    return new SignJWT({
      client_id: 'web',
      scope: 'api',
      name: people[subject]?.name ?? subject,
      ...overrides.claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: overrides.type ?? 'at+jwt', kid: 'test' })
      .setIssuer(overrides.issuer ?? issuer)
      .setSubject(subject)
      .setAudience(overrides.audience ?? audience)
      .setIssuedAt(seconds)
      .setNotBefore(overrides.notBefore ?? seconds)
      .setExpirationTime(overrides.expires ?? seconds + 3600)
      .sign(pair.privateKey)
  }

  const member = (subject: string): string => memberId(issuer, subject)
  const store = (city: string): Promise<TenantStore> => openStore(serviceTenant(city, 'test'), link, ring)
  const province = (code: string): Promise<ProvinceStore> =>
    openProvince(serviceProvince(code, 'test'), link, ring)

  const seedMember = async (subject: string, person: Person): Promise<void> => {
    const id = member(subject)
    const rows = await (person.kind === 'city' ? store(person.code) : province(person.code))
    const name = rows.seal(person.name, memberContext(id))
    await rows.write([{ put: keys.memberKey(id), item: { roles: person.roles, name }, expect: 'absent' }])
    const { kind, code, roles } = person
    const hint = { kind, code, name: code, roles }
    await UserStore.forJob(serviceTenant('341700', 'test'), id, link).write([
      { put: hintKey(kind, code), item: hint, expect: 'absent' },
    ])
  }
  for (const [subject, person] of Object.entries(people)) await seedMember(subject, person)
  wireLog.length = 0

  /** Sends a request without a token. */
  const fetch = async (path: string, ask: Ask = {}): Promise<Answer> => {
    const headers: Record<string, string> = {
      ...(ask.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(ask.match !== undefined && { 'If-Match': `"${ask.match}"` }),
      ...ask.headers,
    }
    const response = await app.request(path, {
      method: ask.method ?? (ask.body === undefined && ask.raw === undefined ? 'GET' : 'POST'),
      headers,
      ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
      ...(ask.raw !== undefined && { body: ask.raw, duplex: 'half' }),
    } as RequestInit)
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    }
  }

  /** Sends a request as one of the people: `await yihu.as('341700.worker', '/api/me')`. */
  const as = async (subject: string, path: string, ask: Ask = {}): Promise<Answer> =>
    fetch(path, { ...ask, headers: { Authorization: `Bearer ${await tokenFor(subject)}`, ...ask.headers } })

  const stop = async (): Promise<void> => {
    judged.close()
    link.close()
    await table.stop()
  }

  return {
    app,
    as,
    clock,
    endpoint: table.endpoint,
    fetch,
    link,
    logLines,
    member,
    privateKey: pair.privateKey,
    province,
    publicJwk,
    ring,
    seedMember,
    stop,
    store,
    tokenFor,
    wireLog,
  }
}

export type Harness = Awaited<ReturnType<typeof startHarness>>
