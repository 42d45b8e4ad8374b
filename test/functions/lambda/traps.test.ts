import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { invocation } from '../../../functions/invocation.ts'
import { buildAsset } from '../../../infra/aws/bundle/asset.ts'
import type { FunctionName } from '../../../infra/aws/functions.ts'
import { settings } from '../../bench/bundle.ts'
import { chizhou, putRelease } from '../casework/city.ts'
import { idNumber } from '../casework/people.ts'
import { city } from '../casework/visit.ts'
import { type Harness, startHarness } from '../harness.ts'
import { bytesOf, gatewayEvent, give } from './event.ts'

const folder = mkdtempSync(join(tmpdir(), 'yihu-traps-'))
let yihu: Harness
/** The whole API behind the adapter; the city's function as it is deployed, and the one that describes the API. */
let api: unknown
let deployed: unknown
let describing: unknown
beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
  api = invocation(yihu.app)
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const imported = async (name: FunctionName) => {
    const asset = await buildAsset(name, folder)
    vi.stubEnv('LAMBDA_TASK_ROOT', asset)
    return (await import(/* @vite-ignore */ pathToFileURL(join(asset, 'index.mjs')).href)).handler
  }
  deployed = await imported('city')
  describing = await imported('changes')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  await yihu.stop()
})

type Change = Parameters<typeof gatewayEvent>[1]
const as = async (subject: string, path: string, change: Change = {}) => {
  const authorization = `Bearer ${await yihu.tokenFor(subject)}`
  const answer = await give(
    api,
    gatewayEvent(path, { ...change, headers: { authorization, ...change.headers } }),
  )
  return { ...answer, text: answer.isBase64Encoded ? '' : answer.body, json: () => JSON.parse(answer.body) }
}
const json = { 'content-type': 'application/json' }
const search = (body: string, headers: Record<string, string> = {}, isBase64Encoded = false) =>
  as('341700.worker', `${city}/search`, {
    method: 'POST',
    body,
    headers: { ...json, ...headers },
    isBase64Encoded,
  })
const wanted = JSON.stringify({ idNumber: idNumber(1, '19400215') })

describe('a body', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"idNumber":1',
    '{"__proto__":{}}',
    '\uFEFF{}',
    '"\u0000"',
    '{"a":1}{"b":2}',
  ])('of %j is a problem of the sender, never ours', async (body) => {
    const { statusCode, headers, json: read } = await search(body)
    expect([400, 422]).toContain(statusCode)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(read().status).toBe(statusCode)
  })

  test('says the same as text and as base64', async () => {
    const plain = await search(wanted)
    const coded = await search(Buffer.from(wanted).toString('base64'), {}, true)
    expect([plain.statusCode, coded.statusCode]).toEqual([200, 200])
    expect(coded.body).toBe(plain.body)
  })

  test('that is packed is refused as what it is', async () => {
    const { statusCode, json: read } = await search(
      gzipSync(wanted).toString('base64'),
      { 'content-encoding': 'gzip' },
      true,
    )
    expect([statusCode, read().code]).toEqual([415, 'unsupported-media'])
  })

  test('is measured, not believed', async () => {
    const large = JSON.stringify({ idNumber: 'x'.repeat(300 * 1024) })
    for (const length of ['1', '0', '-5', 'many'])
      expect((await search(large, { 'content-length': length })).statusCode, length).toBe(413)
    expect((await search(wanted, { 'content-length': '999999999' })).statusCode).toBe(200)
  })

  test('has one type', async () => {
    for (const type of [
      'text/plain',
      'application/json,application/json',
      'application/x-www-form-urlencoded',
    ])
      expect((await search(wanted, { 'content-type': type })).statusCode, type).toBe(415)
    expect((await search(wanted, { 'content-type': 'APPLICATION/JSON; charset=utf-8' })).statusCode).not.toBe(
      415,
    )
  })
})

