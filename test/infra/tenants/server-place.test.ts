import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { serviceTenant } from '../../../functions/identity/service.ts'
import { fileRing } from '../../../functions/server/key-files.ts'
import { readSettings } from '../../../functions/server/settings.ts'
import { connect, keys, openStore } from '../../../functions/store/index.ts'
import { type RunningTable, startTable } from '../../../infra/local/table/index.ts'
import { readArguments } from '../../../infra/tenants/arguments.ts'
import { commands } from '../../../infra/tenants/commands.ts'
import { serverPlace } from '../../../infra/tenants/server-place.ts'

const folder = mkdtempSync(join(tmpdir(), 'yihu-server-'))
const keyFolder = join(folder, 'keys')
let table: RunningTable
let environment: Record<string, string>
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  table = await startTable()
  environment = {
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    YIHU_TABLE: 'yihu-gov',
    YIHU_KEYS: keyFolder,
    YIHU_ISSUER: 'https://login.test',
    YIHU_ORIGIN: 'https://yihu.test/',
  }
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.stop()
  rmSync(folder, { recursive: true })
})

const run = async (...argv: readonly string[]) => {
  const said: string[] = []
  const say = (words: string) => void said.push(words)
  const given = readArguments([...argv, '--server'])
  const place = serverPlace(environment, say)
  try {
    const code = await commands[given.command ?? '']?.(given, async () => place, say)
    return { code, said: said.join('\n') }
  } finally {
    place.close()
  }
}

describe('the operator of a server whose keys lie in files', () => {
  test('makes its table, once or again', async () => {
    expect((await run('prepare')).said).toBe('✓ 数据表 yihu-gov 已建好')
    expect((await run('prepare')).code).toBe(0)
  })

  test('opens a city whose rows the server opens with the same files, and carries it away and back', async () => {
    const opened = await run('open', '341700', '--name', '池州市', '--pack', '341700-care', '--invite')
    expect(opened.said).toMatch(/https:\/\/yihu\.test\/invitation#341700\.[\w-]{43}\s/)
    const link = connect({ table: 'yihu-gov', endpoint: table.endpoint })
    const store = () => openStore(serviceTenant('341700', 'test'), link, fileRing(keyFolder))
    expect(await (await store()).get(keys.cityKey)).toMatchObject({ name: '池州市' })

    const pass = join(folder, 'pass')
    writeFileSync(pass, 'a long passphrase of this test\n')
    const archive = join(folder, 'archive')
    await run('export', '341700', '--to', archive, '--passphrase-file', pass)
    const closing = ['close', '341700', '--archive', archive, '--wait', '0', '--certificate', folder, '--yes']
    expect((await run(...closing)).said).toContain('已关闭')
    await expect(store()).rejects.toThrow('no keys')
    await run('restore', archive, '--passphrase-file', pass)
    expect(await (await store()).get(keys.cityKey)).toMatchObject({ name: '池州市' })
    link.close()
  })

  test('reads the settings that the server reads, and says what is missing', () => {
    const { YIHU_KEYS: _, YIHU_ORIGIN: __, ...without } = environment
    expect(() => serverPlace(without, () => {})).toThrow(/YIHU_KEYS.*密钥文件夹。\n.*YIHU_ORIGIN/s)
    expect(() => serverPlace({ ...environment, YIHU_ORIGIN: 'yihu.test' }, () => {})).toThrow('YIHU_ORIGIN')
    const more = { YIHU_AUDIENCE: 'urn:yihu:api', YIHU_JWKS: 'https://login.test/jwks', YIHU_WEB: folder }
    writeFileSync(join(folder, 'index.html'), '')
    expect(readSettings({ ...environment, ...more }).keys).toEqual({ kind: 'files', folder: keyFolder })
  })

  test('makes no table elsewhere', async () => {
    const place = { at: () => Promise.reject(new Error('not asked')) }
    const given = readArguments(['prepare'])
    await expect(
      commands['prepare']?.(
        given,
        async () => place,
        () => {},
      ),
    ).rejects.toThrow('--server')
  })
})
