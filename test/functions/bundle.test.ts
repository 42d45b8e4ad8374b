import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkDocument } from '#forms/release'
import { apiFunctions } from '../../functions/api/app.ts'
import { type KeyRow, keyRowKey } from '../../functions/store/index.ts'
import { type Bundle, bundle } from '../../infra/aws/bundle/bundle.ts'
import { leftOut } from '../../infra/aws/bundle/left-out.ts'
import { settings } from '../bench/bundle.ts'
import { type Harness, startHarness } from './harness.ts'

const limit = 450 * 1024
type Handler = (event: object, context: object) => Promise<{ statusCode: number; body: string }>

type Name = keyof typeof apiFunctions
const names = Object.keys(apiFunctions) as Name[]
const built = {} as Record<Name, Bundle>
const handlers = {} as Record<Name, Handler>
const folder = mkdtempSync(join(tmpdir(), 'yihu-function-'))
const asked: string[] = []
let yihu: Harness

const seal = (text: string): string => createHash('sha256').update(text).digest('hex')

/** STS, KMS and the issuer, as far as a function asks them. */
const network = async (url: unknown, init?: RequestInit): Promise<Response> => {
  const { host } = new URL(String(url))
  const body = String(init?.body ?? '')
  asked.push(`${host} ${/Tags\.member\.1\.Value=(\w+)/.exec(body)?.[1] ?? ''}`.trim())
  if (host.startsWith('issuer.')) return Response.json({ keys: [yihu.publicJwk] })
  if (host.startsWith('sts.')) {
    const Credentials = { AccessKeyId: 'k', SecretAccessKey: 's', SessionToken: 't', Expiration: 4e9 }
    return Response.json({ AssumeRoleResponse: { AssumeRoleResult: { Credentials } } })
  }
  if (!host.startsWith('kms.')) throw new Error(`a function asked ${host}`)
  const { CiphertextBlob = Math.random().toString() } = JSON.parse(body)
  const Plaintext = createHash('sha256').update(CiphertextBlob).digest('base64')
  return Response.json({ CiphertextBlob: Buffer.from(CiphertextBlob).toString('base64'), Plaintext })
}

type Sent = { readonly body: unknown; readonly match: number }
const call = async (name: Name, method: string, path: string, token?: string, sent?: Sent) => {
  const answer = await handlers[name](
    {
      version: '2.0',
      routeKey: '$default',
      rawPath: path,
      rawQueryString: '',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(sent && { 'content-type': 'application/json', 'if-match': `"${sent.match}"` }),
      },
      ...(sent && { body: JSON.stringify(sent.body) }),
      requestContext: { http: { method, path }, domainName: 'api.test', requestId: 'r', stage: '$default' },
      isBase64Encoded: false,
    },
    { awsRequestId: 'r', getRemainingTimeInMillis: () => 10_000 },
  )
  return { status: answer.statusCode, json: JSON.parse(answer.body) }
}

/** Starts a function once more for each `time`. */
const imported = async (name: Name, time = ''): Promise<Handler> => {
  const { href } = pathToFileURL(join(folder, `${name}.mjs`))
  return (await import(/* @vite-ignore */ `${href}?${time}`)).handler
}

beforeAll(async () => {
  yihu = await startHarness({ at: new Date().toISOString() })
  const row: KeyRow = { current: 1, data: { '1': new Uint8Array([1]) }, blind: new Uint8Array([2]) }
  for (const rows of [await yihu.store('341700'), await yihu.province('340000')])
    await rows.write([{ put: keyRowKey, item: row, expect: 'absent' }])
  vi.stubGlobal('fetch', network)
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const environment = { ...settings, AWS_ENDPOINT_URL_DYNAMODB: yihu.endpoint }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  for (const name of names) {
    built[name] = await bundle(name)
    writeFileSync(join(folder, `${name}.mjs`), built[name].text)
    handlers[name] = await imported(name)
  }
})
afterAll(async () => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  await yihu.stop()
})

