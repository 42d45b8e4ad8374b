import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeRun } from '../../../infra/local/run.ts'
import { type RunningTable, startTable } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'
import { readArguments } from '../../../infra/tenants/arguments.ts'
import { commands } from '../../../infra/tenants/commands.ts'
import { help } from '../../../infra/tenants/help.ts'
import { localPlace } from '../../../infra/tenants/local-place.ts'
import { stagePlace } from '../../../infra/tenants/stage-place.ts'

vi.setConfig({ testTimeout: 90_000 })

const main = fileURLToPath(new URL('../../../infra/tenants/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yihu-command-'))
const data = join(folder, 'data')
const environment = { YIHU_DATA: data }
let table: RunningTable
beforeAll(async () => {
  table = await startTable()
  await createTable(table.endpoint)
  mkdirSync(data)
  const issuer = 'http://127.0.0.1:8300/oidc'
  writeRun(data, { port: 8300, issuer, table: table.endpoint, pid: process.pid })
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.stop()
  rmSync(folder, { recursive: true })
})

/** A command line on the running system of this machine: its exit code and what it said. */
const run = async (...argv: readonly string[]) => {
  const said: string[] = []
  const say = (words: string) => void said.push(words)
  const given = readArguments(argv)
  const place = await localPlace(environment, given.flag('lambda'), say)
  try {
    const code = await commands[given.command ?? '']?.(given, async () => place, say)
    return { code, said: said.join('\n') }
  } finally {
    place.close()
  }
}
const keyFiles = () => readdirSync(join(data, 'keys')).filter((name) => /^\d{6}/.test(name))

test.each([
  ['341700', '池州市'],
  ['340800', '安庆市', '--lambda'],
])('a city’s life by command lines on this machine: %j', async (city, name, ...mode) => {
  const pass = join(folder, 'pass')
  writeFileSync(pass, 'a long passphrase of this test\n')
  const archive = join(folder, `archive${mode.length}`)
  const opening = ['open', city, '--name', name, '--pack', '341700-care', '--invite', ...mode]
  const opened = await run(...opening)
  expect(opened.said).toContain(`开通${name}（${city}）`)
  expect(opened.said).toMatch(new RegExp(`/invitation#${city}\\.[\\w-]{43}\\s`))
  expect((await run(...opening)).said).toBe(`${city} 已经开通，没有改动。`)
  expect((await run('list', ...mode)).said).toMatch(
    new RegExp(`${city}　${name}　.*在用　没有导出过\n共 1 个城市`),
  )
  expect(keyFiles()).toEqual(mode.length > 0 ? [] : [`${city}.json`])

  const exported = await run('export', city, '--to', archive, '--passphrase-file', pass, '--exact', ...mode)
  expect(exported).toMatchObject({ code: 0, said: expect.stringContaining(`归档在 ${archive}`) })
  expect(statSync(archive).mode & 0o777).toBe(0o700)
  const verified = await run('verify', archive, '--passphrase-file', pass, ...mode)
  expect(verified.said).toContain(`✓ ${name}（${city}）`)
  expect(verified.said).toContain('口令打得开')
  for (const [to, why] of [
    [archive, '已经存在'],
    [`${archive}/`, '已经存在'],
    [join(pass, 'x', 'y'), '建不出文件夹'],
  ] as const)
    await expect(run('export', city, '--to', to, '--passphrase-file', pass, ...mode)).rejects.toThrow(why)

  const closing = ['close', city, '--archive', archive, '--wait', '0', '--certificate', folder, ...mode]
  const looked = (await run(...closing)).said
  expect(looked).toContain('现在没有改动任何数据')
  expect(looked).toContain('没有给出口令')
  expect((await run(...closing, '--passphrase-file', pass)).said).not.toContain('没有给出口令')
  await expect(run(...closing, '--yes', '--sign-key', join(folder, 'none'))).rejects.toThrow('读不到签名')
  await expect(run(...closing, '--yes', '--certificate', pass)).rejects.toThrow('证明写不进')
  expect((await run('remains', city, ...mode)).code).toBe(1)
  expect((await run(...closing, '--yes')).said).toContain(`${name}（${city}）已关闭`)
  expect(existsSync(join(folder, `certificate-${city}.html`))).toBe(true)
  expect((await run('remains', city, ...mode)).said).toBe('✓ 没有该市的数据')
  expect(keyFiles()).toEqual([])
  expect((await run('restore', archive, '--passphrase-file', pass, ...mode)).said).toContain('与归档逐行一致')
  expect((await run('list', ...mode)).said).toContain(`${city}　${name}`)
  const abandoned = run('abandon', city, '--archive', archive, '--yes', ...mode)
  await expect(abandoned).rejects.toThrow('没有正在进行的关闭')
  const last = `${archive}-last`
  await run('export', city, '--to', `${last}/`, '--passphrase-file', pass, ...mode)
  expect((await run('close', city, '--archive', last, '--wait', '0', '--yes', ...mode)).code).toBe(0)
})

