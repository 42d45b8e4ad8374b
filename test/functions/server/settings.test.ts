import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BadSetting, type Environment, readSettings } from '../../../functions/server/settings.ts'

let folder: string
let files: Environment
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-settings-'))
  for (const path of ['keys', 'web']) mkdirSync(join(folder, path))
  writeFileSync(join(folder, 'web/index.html'), '')
  files = {
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'secret-of-somebody',
    YIHU_TABLE: 'yihu',
    YIHU_ISSUER: 'https://login.example.cn',
    YIHU_AUDIENCE: 'urn:yihu:api',
    YIHU_JWKS: 'https://login.example.cn/jwks',
    YIHU_KEYS: join(folder, 'keys'),
    YIHU_WEB: join(folder, 'web'),
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const said = (change: Environment): readonly string[] => {
  try {
    readSettings({ ...files, ...change })
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(BadSetting)
    return (error as Error).message.split('\n')
  }
}

const role = 'arn:aws-cn:iam::111111111111:role/one'
const api: Environment = {
  YIHU_KEYS: undefined,
  YIHU_MASTER_KEY: 'arn:aws-cn:kms:cn-north-1:111111111111:key/master',
  YIHU_CITY_ROLE: role,
  YIHU_PROVINCE_ROLE: role,
  YIHU_MEMBER_ROLE: role,
}
const jobs: Environment = {
  YIHU_ROLLUP_CITY_ROLE: role,
  YIHU_ROLLUP_PROVINCE_ROLE: role,
  YIHU_ROLLUP_MEMBER_ROLE: role,
  YIHU_COURIER_CITY_ROLE: role,
  YIHU_COURIER_PROVINCE_ROLE: role,
}

test('what nobody has to say has a value of its own', () => {
  const set = readSettings(files)
  expect(set).toMatchObject({ YIHU_PORT: 8300, YIHU_HOST: '0.0.0.0', YIHU_JOBS: 'on', YIHU_CLIENT: 'web' })
  expect(set.keys).toEqual({ kind: 'files', folder: join(folder, 'keys') })
  expect(set.YIHU_PACKS).toMatch(/forms\/packs$/)
})

test('keys are in files, or under a master key with a role for each owner', () => {
  expect(readSettings({ ...files, ...api, ...jobs }).keys).toEqual({ kind: 'sessions', jobs })
  const alone = readSettings({ ...files, ...api, YIHU_JOBS: 'off' }).keys
  expect(alone).toEqual({ kind: 'sessions', jobs: undefined })
})

describe('what is wrong is said by its name, each in a sentence', () => {
  test.each<[string, Environment, RegExp]>([
    ['no region', { AWS_REGION: undefined }, /^设置 AWS_REGION 没有填写/],
    ['an empty table', { YIHU_TABLE: '' }, /^设置 YIHU_TABLE 是空的/],
    ['an issuer that is no address', { YIHU_ISSUER: 'login.example.cn' }, /^设置 YIHU_ISSUER 应为/],
    ['keys of another scheme', { YIHU_JWKS: 'file:///etc/keys' }, /^设置 YIHU_JWKS 应为/],
    ['a port with letters', { YIHU_PORT: '80a' }, /^设置 YIHU_PORT 应为/],
    ['a port too high', { YIHU_PORT: '70000' }, /^设置 YIHU_PORT 应为/],
    ['jobs perhaps', { YIHU_JOBS: 'maybe' }, /^设置 YIHU_JOBS 只能/],
    ['a folder that is not there', { YIHU_KEYS: '/nowhere/at/all' }, /^设置 YIHU_KEYS 所指的文件夹/],
    ['pages that were not built', { YIHU_WEB: '/nowhere' }, /^设置 YIHU_WEB 所指的文件夹里没有构建好的网页/],
    ['two places of keys', { YIHU_MASTER_KEY: 'arn:aws:kms:x' }, /^设置 YIHU_KEYS 和 YIHU_MASTER_KEY 只能/],
    ['no place of keys', { YIHU_KEYS: undefined }, /^没有写明密钥在哪里/],
    [
      'a master key that is no ARN',
      { ...api, ...jobs, YIHU_MASTER_KEY: 'alias/x' },
      /^设置 YIHU_MASTER_KEY 应为/,
    ],
    [
      'a role that is missing',
      { ...api, ...jobs, YIHU_CITY_ROLE: undefined },
      /^设置 YIHU_CITY_ROLE 没有填写/,
    ],
    [
      'a role of a job',
      { ...api, ...jobs, YIHU_COURIER_CITY_ROLE: undefined },
      /^设置 YIHU_COURIER_CITY_ROLE/,
    ],
  ])('%s', (_, change, sentence) => {
    const lines = said(change)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(sentence)
    expect(lines[0]).toMatch(/。$/)
    expect(lines[0]).not.toContain('secret-of-somebody')
  })

  test('all of them at once', () =>
    expect(said({ AWS_REGION: '', YIHU_TABLE: '', YIHU_KEYS: '' })).toHaveLength(3))
})
