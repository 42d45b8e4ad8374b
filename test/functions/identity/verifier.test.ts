import { createServer } from 'node:http'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { KeysUnreachable, type Principal, Unverified, verifier } from '../../../functions/identity/index.ts'

const issuer = 'https://issuer.test/oidc'
const audience = 'urn:yihu:api'
const clock = () => new Date('2026-11-23T01:00:00Z')
const now = clock().getTime() / 1000

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
let ec: Pair
let rsa: Pair
let other: Pair
let es384: Pair
let verify: (token: string) => Promise<Principal>

const token = (key: Pair['privateKey'] | Uint8Array, header: object = {}, claims: object = {}) =>
  new SignJWT({ iss: issuer, aud: audience, sub: '341700.worker', iat: now, exp: now + 600, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'ec', ...header })
    .sign(key)

beforeAll(async () => {
  ec = await generateKeyPair('ES256', { extractable: true })
  other = await generateKeyPair('ES256')
  rsa = await generateKeyPair('RS256', { extractable: true })
  es384 = await generateKeyPair('ES384', { extractable: true })
  verify = verifier({
    issuer,
    audience,
    clock,
    keys: {
      keys: [
        { ...(await exportJWK(ec.publicKey)), kid: 'ec' },
        { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' },
        { ...(await exportJWK(es384.publicKey)), kid: 'es384' },
      ],
    },
  })
})

describe('a token', () => {
  test('of the issuer names who it speaks for, with either kind of key', async () => {
    const principal = { issuer, subject: '341700.worker', name: '柳如初' }
    expect(await verify(await token(ec.privateKey, {}, { name: '柳如初' }))).toEqual(principal)
    expect(
      await verify(await token(rsa.privateKey, { alg: 'RS256', kid: 'rsa' }, { name: '柳如初' })),
    ).toEqual(principal)
  })

  const wrong: readonly [string, object, object][] = [
    ['expired', {}, { exp: now - 6 }],
    ['not yet valid', {}, { nbf: now + 60 }],
    ['without an end', {}, { exp: undefined }],
    ['of another issuer', {}, { iss: 'https://evil.test' }],
    ['of an issuer that only begins so', {}, { iss: `${issuer}/evil` }],
    ['for another audience', {}, { aud: 'urn:other' }],
    ['for nobody', {}, { sub: undefined }],
    ['for an empty subject', {}, { sub: '' }],
    ['for a subject that is a number', {}, { sub: 5 }],
    ['for a subject that is a list', {}, { sub: ['341700.worker'] }],
    ['for an endless subject', {}, { sub: 'x'.repeat(300) }],
    ['that is an id token', { typ: 'JWT' }, {}],
    ['of no type', { typ: undefined }, {}],
    ['with a key nobody knows', { kid: 'unknown' }, {}],
  ]
  test.each(wrong)('%s is refused', async (_, header, claims) => {
    await expect(verify(await token(ec.privateKey, header, claims))).rejects.toBeInstanceOf(Unverified)
  })

  test('within five seconds of its end is still taken: clocks differ', async () => {
    await verify(await token(ec.privateKey, {}, { exp: now - 4 }))
  })

  test('signed by another key is refused', async () => {
    await expect(verify(await token(other.privateKey))).rejects.toBeInstanceOf(Unverified)
  })

  test('alg none is refused', async () => {
    const none = new UnsecuredJWT({ sub: 'x' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('1h')
      .encode()
    await expect(verify(none)).rejects.toBeInstanceOf(Unverified)
  })

  test('HS256 with the public key as its secret is refused', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(ec.publicKey))
    await expect(verify(await token(secret, { alg: 'HS256' }))).rejects.toBeInstanceOf(Unverified)
  })

  test('an algorithm that is not on the list is refused, though the issuer has such a key', async () => {
    const signed = await token(es384.privateKey, { alg: 'ES384', kid: 'es384' })
    await expect(verify(signed)).rejects.toBeInstanceOf(Unverified)
  })

  test.each(['', 'x', '..', 'a.b.c', 'e30.e30.', `${'a'.repeat(9000)}.b.c`])(
    '%j is no token',
    async (text) => {
      await expect(verify(text)).rejects.toBeInstanceOf(Unverified)
    },
  )

  test('changed in one letter is refused', async () => {
    const [head, claims, signature] = (await token(ec.privateKey)).split('.')
    const text = Buffer.from(claims ?? '', 'base64url')
      .toString()
      .replace('341700', '349901')
    const changed = Buffer.from(text).toString('base64url')
    await expect(verify(`${head}.${changed}.${signature}`)).rejects.toBeInstanceOf(Unverified)
  })
})

describe('an issuer far away', () => {
  const serve = async (status: number, body: string) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    return { url: `http://127.0.0.1:${port}/jwks`, stop: () => new Promise((done) => server.close(done)) }
  }

  test('is asked for its keys', async () => {
    const jwk = { ...(await exportJWK(ec.publicKey)), kid: 'ec' }
    const { url, stop } = await serve(200, JSON.stringify({ keys: [jwk] }))
    expect((await verifier({ issuer, audience, clock, keys: url })(await token(ec.privateKey))).subject).toBe(
      '341700.worker',
    )
    await stop()
  })

  test.each([
    [500, ''],
    [200, 'not json'],
    [200, '{}'],
  ])('that answers %i %j is not the fault of who asks', async (status, text) => {
    const { url, stop } = await serve(status, text)
    await expect(
      verifier({ issuer, audience, clock, keys: url })(await token(ec.privateKey)),
    ).rejects.toBeInstanceOf(KeysUnreachable)
    await stop()
  })

  test('that cannot be reached is not the fault of who asks', async () => {
    const { url, stop } = await serve(200, '')
    await stop()
    await expect(
      verifier({ issuer, audience, clock, keys: url })(await token(ec.privateKey)),
    ).rejects.toBeInstanceOf(KeysUnreachable)
  })
})