describe('an address', () => {
  test('that climbs out of its city ends in no other', async () => {
    const paths = [
      '/api/cities/341700/../349901/members',
      '/api/cities/341700/..\\349901/members',
      '/api/cities/341700/%2e%2e/349901/members',
      '/api/cities/341700?/../349901/members',
      '/api/cities/341700#/349901/members',
      '/api/cities/３４１７００/members',
      '/api/cities/341700%00/members',
      '/api/cities/100%/members',
    ]
    for (const path of paths) {
      const { statusCode, json: read } = await as('341700.admin', path)
      expect([statusCode, read().code], path).toEqual([404, 'not-found'])
    }
  })

  test('has the methods that it has', async () => {
    const asked = async (method: string) => {
      const { statusCode, headers, body } = await as('341700.worker', `${city}/releases/live`, { method })
      return [statusCode, headers['allow'], body === '']
    }
    expect(await asked('HEAD')).toEqual([200, undefined, true])
    expect(await asked('OPTIONS')).toEqual([405, 'GET', false])
    expect(await asked('DELETE')).toEqual([405, 'GET', false])
  })

  test('takes a key of its query once', async () => {
    const twice = await as('341700.admin', `${city}/members`, { rawQueryString: 'limit=1&limit=2' })
    expect([twice.statusCode, twice.json().code]).toEqual([422, 'invalid'])
  })
})

describe('a header', () => {
  test('that came twice proves nobody and matches nothing', async () => {
    const token = await yihu.tokenFor('341700.worker')
    const twice = await as('341700.worker', `${city}/releases/live`, {
      headers: { authorization: `Bearer ${token},Bearer ${token}` },
    })
    expect([twice.statusCode, twice.json().code]).toEqual([401, 'unauthenticated'])
    const saved = await as('341700.admin', `${city}/draft/fees`, {
      method: 'PUT',
      body: '{}',
      headers: { ...json, 'if-match': '"1","2"' },
    })
    expect(saved.statusCode).toBeGreaterThanOrEqual(400)
    expect(saved.statusCode).toBeLessThan(500)
  })

  test('is known in any case', async () => {
    const token = await yihu.tokenFor('341700.worker')
    const answer = await give(
      api,
      gatewayEvent('/api/me', { headers: { AUTHORIZATION: `bearer ${token}`, 'X-City': '349901' } }),
    )
    expect(answer.statusCode).toBe(200)
  })
})

test('a form goes packed, and is the form', async () => {
  const live = (await as('341700.worker', `${city}/releases/live`)).json()
  const path = `${city}/documents/${live.documents['form:visit']}`
  const plain = await as('341700.worker', path)
  const packed = await as('341700.worker', path, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': plain.headers['cache-control'],
  })
  expect(gunzipSync(bytesOf(packed)).toString()).toBe(plain.body)
  expect(bytesOf(packed).length).toBeLessThan(plain.body.length)
})

describe('the function as it is deployed', () => {
  const ask = (path: string, change: Change = {}) => give(deployed, gatewayEvent(path, change))

  test('answers under a stage, to HEAD, and to Chinese', async () => {
    expect(await ask('/api/health')).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' })
    expect(await ask('/prod/api/health', { stage: 'prod' })).toMatchObject({ statusCode: 200 })
    expect(await ask('/api/health', { method: 'HEAD' })).toMatchObject({ statusCode: 200, body: '' })
    expect(await ask('/api/池州?x')).toMatchObject({ statusCode: 404 })
  })

  test('packs its description for who takes that', async () => {
    const event = gatewayEvent('/api/openapi.json', { headers: { 'accept-encoding': 'gzip' } })
    const packed = await give(describing, event)
    expect(packed.statusCode).toBe(200)
    expect(JSON.parse(gunzipSync(bytesOf(packed)).toString())).toHaveProperty('openapi')
  })

  test('says what is wrong with a body that is none, and with an event that is none', async () => {
    const broken = await ask('/api/cities/341700/search', {
      method: 'POST',
      body: '*',
      isBase64Encoded: true,
    })
    expect([broken.statusCode, JSON.parse(broken.body).code]).toEqual([400, 'malformed'])
    for (const event of [{}, { requestContext: {} }, { ping: true }])
      expect((await give(deployed, event)).statusCode).toBe(400)
  })
})

test('what cannot be made a request of is one line of log, without a word of what was sent', async () => {
  const told = vi.mocked(console.error)
  const said = vi.mocked(process.stdout.write)
  for (const change of [{ method: 'TRACE' }, { headers: { authorization: 'Bearer a\nsecret' } }]) {
    told.mockClear()
    said.mockClear()
    const answer = await give(deployed, gatewayEvent('/api/me', change))
    expect(answer.statusCode).toBe(400)
    expect(told.mock.calls).toEqual([])
    const lines = said.mock.calls.map(([line]) => String(line))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: 400, limit: 'unreadable', function: 'city' })
    expect(lines[0]).not.toContain('secret')
  }
})
