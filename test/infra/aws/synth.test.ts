import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { cloudFunctions } from '../../../infra/aws/functions.ts'
import { stages } from '../../../infra/stages.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yihu-synth-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run -s synth` with the sources of `from`, into `to`; nobody is logged in, and no network is needed. */
const synth = (from: string, to: string) => {
  mkdirSync(to, { recursive: true })
  const { PATH, HOME } = process.env
  return spawnSync(process.execPath, [join(from, 'infra/aws/app.ts')], {
    cwd: to,
    encoding: 'utf8',
    env: { PATH, HOME },
  })
}

test('writes the templates of every stage with the functions as they ship, and one line a stage', () => {
  const to = join(folder, 'whole')
  const { status, stdout, stderr } = synth(root, to)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toHaveLength(stages.length)
  stages.forEach(({ name, region }, index) => {
    expect(lines[index]).toMatch(new RegExp(`^✓ ${name}（${region}）：.*，模板在 cdk\\.out$`))
    for (const part of ['data', 'api', 'jobs', 'web', 'watch']) {
      expect(lines[index]).toContain(part)
      expect(existsSync(join(to, `cdk.out/Yihu-${name}-${part}.template.json`))).toBe(true)
    }
  })
  // One asset a function for all stages, and each holds its module.
  const assets = readdirSync(join(to, 'cdk.out')).filter((name) => name.startsWith('asset.'))
  expect(assets).toHaveLength(Object.keys(cloudFunctions).length)
  for (const asset of assets) {
    const module = readFileSync(join(to, 'cdk.out', asset, 'index.mjs'), 'utf8')
    expect(module).toMatch(/export\s*\{[^}]*\bhandler\b|export (const|let|var) handler/)
  }
})

const copyOf = (name: string): string => {
  const from = join(folder, name)
  mkdirSync(from)
  for (const part of ['functions', 'forms', 'node_modules', 'package.json'])
    symlinkSync(join(root, part), join(from, part))
  cpSync(join(root, 'infra'), join(from, 'infra'), { recursive: true })
  return from
}

test('where the web client was not built it says so, and nothing is written', () => {
  const to = join(folder, 'unbuilt-out')
  const { status, stdout, stderr } = synth(copyOf('unbuilt'), to)
  expect(stderr).toBe('✗ 函数 web 要带上 dist/web，但还没有这个文件夹。请先运行 npm run build，再重试。\n')
  expect(stdout).toBe('')
  expect(status).toBe(1)
  expect(readdirSync(to)).toEqual([])
})

test('a stage without its issuer ends with one sentence, and nothing is written', () => {
  const from = copyOf('broken')
  const path = join(from, 'infra/stages.ts')
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, source.replace(/(?<=name: 'cn',[\s\S]*?) +issuer: \{[\s\S]*?\n {4}\},\n/, ''))
  const to = join(folder, 'nothing')
  const { status, stdout, stderr } = synth(from, to)
  expect(stderr).toMatch(
    /^✗ infra\/stages\.ts 第 \d+ 行：cn 的 issuer 没有写，应写明 url、audience、keys。\n$/,
  )
  expect(stdout).toBe('')
  expect(status).toBe(1)
  expect(readdirSync(to)).toEqual([])
})
