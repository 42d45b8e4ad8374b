import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ended, spawnChild } from './child.ts'

const sources = ['web', 'forms', 'functions/api/contract', 'package-lock.json', 'package.json']

/** Time of the newest file below the path, in milliseconds; 0 if there is none. */
const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True if the web client was never built, or a source is newer than what was built. */
export const clientIsStale = (root: string): boolean => {
  const built = statSync(join(root, 'dist/web/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return built < Math.max(...sources.map((source) => newest(join(root, source))))
}

/** Builds the web client into `dist/web`. Throws what the build said if it fails. */
export const buildClient = async (root: string): Promise<void> => {
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js')
  const child = spawnChild(vite, {
    args: ['build', '--config', join(root, 'web/vite.config.ts')],
    output: 'pipe',
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const code = await ended(child)
  if (code !== 0) throw new Error(`网页没有构建成功（${code}）：\n${said.join('')}`)
}
