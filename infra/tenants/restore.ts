import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowOfLine } from '../../functions/store/operator-row.ts'
import { keysFile, type Manifest, textOf } from './archive/manifest.ts'
import { openKeys } from './archive/sealed-keys.ts'
import type { SortedRow } from './archive/sort.ts'
import { archivedRows, wholeArchive } from './archive/verify.ts'
import { differencesOf } from './differences.ts'
import { type Ground, Unable } from './ground.ts'
import { liveRows, progress } from './live-rows.ts'
import { isThere, type Registered, register, registered, type Standing } from './registry.ts'

const batch = 250

/** The rows by which people come in. */
const isMember = ({ sk, pk }: SortedRow): boolean => pk.slice(9) === 'MEMBER' && sk.startsWith('M#')
/** Rows at which jobs begin to work; they re-read others, which have to stand by then. */
const isWaking = ({ sk }: SortedRow): boolean => /^(?:HEAD$|COUNT#|OUT#)/.test(sk)

/** In which order rows come in: those that nobody looks for by themselves, then what wakes jobs, then people. */
const waves: readonly { readonly words: string; readonly has: (row: SortedRow) => boolean }[] = [
  { words: '写入数据', has: (row) => !isMember(row) && !isWaking(row) },
  { words: '写入在用版本和计数', has: isWaking },
  { words: '写入成员', has: isMember },
]

/**
 * Puts a city where it is not, exactly as its archive has it: every row with its revision, its life and its bytes, and
 * the same data keys, wrapped anew for this place. Until the one transaction at the end nobody can open it. Whoever was
 * cut off runs the same command again. Throws `Unable` where the city is there, or the archive is not whole.
 */
export const restoreCity = async (
  ground: Ground,
  { archive, passphrase }: { readonly archive: string; readonly passphrase: string },
): Promise<{ readonly manifest: Manifest }> => {
  const { store, vault, link, say, by } = ground
  const { city } = store.reach
  const { manifest, id } = await wholeArchive(archive)
  const { contents } = manifest
  if (contents.city !== city) throw new Unable(`归档是 ${contents.city} 的，不是 ${city} 的。`)
  const sealed = readFileSync(join(archive, keysFile), 'utf8')
  const opened = openKeys(sealed, passphrase, textOf(contents))
  const owner = { kind: 'city', code: city } as const
  const standing = (await going(ground, id)) ?? (await begin(ground, manifest, id))

  let writes: Awaited<ReturnType<typeof vault.adopt>> = []
  for (const { words, has } of waves) {
    if (has === isMember) writes = await vault.adopt(owner, opened, store.city)
    say(`    ${words}`)
    await put(ground, archivedRows(archive, manifest), has)
  }
  say('    逐行核对')
  const now = link.clock()
  const live = liveRows(ground, now, join(tmpdir(), 'yihu-restore'))
  const found = await differencesOf(archivedRows(archive, manifest), live, now)
  if (found.total > 0)
    throw new Unable(`写入之后与归档不一致（${found.words.join('，')}），城市没有开放，请重新运行。`)

  const { state: _, begun: __, ...known } = standing.row
  const restored = { at: now.toISOString(), by, archive: id }
  await store.write([
    register({ ...known, restored }, standing),
    ...writes.map((write) => ({ in: 'city', write }) as const),
  ])
  return { manifest }
}

/** A restoration with this archive that was cut off. */
const going = async ({ store, vault }: Ground, archive: string): Promise<Standing | undefined> => {
  const { city } = store.reach
  const standing = await registered(store)
  if (standing?.row.state === 'restoring') {
    if (standing.row.begun?.archive === archive) return standing
    throw new Unable(`${city} 正在从另一份归档恢复（编号 ${standing.row.begun?.archive}），请用那一份继续。`)
  }
  const isKnown = (await vault.open({ kind: 'city', code: city }, store.city)) !== undefined
  if (standing || isKnown || (await isThere(store)))
    throw new Unable(`${city} 在这里已经开通（或还没有关闭完），不能恢复到它上面。`)
  return undefined
}

const begin = async (
  { store, link, by }: Ground,
  { contents }: Manifest,
  archive: string,
): Promise<Standing> => {
  const { city } = store.reach
  const at = link.clock().toISOString()
  const { opened = contents.at, by: opener = by } = contents.registry ?? {}
  const known = { schema: 1, city, name: contents.name, opened, by: opener } as const
  const row: Registered = { ...known, state: 'restoring', begun: { at, by, archive } }
  await store.write([register(row)])
  return { row, rev: 1 }
}

const put = async (
  { store, say }: Ground,
  rows: AsyncIterable<SortedRow>,
  has: (row: SortedRow) => boolean,
): Promise<void> => {
  const done = progress(say, (n) => `已写入 ${n} 行`)
  let open: SortedRow[] = []
  const flush = async () => {
    await store.putRows(open.map(({ line }) => rowOfLine(line)))
    done(open.length)
    open = []
  }
  for await (const row of rows) {
    if (!has(row)) continue
    open.push(row)
    if (open.length >= batch) await flush()
  }
  await flush()
}
