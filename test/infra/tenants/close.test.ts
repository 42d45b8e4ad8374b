import { generateKeyPairSync, verify } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { canonical } from '#forms/release'
import { Conflict } from '../../../functions/store/index.ts'
import { sha256Of } from '../../../infra/tenants/archive/manifest.ts'
import { writeCertificate } from '../../../infra/tenants/certificate-paper.ts'
import { closeCity } from '../../../infra/tenants/close.ts'
import { openCity } from '../../../infra/tenants/open.ts'
import { restoreCity } from '../../../infra/tenants/restore.ts'
import { archiveOf, cutOften, fill } from './small.ts'
import { passphrase, type System, startSystem } from './system.ts'

/** What happens while closing waits for servers to forget; time alone, where nothing is said. */
const pause = vi.hoisted((): { during: (() => Promise<unknown>) | undefined } => ({ during: undefined }))
vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof import('node:timers/promises')>()
  return { ...timers, setTimeout: (ms: number) => pause.during?.() ?? timers.setTimeout(ms) }
})

let system: System
beforeEach(async () => {
  system = await startSystem()
  await fill(system, '341700')
})
afterEach(() => {
  pause.during = undefined
  return system.stop()
})

const ground = () => system.at('341700')
const closing = async (archive: string, more: object = {}) =>
  closeCity(await ground(), { archive, passphrase, yes: true, quiet: 0, ...more })

describe('closing is refused, and nothing changes', () => {
  const refused = async (run: () => Promise<unknown>, why: string | RegExp) => {
    const before = await system.rows()
    await expect(run()).rejects.toThrow(why)
    expect(await system.rows()).toEqual(before)
  }

  test('for an archive that is older than the city', async () => {
    const { folder } = await archiveOf(system, '341700')
    await system.put({ pk: { S: 'T#341700#HH#1' }, sk: { S: '#' }, rev: { N: '2' } })
    await system.put({ pk: { S: 'T#341700#HH#new' }, sk: { S: 'A#1' }, rev: { N: '1' } })
    await refused(() => closing(folder), '改动 家庭 1 行，新增 评估记录 1 行')
  })

  test('for another city’s archive, a broken one, none, and the wrong passphrase', async () => {
    await fill(system, '341701', 1)
    const { folder: other } = await archiveOf(system, '341701')
    await refused(() => closing(other), '不是 341700 的')
    await refused(() => closing(join(system.folder, 'nowhere')), '归档不完整')
    const { folder } = await archiveOf(system, '341700')
    await refused(() => closing(folder, { passphrase: 'x'.repeat(16) }), '口令不对')
  })

  test('for a key that can sign no certificate', async () => {
    const { folder } = await archiveOf(system, '341700')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const signingKey of ['no key', other])
      await refused(() => closing(folder, { signingKey }), 'Ed25519')
  })

  test('for an archive of a city of that code in another stage', async () => {
    const there = await startSystem()
    await fill(there, '341700')
    const { folder } = await archiveOf(there, '341700')
    await refused(() => closing(folder), '不是该市现在的数据密钥')
    await refused(() => closing(folder, { passphrase: undefined }), '导出之后又有改动')
    await there.stop()
  })

  test('without a word of consent', async () => {
    const { folder } = await archiveOf(system, '341700')
    const before = await system.rows()
    expect(await closing(folder, { yes: false })).toEqual({ result: 'would' })
    expect(await system.rows()).toEqual(before)
  })
})

