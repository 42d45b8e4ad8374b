import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '#forms/release'
import {
  keysFile,
  type Manifest,
  manifestFile,
  manifestText,
  rowsFile,
  sha256Of,
  textOf,
} from '../../../infra/tenants/archive/manifest.ts'
import { openKeys, readPassphrase } from '../../../infra/tenants/archive/sealed-keys.ts'
import { readManifest, verifyArchive } from '../../../infra/tenants/archive/verify.ts'
import { exportCity } from '../../../infra/tenants/export.ts'
import { openCity } from '../../../infra/tenants/open.ts'
import { restoreCity } from '../../../infra/tenants/restore.ts'
import { strangeRows } from './lived-in.ts'
import { passphrase, type System, startSystem } from './system.ts'

let system: System
let whole: string
beforeAll(async () => {
  system = await startSystem()
  const ground = await system.at('341700')
  await openCity(ground, { name: '池州市', first: { kind: 'subject', subject: 'boss', name: '方知远' } })
  await system.put(...strangeRows('341700'))
  whole = join(system.folder, 'whole')
  await exportCity(ground, { folder: whole, passphrase })
})
afterAll(() => system.stop())

let serial = 0
/** A copy of the archive with something done to it. */
const spoilt = (spoil: (folder: string) => void): string => {
  const folder = join(system.folder, `spoilt-${serial++}`)
  cpSync(whole, folder, { recursive: true })
  spoil(folder)
  return folder
}
const problemsOf = async (folder: string): Promise<string> => {
  const verified = await verifyArchive(folder)
  return verified.whole ? '' : verified.problems.join('\n')
}
const measured = (bytes: Uint8Array) => ({ bytes: bytes.length, sha256: sha256Of(bytes) })

/** A forger: changes the lines, and makes every number of the manifest right again. */
const forged = (
  change: (lines: string[]) => string[],
  more: (manifest: Manifest) => Manifest = (one) => one,
) =>
  spoilt((folder) => {
    const text = gunzipSync(readFileSync(join(folder, rowsFile))).toString()
    const lines = change(text.split('\n').slice(0, -1))
    const changed = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    const packed = gzipSync(changed)
    writeFileSync(join(folder, rowsFile), packed)
    const { contents, keys } = readManifest(whole)
    const rows = { rows: lines.length, text: measured(changed), packed: measured(packed) }
    writeFileSync(
      join(folder, manifestFile),
      manifestText(more({ contents: { ...contents, ...rows }, keys })),
    )
  })

test('a whole archive is whole, and tells nobody anything sealed', async () => {
  expect(await problemsOf(whole)).toBe('')
  const text =
    gunzipSync(readFileSync(join(whole, rowsFile))).toString() + readFileSync(join(whole, keysFile))
  expect(text).not.toMatch(/方知远|boss/)
  expect(
    openKeys(readFileSync(join(whole, keysFile), 'utf8'), passphrase, textOf(readManifest(whole).contents))
      .data.size,
  ).toBe(1)
})

describe('what broke is said', () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    ['cut off', (at) => truncateSync(join(at, rowsFile), 300), /rows\.ndjson\.gz 不完整.*没有写完就断了/s],
    ['empty', (at) => truncateSync(join(at, rowsFile), 0), /不完整/],
    ['longer', (at) => writeFileSync(join(at, rowsFile), 'x', { flag: 'a' }), /多出内容/],
    [
      'one bit',
      (at) => {
        const bytes = readFileSync(join(at, rowsFile))
        bytes[400] = (bytes[400] ?? 0) ^ 1
        writeFileSync(join(at, rowsFile), bytes)
      },
      /有字节被改动/,
    ],
    ['no rows', (at) => rmSync(join(at, rowsFile)), /缺少文件 rows/],
    ['no keys', (at) => rmSync(join(at, keysFile)), /缺少文件 keys/],
    ['no manifest', (at) => rmSync(join(at, manifestFile)), /缺少文件 manifest/],
    ['more than an archive', (at) => writeFileSync(join(at, '说明.txt'), ''), /多出不属于归档的/],
    ['half a manifest', (at) => truncateSync(join(at, manifestFile), 200), /不是完整的 JSON/],
    ['other keys', (at) => writeFileSync(join(at, keysFile), '{}'), /keys\.json 不完整/],
    [
      'a link instead of a file',
      (at) => {
        renameSync(join(at, rowsFile), join(at, '..', `elsewhere-${serial}`))
        symlinkSync(join(at, '..', `elsewhere-${serial}`), join(at, rowsFile))
      },
      /不是普通文件/,
    ],
    [
      'a folder instead of a file',
      (at) => {
        rmSync(join(at, keysFile))
        mkdirSync(join(at, keysFile))
      },
      /不是普通文件/,
    ],
  ])('%s', async (_, spoil, said) => {
    expect(await problemsOf(spoilt(spoil))).toMatch(said)
  })

  test('there is nothing at all', async () => {
    expect(await problemsOf(join(system.folder, 'nowhere'))).toMatch(/打不开归档文件夹/)
  })
})

