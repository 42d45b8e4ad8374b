import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Site } from '../../../functions/api/contract/index.ts'

export const site: Site = {
  stage: 'test',
  icp: '京ICP备00000000号-1',
  signIn: { issuer: 'https://login.test', client: 'web', audience: 'urn:yihu:api' },
}

export const script = `export const words = '${'评估'.repeat(2000)}'`
export const font = Buffer.from([0x77, 0x4f, 0x46, 0x32, 0xff, 0xfe, 0x00, 0x80])

/** A built client in small, in a folder called `web`, with a secret beside it. */
export const builtClient = () => {
  const root = mkdtempSync(join(tmpdir(), 'yihu-front-'))
  const folder = join(root, 'web')
  for (const name of ['assets', 'designer/assets', '.vite'])
    mkdirSync(join(folder, name), { recursive: true })
  const files: Readonly<Record<string, string | Buffer>> = {
    'index.html': '<!doctype html><title>一户</title>',
    'designer/index.html': '<!doctype html><title>设计</title>',
    'assets/main-abc.js': script,
    'assets/font-abc.woff2': font,
    'designer/assets/builder-abc.js': 'export {}',
    '.vite/manifest.json': '{}',
    '../secret.txt': '机密',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  symlinkSync(join(root, 'web'), join(root, 'website'))
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Spellings that lead out of the folder, or to what begins with a dot. */
export const tricks = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/..\\secret.txt',
  '/%5c..%5csecret.txt',
  '/../website/../secret.txt',
  '/../web/../secret.txt',
  '/.vite/manifest.json',
  '/%2evite/manifest.json',
  '/secret.txt%00.html',
  '/assets/main-abc.js%00',
  '//etc/passwd',
  '/assets/',
  '/assets',
]
