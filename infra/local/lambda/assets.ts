import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildAsset } from '../../aws/asset.ts'
import { cloudFunctions, type FunctionName } from '../../aws/functions.ts'
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

/**
 * Builds the functions into `dist/functions`, as the stacks do, if one of them is older than the sources. Throws what
 * the build said: there is nothing older to fall back upon, for what ships is what runs.
 */
export const ensureAssets = async (root: string): Promise<void> => {
  const changed = Math.max(...sources.map((source) => newest(join(root, source))))
  const builtAt = (name: LocalFunction): number =>
    statSync(join(assetsIn(root), name, 'index.mjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const stale = localFunctions.filter((name) => builtAt(name) < changed)
  if (stale.length === 0) return
  await step(`构建函数（${stale.length} 个，首次启动或源文件有改动时）`, async () => {
    for (const name of stale) await buildAsset(name, assetsIn(root))
  })
}

/** Seconds, and how many at once, as the stacks say; but no more processes than this machine can bear. */
export const limitsOf = (name: LocalFunction): { readonly seconds: number; readonly most: number } => {
  const { seconds, atOnce } = cloudFunctions[name]
  return { seconds, most: Math.min(atOnce, 4) }
}
