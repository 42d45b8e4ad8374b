import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { alone } from './alone.ts'
import { ended, spawnChild } from './child.ts'
import { step } from './progress.ts'

const sources = ['web', 'forms', 'functions/api/contract', 'package-lock.json', 'package.json']

/** Time of the newest file below the path, in milliseconds; 0 if there is none. */
export const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True if the web client was never built, or a source is newer than what was built. */
const clientIsStale = (root: string): boolean => {
  const built = statSync(join(root, 'dist/web/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return built < Math.max(...sources.map((source) => newest(join(root, source))))
}

const wasBuilt = (root: string): boolean =>
  statSync(join(root, 'dist/web/index.html'), { throwIfNoEntry: false }) !== undefined

/**
 * Builds the web client into `dist/web` if it is older than its sources. If that fails the last good one is used, and
 * that is said; without one there is nothing to open, and it throws.
 */
export const ensureClient = async (root: string): Promise<void> => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  // A build empties its folder first: two at once would take each other's files away.
  await alone(join(root, 'dist/.web.lock'), async () => {
    if (!clientIsStale(root)) return
    try {
      await step('构建网页（首次启动或源文件有改动时）', () => buildClient(root))
    } catch (error) {
      if (!wasBuilt(root)) throw error
      console.error((error as Error).message)
      console.error('! 网页没有构建成功，沿用上一次构建的网页。')
    }
  })
}

/** Throws what the build said if it fails. */
const buildClient = async (root: string): Promise<void> => {
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js')
  const child = spawnChild(vite, {
    args: ['build', '--config', join(root, 'web/vite.config.ts')],
    output: 'pipe',
    environment: { NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const code = await ended(child)
  if (code !== 0) throw new Error(`网页没有构建成功（${code}）：\n${stripVTControlCharacters(said.join(''))}`)
}
