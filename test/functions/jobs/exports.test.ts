import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { cloudOf } from '../../../functions/cloud.ts'
import { monthlyExport } from '../../../functions/jobs/index.ts'
import { signature } from '../../../functions/store/sign.ts'
import { exportsPrefix } from '../../../infra/rights/roles.ts'

type Asked = { readonly headers: Record<string, string>; readonly body: string }

const asked: Asked[] = []
let answer: { status: number; body: object }
let server: Server
let environment: Record<string, string>

/** STS and DynamoDB at one address, as far as an export asks them. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString()
    const headers = request.headers as Record<string, string>
    asked.push({ headers, body })
    const Credentials = {
      AccessKeyId: 'AS',
      SecretAccessKey: 'session',
      SessionToken: 'tok',
      Expiration: 4e9,
    }
    const isTable = headers['x-amz-target'] !== undefined
    response.writeHead(isTable ? answer.status : 200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(isTable ? answer.body : { AssumeRoleResponse: { AssumeRoleResult: { Credentials } } }),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  environment = {
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'AK',
    AWS_SECRET_ACCESS_KEY: 'own',
    AWS_ENDPOINT_URL_STS: endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    YIHU_TABLE: 'yihu',
    YIHU_EXPORT_ROLE: 'arn:aws-cn:iam::111111111111:role/export',
    YIHU_TABLE_ARN: 'arn:aws-cn:dynamodb:cn-north-1:111111111111:table/yihu',
    YIHU_ARCHIVE: 'yihu-archive',
    YIHU_ARCHIVE_KEY: 'arn:aws-cn:kms:cn-north-1:111111111111:key/archive',
  }
})
beforeEach(() => {
  asked.length = 0
  answer = { status: 200, body: { ExportDescription: { ExportArn: 'arn:aws-cn:dynamodb:…/export/01' } } }
  vi.restoreAllMocks()
})
afterAll(() => new Promise((done) => server.close(done)))

const event = {} as Parameters<ReturnType<typeof monthlyExport>>[0]
const run = (set = environment, at = '2026-11-30T16:00:00Z') =>
  monthlyExport({ cloud: cloudOf(set), environment: set, clock: () => new Date(at) })(event, {} as Context)

test('the table is ordered into the folder of the month, once for a month, by the export role', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  expect(await run()).toEqual({ export: 'arn:aws-cn:dynamodb:…/export/01' })
  const [sts, table] = asked
  expect(Object.fromEntries(new URLSearchParams(sts?.body))).toMatchObject({
    Action: 'AssumeRole',
    RoleArn: environment['YIHU_EXPORT_ROLE'],
    RoleSessionName: expect.stringMatching(/^[\w+=,.@-]{2,64}$/),
  })
  expect(sts?.body).not.toContain('Tags')
  // Where the export's role may write, as the templates say.
  expect(JSON.parse(table?.body ?? '').S3Prefix.startsWith(exportsPrefix)).toBe(true)
  expect(JSON.parse(table?.body ?? '')).toEqual({
    TableArn: environment['YIHU_TABLE_ARN'],
    S3Bucket: 'yihu-archive',
    // Midnight in Shanghai: the day is the first of December there.
    S3Prefix: 'exports/2026-12',
    S3SseAlgorithm: 'KMS',
    S3SseKmsKeyId: environment['YIHU_ARCHIVE_KEY'],
    ExportFormat: 'DYNAMODB_JSON',
    ClientToken: 'yihu-2026-12',
  })
  expect(said.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
    { job: 'exports', month: '2026-12', export: 'arn:aws-cn:dynamodb:…/export/01' },
  ])
  await run()
  expect(asked.at(-1)?.body).toBe(table?.body)
})

test('the order is signed with the session, over its body', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await run()
  const { headers, body } = asked[1] as Asked
  expect(headers).toMatchObject({
    'x-amz-target': 'DynamoDB_20120810.ExportTableToPointInTime',
    'x-amz-security-token': 'tok',
    'content-type': 'application/x-amz-json-1.0',
  })
  const names = /SignedHeaders=([\w;-]+)/.exec(headers['authorization'] ?? '')?.[1]?.split(';') ?? []
  expect(names).toEqual(
    expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']),
  )
  const proof = (secretAccessKey: string, text: string) =>
    signature(
      {
        service: 'dynamodb',
        region: 'cn-north-1',
        path: '/',
        headers: Object.fromEntries(names.map((name) => [name, headers[name] ?? ''])),
        body: text,
      },
      { accessKeyId: 'AS', secretAccessKey },
    )
  expect(proof('session', body)).toBe(headers['authorization'])
  expect(proof('own', body)).not.toBe(headers['authorization'])
  expect(proof('session', body.replace('archive', 'elsewhere'))).not.toBe(headers['authorization'])
})

test('a bucket without a key of its own takes the account’s', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const { YIHU_ARCHIVE_KEY: _, ...without } = environment
  await run(without)
  expect(JSON.parse(asked[1]?.body ?? '')).not.toHaveProperty('S3SseKmsKeyId')
})

test('a refusal leaves the function by its kind alone', async () => {
  answer = { status: 400, body: { __type: 'x#AccessDeniedException', message: 'User secret is not …' } }
  const error = await run().catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ name: 'AwsFault', message: 'AwsFault', stack: '' })
})

test.each(['YIHU_EXPORT_ROLE', 'YIHU_TABLE_ARN', 'YIHU_ARCHIVE'])('without %s it does not start', (name) => {
  const { [name]: _, ...without } = environment
  expect(() => monthlyExport({ cloud: cloudOf(without), environment: without })).toThrow(name)
})