describe('a command line that cannot be meant is refused in words', () => {
  test.each<[readonly string[], RegExp]>([
    [['opne', '341700'], /没有「opne」这个命令/],
    [['open', '341700', '--nmae', 'x'], /看不懂参数「--nmae/],
    [['list', '341700', '341701'], /多出的是「341701」/],
    [['list', '--yes'], /命令 list 没有 --yes/],
  ])('%j', (argv, said) => {
    expect(() => readArguments(argv)).toThrow(said)
  })

  test.each<[readonly string[], RegExp]>([
    [['open', '341700', '--invite'], /--name 写明城市名称/],
    [['open', '341700', '--name', 'x'], /二者选一/],
    [['open', '341700', '--name', 'x', '--invite', '--admin', 'y'], /二者选一/],
    [['open', '--name', 'x', '--invite'], /写明城市代码/],
    [['open', '34170', '--name', 'x', '--invite'], /6 位数字/],
    [['open', '341700', '--province', '330000', '--name', 'x', '--invite'], /不是 330000/],
    [['open-office', '341700', '--admin', 'x'], /不是省份代码/],
    [['close', '341700', '--archive', 'x', '--wait', 'soon'], /应为秒数/],
    [['verify'], /归档所在的文件夹/],
    [['export', '341700', '--to', 'x'], /口令所在的文件/],
  ])('%j', async (argv, said) => {
    await expect(run(...argv)).rejects.toThrow(said)
  })

  test('where nothing runs, and where a stage, its outputs or credentials are not there', async () => {
    await expect(localPlace({ YIHU_DATA: folder }, false, () => {})).rejects.toThrow('本机系统没有运行')
    const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
    const stage = (name: string, with_: object, outputs = join(folder, 'none.json')) =>
      stagePlace({ ...with_ }, { stage: name, outputs }, () => {})
    await expect(stage('nowhere', keys)).rejects.toThrow('没有名为「nowhere」的环境')
    await expect(stage('cn', {})).rejects.toThrow('没有 AWS 凭证')
    await expect(stage('cn', keys)).rejects.toThrow('--outputs-file')
    const outputs = join(folder, 'outputs.json')
    writeFileSync(outputs, JSON.stringify({ 'Yihu-dev-data': { TableName: 'x' } }))
    await expect(stage('cn', keys, outputs)).rejects.toThrow('没有 Yihu-cn-data 的输出')
  })
})

test('the command itself helps, and fails in one sentence', async () => {
  const start = (...argv: string[]) =>
    promisify(execFile)(process.execPath, [main, ...argv], { env: { ...process.env, YIHU_DATA: folder } })
  expect((await start('--help')).stdout.trim()).toBe(help)
  for (const command of Object.keys(commands)) expect(help).toMatch(new RegExp(`^  ${command}( |（)`, 'm'))
  const failed = await start('list').catch((error) => error)
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/^✗ 本机系统没有运行/) })
})
