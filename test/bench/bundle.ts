import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { bundling, entries } from '../../infra/aws/bundle.ts'

const { banner, mainFields, ...options } = bundling

/** One function as it is deployed: the text of its module, and the bytes that each package or folder brings. */
export const bundle = async (entry: keyof typeof entries, alias = bundling.alias) => {
  const { outputFiles, metafile } = await build({
    ...options,
    mainFields: [...mainFields],
    banner: { js: banner },
    alias: { ...alias },
    entryPoints: [entries[entry]],
    absWorkingDir: new URL('../..', import.meta.url).pathname,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  const [file] = outputFiles
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
  const parts = new Map<string, number>()
  for (const [path, { bytesInOutput }] of inputs) {
    const [, part = path] = /(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
    const name = /^(forms|functions)\//.test(path) ? path.split('/').slice(0, 2).join('/') : part
    parts.set(name, (parts.get(name) ?? 0) + bytesInOutput)
  }
  return {
    text: file?.text ?? '',
    bytes: file?.contents.byteLength ?? 0,
    parts,
    inputs: inputs.map(([path]) => path),
  }
}

/** Settings with which a bundle can be imported; nothing is asked of the network until a request comes. */
export const settings = {
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  LAMBDA_TASK_ROOT: '/var/task',
  YIHU_TABLE: 'yihu',
  YIHU_TENANT_ROLE: 'arn:aws-cn:iam::111111111111:role/tenant',
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
  for (const entry of Object.keys(entries) as (keyof typeof entries)[]) {
    const lean = await bundle(entry)
    const whole = await bundle(entry, {})
    const cold = coldImport(lean.text)
    const heavy = [...lean.parts].sort(([, a], [, b]) => b - a).slice(0, 8)
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
