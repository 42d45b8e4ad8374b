import { mkdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAsset } from '../../aws/bundle/asset.ts'
import { cloudFunctions, type FunctionName } from '../../aws/functions.ts'
import { alone } from '../process/alone.ts'
import { newest } from '../process/build.ts'
import { step } from '../process/progress.ts'

/** Functions that run on this machine: the four of the API, and the two that the stream wakes. */
export const localFunctions = [
  'city',
  'studio',
  'changes',
  'province',
  'rollup',
  'courier',
] as const satisfies readonly FunctionName[]
export type LocalFunction = (typeof localFunctions)[number]

const sources = ['functions', 'forms', 'infra/aws', 'package-lock.json']

export const assetsIn = (root: string): string => join(root, 'dist/functions')

const modified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const staleOnes = (root: string): readonly LocalFunction[] => {
  const changed = Math.max(...sources.map((source) => newest(join(root, source))))
  return localFunctions.filter((name) => modified(join(assetsIn(root), name, 'index.mjs')) < changed)
}

/**
 * Builds the functions into `dist/functions`, as the stacks do, if one of them is older than the sources. Throws what
 * the build said: there is nothing older to fall back upon, for what ships is what runs.
 */
export const ensureAssets = async (root: string): Promise<void> => {
  mkdirSync(assetsIn(root), { recursive: true })
  // None may read what another is about to replace.
  await alone(join(assetsIn(root), '.lock'), async () => {
    const stale = staleOnes(root)
    if (stale.length === 0) return
    await step(`构建函数（${stale.length} 个，首次构建或源文件有改动时）`, async () => {
      for (const name of stale) await buildAsset(name, assetsIn(root))
    })
  })
}

/** Seconds, and how many at once, as the stacks say; but no more processes than this machine has processors for. */
export const limitsOf = (name: LocalFunction): { readonly seconds: number; readonly most: number } => {
  const { seconds, atOnce } = cloudFunctions[name]
  return { seconds, most: Math.min(atOnce, 4, Math.max(2, availableParallelism())) }
}

if (import.meta.main) await ensureAssets(fileURLToPath(new URL('../../..', import.meta.url)))