describe('what a forger puts in is found, though every hash is right', () => {
  const line = (row: object) => canonical(row)
  const neighbour = { pk: { S: 'T#341701#HH#1' }, sk: { S: '#' }, rev: { N: '1' } }
  const own = (more: object) => ({ pk: { S: 'T#341700#ZZZ' }, sk: { S: '#' }, rev: { N: '1' }, ...more })

  test.each<[string, (lines: string[]) => string[], RegExp]>([
    ['a row of another city', (lines) => [...lines, line(neighbour)], /不是 341700 的数据/],
    [
      'a row of a city whose code begins so',
      (lines) => [...lines, line({ ...neighbour, pk: { S: 'T#3417001#X' } })],
      /不是 341700 的数据/,
    ],
    [
      'a row of the province',
      (lines) => [line({ ...neighbour, pk: { S: 'P#340000#MEMBER' } }), ...lines],
      /不是 341700/,
    ],
    [
      'a row that stands in another city’s lists',
      (lines) => [...lines, line(own({ gsi1pk: { S: 'T#341701#HH#1' }, gsi1sk: { S: 'x' } }))],
      /索引指向别的城市/,
    ],
    ['a row without a key', (lines) => [...lines, '{}'], /没有主键/],
    ['a row twice', (lines) => [...lines, lines.at(-1) ?? ''], /重复或次序不对/],
    ['rows in another order', (lines) => [...lines.slice(1), lines[0] ?? ''], /重复或次序不对/],
    ['a data key', (lines) => [...lines, line({ ...own({}), pk: { S: 'T#341700#KEY' } })], /是数据密钥/],
    ['another way to write a row', (lines) => [...lines, line(own({})).replace(':', ': ')], /规范的数据/],
    ['a type that no table has', (lines) => [...lines, line(own({ a: { Z: '1' } }))], /规范的数据/],
    ['bytes that are none', (lines) => [...lines, line(own({ a: { B: '!' } }))], /规范的数据/],
    ['a row less', (lines) => lines.slice(1), /应有 1 行，实有 0 行/],
  ])('%s', async (_, change, said) => {
    expect(await problemsOf(forged(change))).toMatch(said)
  })

  test('another number, another city, a way out of the folder, parts that are not ours', async () => {
    const contents = (more: object) => (manifest: Manifest) =>
      ({ ...manifest, contents: { ...manifest.contents, ...more } }) as Manifest
    const same = (lines: string[]) => lines
    expect(await problemsOf(forged(same, contents({ city: '341701' })))).toMatch(/不是 341701 的数据/)
    expect(() => forged(same, contents({ city: '../../etc' }))).toThrow()
    const folder = spoilt((at) => {
      const text = readFileSync(join(at, manifestFile), 'utf8')
      writeFileSync(join(at, manifestFile), text.replace('"keys": {', '"../../keys": {},\n  "keys": {'))
    })
    expect(await problemsOf(folder)).toMatch(/不符合归档格式/)
  })

  test('a text without end stops where the manifest says it ends', async () => {
    const folder = spoilt((at) => {
      const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024, 10))
      writeFileSync(join(at, rowsFile), packed)
      const { contents, keys } = readManifest(whole)
      writeFileSync(
        join(at, manifestFile),
        manifestText({ contents: { ...contents, packed: measured(packed) }, keys }),
      )
    })
    expect(await problemsOf(folder)).toMatch(/more text than the manifest says/)
  })
})

describe('the passphrase', () => {
  const opening = (folder: string, words: string) => () =>
    openKeys(readFileSync(join(folder, keysFile), 'utf8'), words, textOf(readManifest(folder).contents))

  test('opens the keys; another one does not, and nothing is restored with it', async () => {
    expect(opening(whole, `${passphrase} `)).toThrow('口令不对')
    const there = await startSystem()
    const ground = await there.at('341700')
    await expect(restoreCity(ground, { archive: whole, passphrase: 'x'.repeat(20) })).rejects.toThrow(
      '口令不对',
    )
    expect(await there.rows()).toEqual([])
    await there.stop()
  })

  test('does not open them for a manifest that was made right after a change', async () => {
    const row = canonical({ pk: { S: 'T#341700#ZZZ' }, sk: { S: '#' }, rev: { N: '1' } })
    const folder = forged(
      (lines) => [...lines, row],
      ({ contents, keys }) => ({ contents: { ...contents, kinds: { ...contents.kinds, ZZZ: 1 } }, keys }),
    )
    expect(await problemsOf(folder)).toBe('')
    expect(opening(folder, passphrase)).toThrow('清单在导出之后被改动过')
  })

  test('is read from the first line of a file, and is not short', () => {
    expect(readPassphrase(system.file('pass', `${passphrase}\r\nmore\n`))).toBe(passphrase)
    expect(() => readPassphrase(system.file('short', 'short\n'))).toThrow('至少 16 个字')
    expect(() => readPassphrase(join(system.folder, 'none'))).toThrow('读不到口令文件')
  })

  test('is asked at a price that an archive cannot raise', () => {
    const sealed = JSON.parse(readFileSync(join(whole, keysFile), 'utf8'))
    const dear = JSON.stringify({ ...sealed, N: 2 ** 30 })
    expect(() => openKeys(dear, passphrase, '')).toThrow()
  })
})
