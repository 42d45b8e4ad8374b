import { randomUUID } from 'node:crypto'
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiDescription } from '../../../functions/api/app.ts'
import { type CloudFunction, cloudFunctions, type FunctionName } from '../functions.ts'
import { bundle } from './bundle.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Something that a function carries has not been built yet. The message is one sentence: what to do. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt'
}

/** Where assets are written unless another folder is named. */
export const assetsFolder = join(root, 'dist/functions')

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Puts a whole folder in its place. Where two builds meet, either may win: both wrote the same bytes. What stood
 * there is moved aside at once, not emptied file by file, because the other build may be moving in meanwhile.
 */
const replace = async (made: string, place: string): Promise<void> => {
  const aside = `${made}-before`
  for (let left = 20; ; left--) {
    await rename(place, aside).catch(() => {})
    try {
      await rename(made, place)
      break
    } catch (error) {
      if (left === 0) throw error
    }
    await rm(aside, { recursive: true, force: true })
  }
  await rm(aside, { recursive: true, force: true })
}

/** Throws `NotBuilt` where something that a function carries is not there. */
export const findCarried = async (name: FunctionName): Promise<void> => {
  const { carries = [] }: CloudFunction = cloudFunctions[name]
  for (const { from } of carries)
    if (!(await isThere(join(root, from))))
      throw new NotBuilt(`函数 ${name} 要带上 ${from}，但还没有这个文件夹。请先运行 npm run build，再重试。`)
}

/**
 * One function as it is deployed: `<out>/<name>/index.mjs` (handler `index.handler`) and beside it what it
 * carries, without TypeScript. The same sources give the same bytes. Returns the folder. Throws `NotBuilt`
 * where something that it carries is not there.
 */
export const buildAsset = async (name: FunctionName, out: string = assetsFolder): Promise<string> => {
  const { carries = [], describes = false }: CloudFunction = cloudFunctions[name]
  await findCarried(name)
  const made = join(out, `.${name}-${randomUUID()}`)
  await mkdir(made, { recursive: true })
  try {
    await writeFile(join(made, 'index.mjs'), (await bundle(name)).text)
    if (describes) await writeFile(join(made, 'openapi.json'), apiDescription())
    for (const { from, to } of carries)
      await cp(join(root, from), join(made, to), {
        recursive: true,
        filter: (source) => !source.endsWith('.ts'),
      })
    await replace(made, join(out, name))
  } finally {
    await rm(made, { recursive: true, force: true })
  }
  return join(out, name)
}
