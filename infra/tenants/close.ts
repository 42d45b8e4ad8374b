import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keys } from '../../functions/store/index.ts'
import { keysFile, type Manifest, textOf } from './archive/manifest.ts'
import { openKeys } from './archive/sealed-keys.ts'
import type { SortedRow } from './archive/sort.ts'
import { archivedRows, wholeArchive } from './archive/verify.ts'
import { type Certificate, expiries, Issued, issue, signerOf } from './certificate.ts'
import { type Differences, differencesOf } from './differences.ts'
import { type Ground, Unable } from './ground.ts'
import { liveRows } from './live-rows.ts'
import { closedKey, type Registered, register, registered, renew, type Standing } from './registry.ts'
import { type Remains, remainsOf } from './remains.ts'
import { beginReopening, inUse } from './reopen.ts'
import { sameKeys } from './vault.ts'
import { isWayIn, shutOut } from './ways-in.ts'

export type Closing = {
  readonly archive: string
  /** Proves that the archive's keys are this city's, and that they can be opened. */
  readonly passphrase?: string
  /** Without it everything is checked and nothing is changed. */
  readonly yes: boolean
  /** Ed25519 key in PEM that signs the certificate. */
  readonly signingKey?: string
  /** Milliseconds until nobody works on with what a server remembers: a membership is kept 60 s, a request lasts 28 s. */
  readonly quiet?: number
}
export type Closed = { readonly result: 'would' } | { readonly result: 'closed'; readonly issued: Issued }

const rounds = 10

/**
 * Closes a city for ever. The order makes every cut harmless, and whoever was cut off runs the same command again:
 *
 *     archive = rows of now ──► registry says "closing" ──► people out, and a pause ──► archive = rows of now, still?
 *       ├─ no:  people back in, registry as before (so does `abandonClosing`, until here)
 *       └─ yes: registry says "checked" ──► data key destroyed ──► all rows ──► a whole reading finds nothing
 *                 ──► registry row gone, certificate kept
 *
 * The key goes before the rows: from then on nothing that is left can be read, whatever is cut off, and there is no way
 * back but the archive, which was found whole and equal when nobody could change anything any more. Each step renews the
 * row of the registry over the one that was read: of two people who close at once, the later takes over and the other
 * ends in a `Conflict`, before anything is destroyed or anybody is let in.
 */
export const closeCity = async (ground: Ground, closing: Closing): Promise<Closed> => {
  const { store, link, vault, say } = ground
  const { city } = store.reach
  const owner = { kind: 'city', code: city } as const
  if (closing.signingKey !== undefined) signerOf(closing.signingKey)
  const { manifest, id } = await wholeArchive(closing.archive)
  if (manifest.contents.city !== city)
    throw new Unable(`归档是${manifest.contents.name}（${manifest.contents.city}）的，不是 ${city} 的。`)
  const standing = await registered(store)
  const issued = standing ? undefined : await certificateOf(ground, id)
  if (issued) return { result: 'closed', issued }

  const isResumed = standing?.row.state === 'closing'
  if (isResumed && standing.row.begun?.archive !== id)
    throw new Unable(
      `${city} 的关闭是用另一份归档开始的（编号 ${standing.row.begun?.archive}），请用那一份继续。`,
    )
  if (standing?.row.state === 'reopening')
    throw new Unable(`${city} 的关闭正在放弃，请先用 abandon 命令完成，再重新关闭。`)
  if (standing?.row.state === 'restoring') throw new Unable(`${city} 正在从归档恢复，请先完成恢复。`)
  if (isResumed) say('    接着上次没有完成的关闭继续')
  else await checkEqual(ground, closing, manifest)
  if (!closing.yes) return { result: 'would' }

  let held = isResumed ? await renew(store, standing) : await begin(ground, manifest, id, standing)
  if (await vault.open(owner, store.city)) {
    if (held.row.checked === undefined) {
      const { out = link.clock().toISOString() } = held.row
      held = await renew(store, held, { ...held.row, out })
      await shutOut(ground, closing.quiet ?? 90_000)
      held = await checkStill(ground, closing, manifest, held)
    }
    const { writes, beside } = await vault.destroy(owner, store.city)
    if (writes.length > 0) await store.write(writes.map((write) => ({ in: 'city', write })))
    beside()
  }
  const { ownLists } = await removeAll(ground)
  return { result: 'closed', issued: await finish(ground, held, manifest, ownLists, closing.signingKey) }
}

