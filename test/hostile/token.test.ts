import { exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audience, issuer } from '../functions/harness.ts'
import { addressOf, askOf, type City, pathValues, startCity } from './city.ts'
import { guarded, named, routes } from './routes.ts'

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

let at: City
let headers: Record<string, string | undefined>
beforeAll(async () => {
  at = await startCity()
  const { tokenFor, publicJwk, clock } = at.yihu
  const now = clock.now().getTime() / 1000
  const admin = '341700.admin'
  const forge = (alg: string, key: Key | Uint8Array) =>
    new SignJWT({})
      .setProtectedHeader({ alg, typ: 'at+jwt', kid: 'test' })
      .setIssuer(issuer)
      .setSubject(admin)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + 600)
      .sign(key)
  const publicKey = (await importJWK(publicJwk, 'ES256', { extractable: true })) as Key
  const secret = new TextEncoder().encode(await exportSPKI(publicKey))
  const stranger = (await generateKeyPair('ES256')).privateKey
  const none = new UnsecuredJWT({}).setIssuer(issuer).setSubject(admin).setAudience(audience)
  const good = await tokenFor(admin)
  headers = {
    'no token': undefined,
    'an empty header': '',
    garbage: 'Bearer garbage',
    'another scheme': `Basic ${good}`,
    'two tokens': `Bearer ${good} ${good}`,
    'a token without its signature': `Bearer ${good.slice(0, good.lastIndexOf('.') + 1)}`,
    'an expired token': `Bearer ${await tokenFor(admin, { expires: now - 60 })}`,
    'a token not yet valid': `Bearer ${await tokenFor(admin, { notBefore: now + 60 })}`,
    'another issuer': `Bearer ${await tokenFor(admin, { issuer: 'https://evil.test' })}`,
    'another audience': `Bearer ${await tokenFor(admin, { audience: 'urn:other' })}`,
    'an id token': `Bearer ${await tokenFor(admin, { type: 'JWT' })}`,
    'alg none': `Bearer ${none.setExpirationTime(now + 600).encode()}`,
    'HS256 with the public key': `Bearer ${await forge('HS256', secret)}`,
    "a stranger's key": `Bearer ${await forge('ES256', stranger)}`,
  }
})
afterAll(() => at.yihu.stop())

test('every route says who may call it', () => {
  const open = routes.filter(({ action }) => action === undefined)
  expect(
    open.map(
      ({ method, path }) => `${method} ${path}: put guard('<action>') first, with an action of policy.ts`,
    ),
  ).toEqual([])
  expect(routes.length).toBeGreaterThan(8)
})

test('only these may be called by everyone', () => {
  expect(routes.filter(({ action }) => action === 'everyone').map(({ path }) => path)).toEqual([
    '/api/health',
    '/api/invitations/look',
    '/api/openapi.json',
  ])
})

describe.each(named(guarded))('%s', (_, route) => {
  test('refuses whoever proves nothing, before it touches the table', async () => {
    const address = addressOf(route, pathValues(at, at.mine))
    at.yihu.wireLog.length = 0
    for (const [what, authorization] of Object.entries(headers)) {
      const ask = { ...askOf(route), ...(authorization !== undefined && { headers: { authorization } }) }
      const answer = await at.yihu.fetch(address, ask)
      expect(answer.status, what).toBe(401)
      expect(answer.json, what).toMatchObject({ code: 'unauthenticated' })
    }
    expect(at.yihu.wireLog).toEqual([])
  })
})
