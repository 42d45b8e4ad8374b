import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { type Coding, encode } from './coding.ts'

/** One file as it is sent: its bytes in one coding, and a mark of its content. */
export type Piece = { readonly hash: string; readonly body: Buffer }

type Kept = { readonly stamp: string; readonly plain: Buffer; readonly hash: string; readonly coded: Coded }
type Coded = Map<Coding, Promise<Buffer>>

/** The mark is of the content alone: in a deployed asset every file has the same date. */
const keep = (stamp: string, plain: Buffer): Kept => ({
  stamp,
  plain,
  hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
  coded: new Map(),
})

export type Shelf = (path: string, coding: Coding) => Promise<Piece | undefined>

/**
 * The files of a folder by path, and those `made` here under theirs. What was read and compressed once stays in memory
 * until the file changes. Undefined: there is none, the path leads out of the folder, or it names what begins with a
 * dot (the build's own notes).
 */
export const shelf = (folder: string, made: Readonly<Record<string, string>> = {}): Shelf => {
  const own = new Map(Object.entries(made).map(([path, text]) => [path, keep('', Buffer.from(text))]))
  const read = new Map<string, Kept>()

  const find = async (path: string): Promise<Kept | undefined> => {
    const file = join(folder, normalize(path))
    if (!file.startsWith(folder + sep) || /[\\/]\.|\0/.test(path)) return undefined
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const stamp = `${found.size}-${found.mtimeMs}-${found.ino}`
    const known = read.get(file)
    if (known?.stamp === stamp) return known
    const fresh = keep(stamp, await readFile(file))
    read.set(file, fresh)
    return fresh
  }

  return async (path, coding) => {
    const kept = own.get(path) ?? (await find(path))
    if (!kept) return undefined
    let body = kept.coded.get(coding)
    if (!body) {
      body = encode(coding, kept.plain)
      kept.coded.set(coding, body)
    }
    return { hash: kept.hash, body: await body }
  }
}
