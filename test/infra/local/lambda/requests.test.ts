import type { APIGatewayProxyEventV2WithJWTAuthorizer as Event } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenGateway, openGateway } from './gateway.ts'
import { issuer } from './issuer.ts'

let at: OpenGateway
beforeAll(async () => {
  at = await openGateway()
})
beforeEach(() => at.forget())
afterAll(() => at.stop())

const event = (): Event => at.seen[0] as Event

describe('who may ask', () => {
  test('an open address needs no token, and what comes with one is not looked at', async () => {
    for (const headers of [{}, { authorization: 'Bearer rubbish' }])
      expect((await fetch(`${at.origin}/api/health`, { headers })).status).toBe(200)
    expect(at.seen.map(({ requestContext }) => 'authorizer' in requestContext)).toEqual([false, false])
  })

  test('every other one does, and says so as the cloud does', async () => {
    const none = await fetch(`${at.origin}/api/things/1`)
    expect([none.status, await none.json()]).toEqual([401, { message: 'Unauthorized' }])
    expect(none.headers.get('www-authenticate')).toBe('Bearer')
    const old = await at.ask('/api/things/1', {
      headers: { authorization: `Bearer ${await at.by.token({ expires: -9 })}` },
    })
    expect([old.status, old.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
    expect(at.seen).toEqual([])
  })

  test('two tokens are none', async () => {
    const lines = [
      'GET /api/things/1 HTTP/1.1',
      'Host: x',
      `Authorization: Bearer rubbish`,
      `Authorization: ${at.authorization}`,
    ]
    expect(await at.raw(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 401/)
  })

  test('the claims are handed on', async () => {
    await at.ask('/api/things/1')
    expect(event().requestContext.authorizer.jwt.claims).toMatchObject({ sub: '341700.worker', iss: issuer })
  })
})

describe('the event', () => {
  test('is of format 2.0', async () => {
    await at.ask('/api/things/7?b=2&a=1&a=%E6%88%B7', { headers: { cookie: 'x=1; y=2', 'X-Own': 'a' } })
    expect(event()).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/things/{thing}',
      rawPath: '/api/things/7',
      rawQueryString: 'b=2&a=1&a=%E6%88%B7',
      queryStringParameters: { a: '1,户', b: '2' },
      pathParameters: { thing: '7' },
      cookies: ['x=1', 'y=2'],
      headers: { 'x-own': 'a', host: new URL(at.origin).host },
      requestContext: { stage: '$default', http: { method: 'GET', path: '/api/things/7' } },
      isBase64Encoded: false,
    })
    expect(event().headers).not.toHaveProperty('cookie')
    expect(event()).not.toHaveProperty('body')
  })

  test('takes a name for a name, whatever else it means', async () => {
    await at.ask('/api/things/7?constructor=1&__proto__=2', { headers: { constructor: 'x', tostring: 'y' } })
    expect(Object.entries(event().queryStringParameters ?? {})).toEqual([
      ['constructor', '1'],
      ['__proto__', '2'],
    ])
    expect(Object.entries(event().headers)).toEqual(
      expect.arrayContaining([
        ['constructor', 'x'],
        ['tostring', 'y'],
      ]),
    )
  })

  test('joins a header that came twice, and drops what is of the connection', async () => {
    const lines = [
      'GET /open/x HTTP/1.1',
      'Host: x',
      'X-Twice: 1',
      'x-twice: 2',
      'TE: trailers',
      'Connection: close',
    ]
    await at.raw(`${lines.join('\r\n')}\r\n\r\n`)
    expect(event().headers).toMatchObject({ 'x-twice': '1,2' })
    expect(Object.keys(event().headers)).not.toContain('te')
    expect(Object.keys(event().headers)).not.toContain('connection')
  })

  test.each([
    ['application/json', '{"名":1}', '{"名":1}', false],
    ['application/json; charset=utf-8', '{}', '{}', false],
    ['text/plain', 'a', 'a', false],
    ['application/x-www-form-urlencoded', 'a=1', 'YT0x', true],
    ['application/octet-stream', 'a', 'YQ==', true],
    ['application/jsonish', 'a', 'YQ==', true],
  ])('carries a body of %s', async (type, body, carried, isBase64Encoded) => {
    await at.ask('/api/things/1', { method: 'PUT', body, headers: { 'content-type': type } })
    expect(event()).toMatchObject({ body: carried, isBase64Encoded })
  })

  test('carries what is compressed as bytes', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    await at.ask('/api/things/1', { method: 'POST', body: Buffer.from([31, 139, 255]), headers })
    expect(event()).toMatchObject({ body: 'H4v/', isBase64Encoded: true })
  })
})

describe('the path', () => {
  const path = async (target: string): Promise<string> => {
    const told = await at.raw(
      `GET ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: ${at.authorization}\r\nConnection: close\r\n\r\n`,
    )
    return `${told.slice(9, 12)} ${at.seen.at(-1)?.rawPath ?? ''}`.trim()
  }
  test.each([
    ['/api/things/%E6%88%B7', '200 /api/things/户'],
    ['/api/things/a%2Fb', '404'],
    ['/api/things/a%3Fb=1', '200 /api/things/a'],
    ['/api/things/%2e%2e', '200 /api/things/..'],
    ['/api/things/../health', '404'],
    ['/api/health/../things/1', '404'],
    ['/api/%68ealth', '200 /api/health'],
    ['/api%2Fhealth', '200 /api/health'],
    ['//api/health', '404'],
    ['/api//health', '404'],
    ['/api/health/', '404'],
    ['/API/health', '404'],
    ['/api/health%00', '404'],
    ['/api/things/%zz', '400'],
    ['/api/things/%ff', '400'],
    ['http://elsewhere.test/api/health', '404'],
    ['*', '404'],
  ])('%s', async (target, wanted) => {
    expect(await path(target)).toBe(wanted)
  })

  test('of ten thousand signs is a path, and of a hundred thousand is refused; the next one is served', async () => {
    expect(await path(`/api/things/${'x'.repeat(10_000)}`)).toMatch(/^200 /)
    at.seen.length = 0
    // Refused while it is still being sent, so that the line may break before the answer is read.
    expect(['431', 'reset']).toContain(await path(`/api/things/${'x'.repeat(100_000)}`).catch(() => 'reset'))
    expect(await path('/api/health')).toBe('200 /api/health')
  })
})
