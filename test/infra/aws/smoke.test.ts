import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runChecks } from '../../../infra/aws/smoke/check.ts'
import { httpChecks } from '../../../infra/aws/smoke/http.ts'
import { isolationChecks, type Locks } from '../../../infra/aws/smoke/isolation.ts'
import { smoke } from '../../../infra/aws/smoke/main.ts'
import { type LocalCloud, startCloud } from '../../../infra/local/cloud/index.ts'
import { ground, region, roleArn } from '../../../infra/local/cloud/place.ts'
import { tableName } from '../../../infra/local/settings.ts'
import { type RunningTable, startTable } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'
import { asShipped, freePort, run, type Started, start, temporaryFolder } from '../../e2e/system.ts'

const cities = ['--city-a', '341700', '--city-b', '349901']
const say = () => {
  const lines: string[] = []
  return { lines, say: (line: string) => void lines.push(line) }
}

const folder = mkdtempSync(join(tmpdir(), 'yihu-smoke-'))
let table: RunningTable
let cloud: LocalCloud
let locks: Locks
let place: Awaited<ReturnType<typeof temporaryFolder>>
let environment: Readonly<Record<string, string>>
let system: Started
const token = async (subject: string): Promise<string> => {
  const { said, over } = run('infra/local/token.ts', [subject], environment)
  await over
  return said().trim()
}

beforeAll(async () => {
  place = await temporaryFolder()
  environment = { YIHU_PORT: String(await freePort()), YIHU_DATA: place.folder }
  system = await start(environment, asShipped)
  table = await startTable()
  await createTable(table.endpoint)
  cloud = await startCloud({ engine: table.endpoint, data: folder })
  const { endpoint } = cloud
  locks = {
    cloud: {
      region,
      endpoints: { sts: endpoint, kms: endpoint, dynamodb: endpoint },
      credentials: () => cloud.operator(),
    },
    table: tableName,
    operatorRole: roleArn('operator'),
    masterKey: ground.masterKey,
    tenantRole: roleArn('tenant'),
    cityA: '341700',
    cityB: '349901',
  }
})
afterAll(async () => {
  await system?.stop()
  await place.remove()
  cloud.stop()
  await table.stop()
  rmSync(folder, { recursive: true })
})

describe('on a system of this machine', () => {
  test('everything holds, from outside and in the cloud', async () => {
    const told = say()
    const { accessKeyId, secretAccessKey } = cloud.operator()
    const outputs = join(folder, 'outputs.json')
    const { table: TableName, operatorRole: OperatorRoleArn, masterKey: MasterKeyArn } = locks
    writeFileSync(outputs, JSON.stringify({ 'Yihu-cn-data': { TableName, OperatorRoleArn, MasterKeyArn } }))
    const args = [
      system.origin,
      ...cities,
      '--stage',
      'cn',
      '--outputs',
      outputs,
      '--tenant-role',
      roleArn('tenant'),
    ]
    const given = {
      YIHU_TOKEN_A: await token('341700.worker'),
      YIHU_TOKEN_B: await token('349901.worker'),
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_ENDPOINT_URL_STS: cloud.endpoint,
      AWS_ENDPOINT_URL_KMS: cloud.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: cloud.endpoint,
    }
    const code = await smoke(args, given, told.say)
    expect(told.lines.filter((line) => line.includes('✗'))).toEqual([])
    expect(code).toBe(0)
    // The gateway's throttle alone is not on this machine.
    expect(told.lines.filter((line) => line.includes('–'))).toHaveLength(1)
    expect(told.lines.at(-1)).toMatch(/^✓ 通过 3\d 项，未通过 0 项，跳过 1 项$/)
  })

  test('a token of the wrong city is found out', async () => {
    const told = say()
    const args = [system.origin, '--city-a', '349901', '--city-b', '341700']
    expect(await smoke(args, { YIHU_TOKEN_A: await token('341700.worker') }, told.say)).toBe(1)
    expect(told.lines.filter((line) => line.includes('✗ 未通过')).join()).toMatch(/别市（341700）如同不存在/)
  })
})