describe.each(names)('the function %s', (name) => {
  test('weighs at most 450 KB, and weighs the same each time', async () => {
    expect(built[name].bytes).toBeLessThanOrEqual(limit)
    expect(seal((await bundle(name)).text)).toBe(seal(built[name].text))
  })

  test('holds no Form.io, no local system, no way to find credentials by itself', () => {
    const strange = [...built[name].inputs.keys()].filter((path) =>
      /@formio|dynalite|oidc-provider|infra\/local|^web\/|credential-provider-(?!imds)|nested-clients/.test(
        path,
      ),
    )
    expect(strange).toEqual([])
    expect(built[name].text).not.toMatch(/\beval\(|new Function\("/)
  })

  test('names no path of the machine that built it', () => {
    expect(built[name].text).not.toContain(new URL('../..', import.meta.url).pathname)
  })

  test('refuses whoever has no token, and knows no other address', async () => {
    const path = {
      city: '/api/cities/341700/members',
      studio: '/api/cities/341700/draft',
      changes: '/api/cities/341700/releases/1/diff/2',
      province: '/api/provinces/340000/cities',
    }
    expect((await call(name, 'GET', path[name])).json).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect((await call(name, 'GET', '/api/nothing')).json).toMatchObject({ status: 404 })
  })
})

test('a function is lighter for what is left out of the SDK', async () => {
  expect(built.province.bytes).toBeLessThan((await bundle('province', {})).bytes - 100_000)
  expect(Object.keys(leftOut)).toHaveLength(3)
})

test('with little of zod left, what is wrong with a document is said in the same words', async () => {
  const folder = new URL('../../forms/packs/341700-care/', import.meta.url)
  const token = await yihu.tokenFor('341700.admin')
  for (const kind of ['profile', 'catalogue', 'fees', 'programmes']) {
    const right = JSON.parse(readFileSync(new URL(`${kind}.json`, folder), 'utf8'))
    const wrong = {
      ...right,
      schema: 'one',
      todo: [{ pointer: 7 }, null],
      more: [],
      [Object.keys(right)[1] ?? '']: [[]],
    }
    const sent = { body: wrong, match: 0 }
    const { status, json } = await call('studio', 'PUT', `/api/cities/341700/draft/${kind}`, token, sent)
    expect(json.findings.length).toBeGreaterThan(3)
    expect([status, json.findings]).toEqual([200, checkDocument(kind, wrong)])
  }
})

describe('with most errors of the table left out', () => {
  test('a condition that failed is still known by its class', async () => {
    const [path, token] = ['/api/cities/341700/draft/funds', await yihu.tokenFor('341700.admin')]
    const body = JSON.parse(
      readFileSync(new URL('../../forms/packs/341700-care/funds.json', import.meta.url), 'utf8'),
    )
    const save = (match: number, more: object = {}) =>
      call('studio', 'PUT', path, token, { body: { ...body, ...more }, match })
    // What is the same has the same name, so the second time it is there already: that is no error.
    expect((await save(0)).status).toBe(200)
    expect((await save(1)).status).toBe(200)
    expect(await save(0, { title: '另一份' })).toMatchObject({ status: 412, json: { code: 'stale' } })
  })

  test.each([
    ['ProvisionedThroughputExceededException', 400, 503, 'busy'],
    ['InternalServerError', 500, 503, 'busy'],
    ['AccessDeniedException', 400, 500, 'internal'],
  ])('%s keeps its name and its fault', async (name, status, answered, code) => {
    const table = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'no' }))
    })
    await once(table.listen(0, '127.0.0.1'), 'listening')
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${(table.address() as AddressInfo).port}`)
    const before = handlers.city
    try {
      // Where the table is, is read when a function starts.
      handlers.city = await imported('city', name)
      const token = await yihu.tokenFor('341700.admin')
      const { status: seen, json } = await call('city', 'GET', '/api/cities/341700/members', token)
      expect([seen, json.code]).toEqual([answered, code])
    } finally {
      handlers.city = before
      vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', yihu.endpoint)
      table.closeAllConnections()
      table.close()
    }
  })
})

describe('in the cloud', () => {
  test('a request is served by sessions of its own city and member alone', async () => {
    asked.length = 0
    const token = await yihu.tokenFor('341700.admin')
    const { status, json } = await call('city', 'GET', '/api/cities/341700/members/none', token)
    expect([status, json.code]).toEqual([404, 'not-found'])
    expect((await call('city', 'GET', '/api/me', token)).status).toBe(200)
    const tags = asked.filter((one) => one.startsWith('sts.')).map((one) => one.split(' ')[1])
    expect(tags).toEqual(['341700', yihu.member('341700.admin')])
  })

  test('the province has no route of a city, and the cities none of a province', async () => {
    const [office, admin] = [await yihu.tokenFor('340000.office'), await yihu.tokenFor('341700.admin')]
    expect((await call('province', 'GET', '/api/provinces/340000/cities', office)).status).toBe(200)
    expect((await call('province', 'GET', '/api/cities/341700/members', admin)).status).toBe(404)
    for (const name of ['city', 'studio', 'changes'] as const)
      expect((await call(name, 'GET', '/api/provinces/340000/cities', office)).status).toBe(404)
    expect(
      [...built.province.inputs.keys()].filter((path) => /functions\/(casework|configuration)\//.test(path)),
    ).toEqual([])
  })
})

test('a setting that is missing is said at the start', async () => {
  const { cloudDeps } = await import('../../functions/cloud.ts')
  const { YIHU_MASTER_KEY: _, ...without } = settings
  expect(() => cloudDeps(without)).toThrow('YIHU_MASTER_KEY')
})
