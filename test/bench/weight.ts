import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Line } from './line.ts'
import { middle } from './measure.ts'

const root = new URL('../..', import.meta.url).pathname
const runs = 11

/** Everything behind a door as one minified module, as a browser or a function loads it: Chinese as it is, unless `escaped`. */
export const minified = async (door: string, banner = '', escaped = false): Promise<string> => {
  const result = await build({
    banner: { js: banner },
    stdin: { contents: `export * from '${door}'`, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    charset: escaped ? 'ascii' : 'utf8',
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'error',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Parts of the peer ask for Node's own modules in the old way. */
const oldWay = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"

/** Places in a program where text could become code. */
export const codeFromText = (program: string): readonly string[] =>
  program.match(/\beval\b\s*\(|\bFunction\b\s*\(|\bimport\s*\(|\bsetTimeout\s*\(\s*["'`]/g) ?? []

/** Milliseconds that `import(file)` takes in a fresh process, measured inside it: of clock and processor time the shorter. */
const importOnce = (file: string): number => {
  const script = [
    'const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000 }',
    'const [cpu, wall] = [used(), performance.now()]',
    `await import(${JSON.stringify(pathToFileURL(file).href)})`,
    'console.log(Math.min(performance.now() - wall, used() - cpu))',
  ].join('\n')
  const flags = ['--no-deprecation', '--input-type=module', '-e']
  return Number(execFileSync(process.execPath, [...flags, script]))
}

/**
 * What it costs to load the engine: the minified bundles of `#forms/engine` and of `@formio/core`, each imported
 * by fresh processes in turn (middle of 11), less the time of an empty module. Bytes are those of the bundles (UTF-8, as shipped);
 * `peerPartMs` and `peerPartBytes` those of `@formio/core/process` alone, which is all that the other cases use.
 * Throws where a place in our bundle could turn text into code.
 */
export const weigh = async (): Promise<Line> => {
  const texts = {
    empty: 'export {}',
    ours: await minified('#forms/engine'),
    peer: await minified('@formio/core', oldWay),
    part: await minified('@formio/core/process', oldWay),
  }
  const found = codeFromText(texts.ours)
  if (found.length > 0) throw new Error(`import: our bundle has ${found.join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'yihu-weight-'))
  try {
    const times = new Map<string, number[]>()
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.mjs`), text)
    for (let i = 0; i < runs; i++)
      for (const name of Object.keys(texts))
        times.set(name, [...(times.get(name) ?? []), importOnce(join(folder, `${name}.mjs`))])
    const spent = (name: string) => middle(times.get(name) ?? []) - middle(times.get('empty') ?? [])
    const [oursMs, peerMs] = [spent('ours'), spent('peer')]
    return {
      case: 'import',
      oursMs,
      peerMs,
      ratio: peerMs / oursMs,
      oursBytes: Buffer.byteLength(texts.ours),
      peerBytes: Buffer.byteLength(texts.peer),
      peerPartMs: spent('part'),
      peerPartBytes: Buffer.byteLength(texts.part),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