describe('each check can fail', () => {
  const visitor = {
    origin: 'https://yihu.test',
    cityA: '341700',
    cityB: '349901',
    tokenA: 'a.b.c',
    tokenB: 'd.e.f',
  }
  const failing = async (checks: Parameters<typeof runChecks>[1]) => {
    const told = say()
    const { passed, failed } = await runChecks('', checks, told.say)
    return { passed, failed, lines: told.lines.filter((line) => line.includes('✓')) }
  }

  test.each([
    [
      'a page for everything',
      () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['nothing but errors', () => new Response('{}', { status: 500 })],
    ['a gateway that knows no address', () => Response.json({ message: 'Not Found' }, { status: 404 })],
  ])('where there is %s', async (_, answer) => {
    const { lines, failed } = await failing(httpChecks({ ...visitor, fetch: async () => answer() }))
    expect(failed).toBeGreaterThan(14)
    // A missing file is a missing file, whoever says so; a page opens as a page.
    expect(lines.filter((line) => !/没有的文件|页面地址/.test(line))).toEqual([])
  })

  test('where nobody answers at all', async () => {
    const nobody = async (): Promise<Response> => {
      throw new TypeError('fetch failed')
    }
    expect(await failing(httpChecks({ ...visitor, fetch: nobody }))).toMatchObject({ passed: 0 })
  })

  const asking = (answer: (service: string) => Response): Locks => ({
    ...locks,
    cloud: {
      region,
      credentials: () => ({ accessKeyId: 'k', secretAccessKey: 's' }),
      fetch: async (url) => answer(String(url)),
    },
  })
  const Credentials = { AccessKeyId: 'k', SecretAccessKey: 's', SessionToken: 't', Expiration: 4e9 }
  const taken = () => Response.json({ AssumeRoleResponse: { AssumeRoleResult: { Credentials } } })

  test('where a role is open to everybody and everything', async () => {
    const { lines } = await failing(isolationChecks(asking(taken)))
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/取得|读 341700|用 341700/)
  })

  test('where the operator has no right at all', async () => {
    const refused = () => Response.json({ __type: 'AccessDeniedException' }, { status: 400 })
    const { failed } = await failing(isolationChecks(asking(refused)))
    expect(failed).toBeGreaterThanOrEqual(3)
  })

  test('where what fails is no denial', async () => {
    const broken = (url: string) =>
      /sts/.test(url) ? taken() : Response.json({ __type: 'ResourceNotFoundException' }, { status: 400 })
    const { lines } = await failing(isolationChecks(asking(broken)))
    expect(lines).toHaveLength(1)
  })
})

describe('who asks wrongly', () => {
  const good = ['https://yihu.test', ...cities, '--token-a', 'a.b.c']
  test.each([
    ['nothing', [], '请写一个网址'],
    ['no address', ['yihu', ...cities], '请写一个网址'],
    ['a file', ['file:///etc', ...cities], '请写一个网址'],
    ['no city', ['https://yihu.test', '--token-a', 'a.b.c'], '六位的 --city-a'],
    ['one city twice', ['https://yihu.test', '--city-a', '341700', '--city-b', '341700'], '应是两个城市'],
    ['no token', good.slice(0, 5), '--token-a'],
    ['an unknown stage', [...good, '--stage', 'moon'], '没有名为「moon」的环境'],
    ['an unknown word', [...good, '--force'], '参数不对'],
    ['no credentials', [...good, '--stage', 'cn'], 'AWS 凭证'],
  ])('with %s is told what is missing, and nothing is asked', async (_, args, words) => {
    const told = say()
    expect(await smoke(args, {}, told.say)).toBe(2)
    expect(told.lines.join()).toContain(words)
    expect(told.lines.join()).toContain('用法')
  })

  test('with a file that does not know the stage is told which one it should be', async () => {
    const told = say()
    const credentials = { AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's' }
    for (const outputs of [
      join(folder, 'none.json'),
      new URL('../../../package.json', import.meta.url).pathname,
    ])
      expect(await smoke([...good, '--stage', 'cn', '--outputs', outputs], credentials, told.say)).toBe(2)
    expect(told.lines.join()).toContain('Yihu-cn-data')
  })
})
