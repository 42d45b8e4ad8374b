import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../../infra/aws/bundle/bundle.ts'
import { cloudFunctions, type FunctionName } from '../../infra/aws/functions.ts'

/** The bytes that each package, or each folder of our own, brings. */
const partsOf = (inputs: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const parts = new Map<string, number>()
  for (const [path, bytes] of inputs) {
    const packaged = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
    const name = packaged ?? path.split('/').slice(0, 2).join('/')
    parts.set(name, (parts.get(name) ?? 0) + bytes)
  }
  return parts
}

/** Settings with which a bundle can be imported; nothing is asked of the network until a request comes. */
export const settings = {
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  LAMBDA_TASK_ROOT: '/var/task',
  YIHU_FUNCTION: 'city',
  YIHU_SITE:
    '{"stage":"bench","signIn":{"issuer":"https://issuer.test","client":"web","audience":"urn:yihu:api"}}',
  YIHU_TABLE: 'yihu',
  YIHU_TABLE_ARN: 'arn:aws-cn:dynamodb:cn-north-1:111111111111:table/yihu',
  YIHU_ARCHIVE: 'archive',
  YIHU_EXPORT_ROLE: 'arn:aws-cn:iam::111111111111:role/export',
  YIHU_CITY_ROLE: 'arn:aws-cn:iam::111111111111:role/tenant',
  YIHU_PROVINCE_ROLE: 'arn:aws-cn:iam::111111111111:role/province',
  YIHU_MEMBER_ROLE: 'arn:aws-cn:iam::111111111111:role/member',
  YIHU_MASTER_KEY: 'alias/yihu',
  YIHU_ISSUER: 'https://issuer.test/oidc',
  YIHU_AUDIENCE: 'urn:yihu:api',
  YIHU_JWKS: 'https://issuer.test/oidc/jwks',
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Milliseconds that a fresh process takes from its start to the handler, less those of an empty module. */
const coldImport = (text: string, runs = 9): number => {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-bundle-'))
  try {
    const time = (name: string, source: string): number => {
      const file = join(folder, name)
      writeFileSync(file, source)
      const script = `const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});console.log(performance.now()-t)`
      const run = () =>
        Number(
          execFileSync(process.execPath, ['--input-type=module', '-e', script], {
            env: { ...process.env, ...settings },
          }),
        )
      return median(Array.from({ length: runs }, run))
    }
    return time('handler.mjs', text) - time('empty.mjs', 'export {}')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What each function weighs, what it would weigh with everything in, and how long it takes to load. */
export const benchBundle = async ({ json = false } = {}): Promise<void> => {
  for (const entry of Object.keys(cloudFunctions) as FunctionName[]) {
    const lean = await bundle(entry)
    const whole = await bundle(entry, {})
    const cold = coldImport(lean.text)
    const heavy = [...partsOf(lean.inputs)].sort(([, a], [, b]) => b - a).slice(0, 8)
    if (json) {
      console.log(
        JSON.stringify({ bench: 'bundle', entry, bytes: lean.bytes, whole: whole.bytes, coldImportMs: cold }),
      )
      continue
    }
    const kilo = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
    console.log(
      `${entry.padEnd(9)} ${kilo(lean.bytes)} (all of the SDK: ${kilo(whole.bytes)}), cold import ${cold.toFixed(0)} ms`,
    )
    console.log(`          ${heavy.map(([name, bytes]) => `${name} ${kilo(bytes)}`).join(' · ')}`)
  }
}

if (import.meta.main) await benchBundle({ json: process.argv.includes('--json') })