/** Throws `Unable` unless the archive holds exactly what the city holds now, and its keys. */
const checkEqual = async (ground: Ground, { archive, passphrase }: Closing, manifest: Manifest) => {
  const { store, vault, say } = ground
  const opened = await vault.open({ kind: 'city', code: store.reach.city }, store.city)
  if (!opened) throw new Unable(`${store.reach.city} 没有开通，没有可以关闭的内容。`)
  if (passphrase !== undefined) {
    const sealed = readFileSync(join(archive, keysFile), 'utf8')
    if (!sameKeys(openKeys(sealed, passphrase, textOf(manifest.contents)), opened))
      throw new Unable('归档里封存的不是该市现在的数据密钥，请重新导出。')
  }
  say('    逐行核对归档与现有数据')
  const found = await changedSince(ground, archivedRows(archive, manifest))
  if (found.total > 0) throw new Unable(`导出之后又有改动（${found.words.join('，')}），请重新导出后再关闭。`)
}

const changedSince = (ground: Ground, archived: AsyncIterable<SortedRow>): Promise<Differences> => {
  const now = ground.link.clock()
  return differencesOf(archived, liveRows(ground, now, join(tmpdir(), 'yihu-close')), now)
}

/** The same once nobody can change anything any more. Where somebody did meanwhile, everybody is let in again. */
const checkStill = async (
  ground: Ground,
  { archive }: Closing,
  manifest: Manifest,
  held: Standing,
): Promise<Standing> => {
  const { store, link, say } = ground
  say('    没有人能再改动，最后核对一遍')
  const rest = async function* () {
    for await (const one of archivedRows(archive, manifest)) if (!isWayIn(one)) yield one
  }
  const found = await changedSince(ground, rest())
  if (found.total === 0) return renew(store, held, { ...held.row, checked: link.clock().toISOString() })
  const reopened = await beginReopening(ground, held, archivedRows(archive, manifest))
  await renew(store, reopened, inUse(reopened.row))
  throw new Unable(
    `关闭期间有人改动（${found.words.join('，')}）。成员已恢复，没有删除任何数据，请重新导出后再关闭。`,
  )
}

const begin = async (
  { store, link, by }: Ground,
  { contents }: Manifest,
  archive: string,
  standing: Standing | undefined,
): Promise<Standing> => {
  const { city } = store.reach
  const at = link.clock().toISOString()
  const known: Registered = standing?.row ?? { schema: 1, city, name: contents.name, opened: contents.at, by }
  const row: Registered = { ...known, state: 'closing', begun: { at, by, archive } }
  await store.write([register(row, standing)])
  return { row, rev: (standing?.rev ?? 0) + 1 }
}

const removeAll = async (ground: Ground): Promise<Remains> => {
  const { store, say } = ground
  for (let round = 1; round <= rounds; round++) {
    const remains = await remainsOf(ground, (found) => store.removeRows(found))
    say(remains.rows > 0 ? `    第 ${round} 遍：删除 ${remains.rows} 行` : `    第 ${round} 遍：没有找到数据`)
    if (remains.rows === 0) return remains
  }
  throw new Unable(`删除 ${rounds} 遍之后仍有新的数据写入，请检查系统后再运行同一条命令。`)
}

/** The certificate that stands where the city was, if it was closed with this archive. */
const certificateOf = async ({ store }: Ground, archive: string): Promise<Issued | undefined> => {
  const row = await store.province.get<{ issued: unknown }>(closedKey(store.reach.city), { consistent: true })
  const issued = row && Issued.parse(row.issued)
  return issued?.certificate.archive === archive ? issued : undefined
}

const finish = async (
  { store, link, place, table, by, backups }: Ground,
  { row, rev }: Standing,
  { contents }: Manifest,
  ownLists: number,
  signingKey: string | undefined,
): Promise<Issued> => {
  const { city, province } = store.reach
  const now = link.clock()
  const certificate: Certificate = {
    format: 'yihu-closing-certificate',
    version: 1,
    city,
    name: row.name,
    province,
    place,
    table,
    by,
    begun: row.begun?.at ?? now.toISOString(),
    finished: now.toISOString(),
    archive: row.begun?.archive ?? '',
    rowsSha256: contents.text.sha256,
    rows: contents.rows,
    kinds: contents.kinds,
    ...(row.abandoned && { abandoned: row.abandoned }),
    ownLists,
    backups: expiries(now, await backups()),
  }
  const issued = issue(certificate, signingKey)
  const before = await store.province.get(closedKey(city), { consistent: true })
  await store.write([
    { in: 'province', write: { remove: keys.tenantKey(city), expect: { rev } } },
    {
      in: 'province',
      write: {
        put: closedKey(city),
        item: { schema: 1, issued },
        expect: before ? { rev: before.rev } : 'absent',
      },
    },
  ])
  return issued
}
