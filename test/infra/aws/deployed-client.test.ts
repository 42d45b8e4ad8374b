import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http, { createServer, type RequestOptions, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { bundle } from '../../../infra/aws/bundle/bundle.ts'

/**
 * The client of the table as it is deployed, with what was left out of it, and without an address in its settings: what
 * it asks over TLS is led to a server here, which says what the real one says on its bad days.
 */
type Reply = (response: ServerResponse) => unknown
type Handler = (event: object, context: object) => Promise<{ batchItemFailures: readonly object[] }>
const folder = mkdtempSync(join(tmpdir(), 'yihu-deployed-'))
const replies: Reply[] = []
const asked: { readonly host: string; readonly port: unknown; readonly at: Date }[] = []
const sts: string[] = []
const courier = {} as Record<string, Handler>

const json =
  (body: object, status = 200, headers = {}): Reply =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers })
      .end(JSON.stringify(body))
const nothing = json({ Responses: { yihu: [] }, UnprocessedKeys: {} })
const fault = (name: string, status = 400, headers = {}): Reply =>
  json({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'x' }, status, headers)

const server = createServer((request, response) => {
  const [, time = ''] = /^(\d{8}T\d{6})Z$/.exec(String(request.headers['x-amz-date'])) ?? []
  const iso = time.replace(/(....)(..)(..)T(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z')
  const { host = '', 'x-was-for-port': port } = request.headers
  asked.push({ host, port, at: new Date(iso) })
  request.resume().on('end', () => (replies.shift() ?? nothing)(response))
})

beforeAll(async () => {
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  vi.spyOn(https, 'request').mockImplementation(((to: RequestOptions, then: () => void) => {
    const headers = { ...to.headers, 'x-was-for-port': String(to.port ?? 443) }
    return http.request(
      { ...to, agent: undefined, protocol: 'http:', host: '127.0.0.1', port, headers },
      then,
    )
  }) as typeof https.request)
  vi.stubGlobal('fetch', async (url: string) => {
    sts.push(new URL(url).host)
    const Credentials = { AccessKeyId: 'k', SecretAccessKey: 's', SessionToken: 't', Expiration: 4e9 }
    return Response.json({ AssumeRoleResponse: { AssumeRoleResult: { Credentials } } })
  })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const file = join(folder, 'courier.mjs')
  writeFileSync(file, (await bundle('courier')).text)
  const settings = { YIHU_TABLE: 'yihu', YIHU_CITY_ROLE: 'arn:c', YIHU_PROVINCE_ROLE: 'arn:p' }
  const own = { AWS_ACCESS_KEY_ID: 'own', AWS_SECRET_ACCESS_KEY: 'own', AWS_ENDPOINT_URL_DYNAMODB: undefined }
  for (const region of ['cn-north-1', 'eu-central-1']) {
    for (const [name, value] of Object.entries({ ...settings, ...own, AWS_REGION: region }))
      vi.stubEnv(name, value)
    courier[region] = (await import(/* @vite-ignore */ `${pathToFileURL(file).href}?${region}`)).handler
  }
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  for (const list of [replies, asked, sts]) list.length = 0
})

/** One message is looked for, which is one request to the table; answers whether it went well. */
const look = async (region: string, ...script: readonly Reply[]): Promise<boolean> => {
  replies.push(...script)
  const Keys = { pk: { S: 'T#341700#MAIL' }, sk: { S: 'OUT#01KE5TP1M0098X11NC3HM2HS8P' } }
  const event = { Records: [{ dynamodb: { Keys, SequenceNumber: '1' } }] }
  const told = await courier[region]?.(event, { getRemainingTimeInMillis: () => 60_000 })
  return told?.batchItemFailures.length === 0
}

test.each([
  ['cn-north-1', 'amazonaws.com.cn'],
  ['eu-central-1', 'amazonaws.com'],
])('in %s everything is asked under %s, over TLS', async (region, domain) => {
  expect(await look(region)).toBe(true)
  expect(sts).toEqual([`sts.${region}.${domain}`])
  expect(asked).toMatchObject([{ host: `dynamodb.${region}.${domain}`, port: '443' }])
})

describe('what passes by itself is asked again', () => {
  test.each<[string, Reply]>([
    ['a throttle', fault('ThrottlingException')],
    ['too much for a partition', fault('ProvisionedThroughputExceededException')],
    ['a fault of theirs', fault('InternalServerError', 500)],
    ['a page of a load balancer', (response) => response.writeHead(503).end('<html>')],
    ['silence', () => {}],
    ['a connection that breaks', (response) => response.destroy()],
    [
      'an answer that breaks off',
      (response) =>
        response.writeHead(200, { 'content-length': 99 }).write('{') &&
        setTimeout(() => response.destroy(), 20),
    ],
  ])('%s', async (_, reply) => {
    expect(await look('cn-north-1', reply)).toBe(true)
    expect(asked).toHaveLength(2)
  })

  test('but not without end, and a refusal not at all', async () => {
    expect(
      await look('cn-north-1', ...Array.from({ length: 9 }, () => fault('InternalServerError', 500))),
    ).toBe(false)
    expect(asked).toHaveLength(3)
    asked.length = 0
    replies.length = 0
    expect(await look('cn-north-1', fault('AccessDeniedException'))).toBe(false)
    expect(asked).toHaveLength(1)
  })
})

test('a clock that is an hour off is put right by the answer, and stays right', async () => {
  const date = new Date(Date.now() + 3_600_000)
  const skewed = fault('InvalidSignatureException', 400, { date: date.toUTCString() })
  expect(await look('eu-central-1', skewed)).toBe(true)
  expect(asked).toHaveLength(2)
  const [first, second] = asked.map(({ at }) => at.getTime() - Date.now())
  expect(Math.abs(first ?? 0)).toBeLessThan(60_000)
  expect(Math.abs((second ?? 0) - 3_600_000)).toBeLessThan(60_000)
})
