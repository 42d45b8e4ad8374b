import { exportSPKI, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { authorizer } from '../../../../infra/local/lambda/gateway/authorizer.ts'
import { audience, issuer, type TestIssuer, testIssuer, type Wrong } from './issuer.ts'

let by: TestIssuer
let authorize: ReturnType<typeof authorizer>
beforeAll(async () => {
  by = await testIssuer()
  authorize = authorizer({ issuer, audience, keys: by.keys })
})

test('a good token is its claims, every one as text', async () => {
  const token = await by.token({ claims: { roles: ['a', 'b'], deep: { x: 1 }, n: 7, yes: true } })
  for (const header of [`Bearer ${token}`, `bearer ${token}`, token])
    expect(await authorize(header)).toMatchObject({
      sub: '341700.worker',
      name: '江一帆',
      aud: audience,
      roles: '[a b]',
      deep: '{"x":1}',
      n: '7',
      yes: 'true',
      exp: expect.stringMatching(/^\d+$/),
    })
})

test('one of several audiences will do', async () => {
  const claims = { aud: ['urn:other', audience] }
  expect(await authorize(await by.token().then(() => by.token({ claims })))).toBeDefined()
})

test.each<[string, Wrong]>([
  ['of another issuer', { issuer: 'https://evil.test' }],
  ['for somebody else', { audience: 'urn:other' }],
  ['that has ended', { expires: -60 }],
  ['without an end', { expires: 'never' }],
  ['that has not begun', { notBefore: 600 }],
  ['issued tomorrow', { issued: 86_400 }],
  ['that names no key', { kid: undefined }],
  ['that names another key', { kid: 'none' }],
  ['that names a key of another kind', { kid: 'ec' }],
])('a token %s is none', async (_, wrong) => {
  expect(await authorize(`Bearer ${await by.token(wrong)}`)).toBeUndefined()
})

test('only RSA is taken, as in the cloud, and only by the issuer’s own key', async () => {
  expect(await authorize(await by.token({}, 'ec'))).toBeUndefined()
  expect(await authorize(await by.token({}, 'stranger'))).toBeUndefined()
})

test('the public key is no shared secret, and no algorithm is none', async () => {
  const secret = new TextEncoder().encode(await exportSPKI(by.rsa.publicKey))
  const forged = await new SignJWT({ sub: '341700.admin' })
    .setProtectedHeader({ alg: 'HS256', kid: 'rsa' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('1h')
    .sign(secret)
  expect(await authorize(`Bearer ${forged}`)).toBeUndefined()
  const [, payload = ''] = (await by.token()).split('.')
  const head = Buffer.from(JSON.stringify({ alg: 'none', kid: 'rsa' })).toString('base64url')
  expect(await authorize(`Bearer ${head}.${payload}.`)).toBeUndefined()
})

test('what was changed after it was signed is none', async () => {
  const [head, payload = '', proof] = (await by.token()).split('.')
  const changed = Buffer.from(payload, 'base64url').toString().replace('341700', '349901')
  expect(
    await authorize(`Bearer ${head}.${Buffer.from(changed).toString('base64url')}.${proof}`),
  ).toBeUndefined()
})

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Basic YTpi',
  'Bearer a.b.c',
  'Bearer x, Bearer y',
  '.'.repeat(9000),
])('%j is no token', async (header) => {
  expect(await authorize(header)).toBeUndefined()
})