describe('closing', () => {
  test('that is cut off again and again is taken up each time; nobody reads anything in between', async () => {
    await fill(system, '341701')
    const neighbour = await system.rows('T#341701#')
    const { folder, id } = await archiveOf(system, '341700')
    const cuts = await cutOften(
      system,
      () => closing(folder),
      async () => {
        system.restart()
        const known = (await system.rows('P#340000#TENANT')).find((row) => row['sk']?.['S'] === '341700')
        if (!known?.['state']) return
        const first = { kind: 'subject', subject: 'x', name: 'x' } as const
        await expect(openCity(await ground(), { name: '新池州', first })).rejects.toThrow('正在关闭')
        if ((await system.rows('T#341700#HH#')).length === 80) return
        // No row goes before the key, and before nobody can come in any more.
        expect(await system.rows('T#341700#KEY')).toEqual([])
        expect(await system.rows('T#341700#MEMBER')).toEqual([])
      },
    )
    expect(cuts).toBeGreaterThan(3)
    expect(await system.rows('T#341700#')).toEqual([])
    expect(await system.rows('T#341701#')).toEqual(neighbour)
    const shown = (await system.rows('P#340000#')).map((row) => `${row['pk']?.['S']}/${row['sk']?.['S']}`)
    expect(shown.filter((key) => key.includes('341700'))).toEqual(['P#340000#KEY/CLOSED#341700'])
    expect(shown).toEqual(expect.arrayContaining(['P#340000#CITY/341701', 'P#340000#MONTH#202610/341701']))
    // Once more gives the same certificate, and takes nothing more away.
    const again = await closing(folder)
    expect(again).toMatchObject({ issued: { certificate: { archive: id, ownLists: 1 } } })
    expect(await system.rows('T#341701#')).toEqual(neighbour)
  })

  test('goes on with its own archive alone', async () => {
    const first = await archiveOf(system, '341700')
    const second = await archiveOf(system, '341700')
    system.faults.cut = (op) => op === 'BatchWriteItem'
    await expect(closing(first.folder)).rejects.toThrow('cut off')
    system.faults.cut = undefined
    await expect(closing(second.folder)).rejects.toThrow('另一份归档')
    expect(await closing(first.folder)).toMatchObject({ result: 'closed' })
    await expect(closing(second.folder)).rejects.toThrow('没有开通')
  })

  test('is given up while somebody still works: everybody is let in again, and nothing is lost', async () => {
    const { folder } = await archiveOf(system, '341700')
    const before = await system.rows('T#341700#')
    const late = { pk: { S: 'T#341700#HH#late' }, sk: { S: '#' }, rev: { N: '1' } }
    pause.during = () => system.put(late)
    await expect(closing(folder, { quiet: 1 })).rejects.toThrow(
      '关闭期间有人改动（新增 家庭 1 行）。成员已恢复',
    )
    expect(await system.rows('T#341700#')).toEqual(
      [...before, late].sort((a, b) => (`${a.pk?.['S']}` < `${b.pk?.['S']}` ? -1 : 1)),
    )
    expect((await system.as('341700.boss', '/api/cities/341700/members')).status).toBe(200)
    pause.during = undefined
    await expect(closing(folder)).rejects.toThrow('导出之后又有改动')
    expect(await closing((await archiveOf(system, '341700')).folder)).toMatchObject({ result: 'closed' })
  })

  test('by two people at once closes it once, and brings nobody back', async () => {
    const { folder } = await archiveOf(system, '341700')
    let other: unknown
    pause.during = async () => {
      pause.during = undefined
      other = await closing(folder)
    }
    await expect(closing(folder, { quiet: 1 })).rejects.toThrow(Conflict)
    expect(other).toMatchObject({ result: 'closed' })
    expect(await system.rows('T#341700#')).toEqual([])
    expect(await closing(folder)).toEqual(other)
  })

  test('that somebody else has taken over stops before anything is destroyed', async () => {
    const { folder } = await archiveOf(system, '341700')
    const fast = await ground()
    let other: Promise<unknown> = Promise.resolve()
    const say = (words: string) => {
      if (words.includes('最后核对')) other = closing(folder, { quiet: 2000 })
    }
    const run = closeCity({ ...fast, say }, { archive: folder, passphrase, yes: true, quiet: 0 })
    const [mine, theirs] = await Promise.allSettled([run, run.catch(() => {}).then(() => other)])
    const done = [mine, theirs].filter(({ status }) => status === 'fulfilled')
    expect(done.length).toBeGreaterThanOrEqual(1)
    expect(await system.rows('T#341700#')).toEqual([])
    expect(await closing(folder)).toMatchObject({ result: 'closed' })
  })

  test('removes what a server wrote while rows were removed', async () => {
    const { folder } = await archiveOf(system, '341700')
    const late = { pk: { S: 'T#341700#IDEM#late' }, sk: { S: '#' }, rev: { N: '1' } }
    let scans = 0
    let writing: Promise<unknown> | undefined
    system.faults.cut = (op) => {
      if (op === 'Scan') scans += 1
      // The first two compare, the third finds what has to go; written while that goes, it is there before the fourth.
      if (op === 'BatchWriteItem' && scans === 3) writing ??= system.put(late)
      return false
    }
    await closing(folder)
    await writing
    expect(writing).toBeDefined()
    expect(scans).toBeGreaterThanOrEqual(4)
    expect(await system.rows('T#341700#')).toEqual([])
  })

  test('leaves the way to bring it back, at once and with the same keys, but not to open it anew at once', async () => {
    const { folder, manifest } = await archiveOf(system, '341700')
    await closing(folder)
    const first = { kind: 'subject', subject: 'x', name: 'x' } as const
    await expect(openCity(await ground(), { name: '新池州', first })).rejects.toThrow('15 分钟后再开通')
    await restoreCity(await ground(), { archive: folder, passphrase })
    expect((await archiveOf(system, '341700')).manifest.contents.text).toEqual(manifest.contents.text)
    const { folder: last } = await archiveOf(system, '341700')
    await closing(last)
    system.pass(15 * 60 + 1)
    expect(await openCity(await ground(), { name: '新池州', first })).toEqual({ result: 'opened' })
  })
})

test('the certificate says what went and what remains until when, and can be proved', async () => {
  const { folder, manifest, id } = await archiveOf(system, '341700', true)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const closed = await closing(folder, { signingKey })
  if (closed.result !== 'closed') throw new Error('not closed')
  const { certificate, sha256, signature } = closed.issued
  expect(certificate).toMatchObject({
    city: '341700',
    archive: id,
    rows: manifest.contents.rows,
    kinds: manifest.contents.kinds,
    backups: { table: '2026-12-28T01:00:00.000Z', exports: '2029-11-22T01:00:00.000Z' },
  })
  expect(sha256Of(canonical(certificate))).toBe(sha256)
  const proof = Buffer.from(signature?.value ?? '', 'base64')
  expect(verify(null, Buffer.from(sha256), publicKey, proof)).toBe(true)

  const papers = join(system.folder, 'papers')
  mkdirSync(papers)
  const name = '<script>alert(1)</script>'
  const files = writeCertificate(papers, { ...closed.issued, certificate: { ...certificate, name } })
  const [json = '', html = '', text = ''] = files.map((file) => readFileSync(file, 'utf8'))
  expect(JSON.parse(json).sha256).toBe(sha256)
  expect(html).not.toContain('<script>')
  for (const paper of [html, text])
    for (const said of ['2026年12月28日', '2029年11月22日', '家庭成员', '40 行', sha256, id, '还有 1 条'])
      expect(paper).toContain(said)
  const without = { ...closed.issued, certificate: { ...certificate, backups: {} } }
  const [, , bare = ''] = writeCertificate(papers, without).map((file) => readFileSync(file, 'utf8'))
  expect(bare).toContain('没有可以回退的副本')
  expect(bare).not.toContain('上述副本')
})
