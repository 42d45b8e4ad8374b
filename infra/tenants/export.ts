import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { localDate } from '#forms/standards'
import { placeNames } from '../../functions/configuration/index.ts'
import { serviceTenant } from '../../functions/identity/service.ts'
import { Conflict, keys, TenantStore } from '../../functions/store/index.ts'
import {
  archiveId,
  type Contents,
  keysFile,
  type Manifest,
  manifestFile,
  manifestText,
  rowsFile,
  sha256Of,
  textOf,
} from './archive/manifest.ts'
import { packLines } from './archive/pack.ts'
import { sealKeys } from './archive/sealed-keys.ts'
import { makeFolder } from './folder.ts'
import { type Ground, Unable } from './ground.ts'
import { counter, kindOf } from './kinds.ts'
import { liveRows } from './live-rows.ts'
import { register, registered } from './registry.ts'

export type Exporting = {
  /** Must not be there yet. Until the archive is whole it is called `<folder>.partial`. */
  readonly folder: string
  readonly passphrase: string
  /** Reads until two readings one after the other are the same: then both are the rows of one moment. */
  readonly exact?: boolean
  /** Bytes that are sorted at once. For tests. */
  readonly budget?: number
}

const patience = 5
const { version: tool } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

/**
 * Writes everything of a city into a folder: its rows, what they are, and its keys under a passphrase. It changes nothing
 * in the city; the registry notes that it was done. Whoever is cut off begins again: what was left is removed first.
 */
export const exportCity = async (
  ground: Ground,
  { folder, passphrase, exact = false, budget }: Exporting,
): Promise<{ readonly manifest: Manifest; readonly id: string }> => {
  const { store, link, vault, say } = ground
  const { city } = store.reach
  if (existsSync(folder)) throw new Unable(`${folder} 已经存在，请换一个文件夹，以免覆盖旧归档。`)
  const opened = await vault.open({ kind: 'city', code: city }, store.city)
  if (!opened) throw new Unable(`${city} 没有开通，或者数据密钥已经销毁，没有可以导出的内容。`)
  const draft = `${folder}.partial`
  makeFolder(dirname(folder))
  for (const begun of [draft, `${draft}.sorting`]) {
    rmSync(begun, { recursive: true, force: true })
    makeFolder(begun, { mode: 0o700 })
  }

  const at = link.clock()
  const begin = await revisions(ground)
  const own = new TenantStore(serviceTenant(city, 'operator'), link, opened)
  const { city: name } = await placeNames(own, localDate(at))

  const read = async () => {
    const kinds = counter()
    const lines = async function* () {
      for await (const { pk, sk, line } of liveRows(ground, at, `${draft}.sorting/rows`, budget)) {
        kinds.add(kindOf(pk.slice(9), sk))
        yield line
      }
    }
    const packed = await packLines(lines(), join(draft, rowsFile))
    return { ...packed, kinds: kinds.counts(), rows: kinds.total() }
  }
  try {
    let reading = await read()
    let isSnapshot = false
    for (let tried = 1; exact && !isSnapshot; tried++) {
      if (tried > patience)
        throw new Unable(`读了 ${tried} 遍，每遍之间都有人改动。请在没有人办公的时候再导出，或去掉 --exact。`)
      say(`    再读一遍，核对是否有人改动（第 ${tried} 次）`)
      const again = await read()
      isSnapshot = again.text.sha256 === reading.text.sha256
      reading = again
    }
    const standing = await registered(store)
    const contents: Contents = {
      format: 'yihu-tenant-archive',
      version: 1,
      tool,
      city,
      name,
      place: ground.place,
      table: ground.table,
      at: at.toISOString(),
      finished: link.clock().toISOString(),
      consistency: isSnapshot ? 'snapshot' : 'scan',
      moved: { begin, end: await revisions(ground) },
      ...(standing && { registry: standing.row }),
      ...reading,
    }
    const sealed = sealKeys(opened, passphrase, textOf(contents))
    const manifest: Manifest = {
      contents,
      keys: { bytes: Buffer.byteLength(sealed), sha256: sha256Of(sealed) },
    }
    const mode = 0o600
    writeFileSync(join(draft, keysFile), sealed, { mode })
    writeFileSync(join(draft, manifestFile), manifestText(manifest), { mode })
    renameSync(draft, folder)
    const id = archiveId(manifest)
    await note(ground, id)
    return { manifest, id }
  } finally {
    rmSync(`${draft}.sorting`, { recursive: true, force: true })
  }
}

/** Revisions of the rows that people change together; what moved between two looks was worked on meanwhile. */
const revisions = async ({ store }: Ground): Promise<number[]> => {
  const rows = await store.city.getAll([keys.headKey, keys.workKey, keys.adminsKey], { consistent: true })
  return rows.map((row) => row?.rev ?? 0)
}

/** The registry's note of the last archive. Where somebody else writes at this moment, theirs stands. */
const note = async ({ store, link, by }: Ground, archive: string): Promise<void> => {
  const standing = await registered(store)
  if (!standing) return
  const exported = { at: link.clock().toISOString(), by, archive }
  await store.write([register({ ...standing.row, exported }, standing)]).catch((error) => {
    if (!(error instanceof Conflict)) throw error
  })
}
