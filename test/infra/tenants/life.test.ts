import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsFile } from '../../../infra/tenants/archive/manifest.ts'
import { verifyArchive } from '../../../infra/tenants/archive/verify.ts'
import { closeCity } from '../../../infra/tenants/close.ts'
import { exportCity } from '../../../infra/tenants/export.ts'
import { openCity } from '../../../infra/tenants/open.ts'
import { remainsOf } from '../../../infra/tenants/remains.ts'
import { restoreCity } from '../../../infra/tenants/restore.ts'
import { liveIn, readAll, strangeRows } from './lived-in.ts'
import { passphrase, type System, startSystem } from './system.ts'

/** A city's whole life: opened, worked in, taken along, closed for ever, and brought back elsewhere. */
let here: System
let there: System
beforeAll(async () => {
  ;[here, there] = await Promise.all([startSystem(), startSystem()])
})
afterAll(() => Promise.all([here.stop(), there.stop()]))

test('what is exported, closed and restored elsewhere is the same to the byte, and opens through the API', async () => {
  const lived = await liveIn(here)
  const first = { kind: 'subject', subject: '341701.admin', name: '邻居' } as const
  await openCity(await here.at('341701'), { name: '邻市', first })
  for (const city of ['341700', '341701']) await here.put(...strangeRows(city))
  const read = await readAll(here, lived)
  expect(read.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const neighbour = await here.rows('T#341701#')
  const before = await here.rows('T#341700#')

  const ground = await here.at('341700')
  const archive = join(here.folder, 'archive')
  const { manifest } = await exportCity(ground, { folder: archive, passphrase, exact: true })
  expect(manifest.contents).toMatchObject({ city: '341700', name: '池州市', consistency: 'snapshot' })
  // Every row but the key and the one whose time is over.
  expect(manifest.contents.rows).toBe(before.length - 2)
  expect(await verifyArchive(archive)).toEqual({ whole: true, manifest, id: expect.any(String) })

  expect(await closeCity(ground, { archive, passphrase, yes: false })).toEqual({ result: 'would' })
  expect(await here.rows('T#341700#')).toEqual(before)
  const closed = await closeCity(ground, { archive, passphrase, yes: true, quiet: 0 })
  expect(closed).toMatchObject({
    issued: { certificate: { city: '341700', rows: manifest.contents.rows, ownLists: 0 } },
  })
  expect(await here.rows('T#341700#')).toEqual([])
  expect(await here.rows('T#341701#')).toEqual(neighbour)
  expect(await remainsOf(ground)).toEqual({ rows: 0, ownLists: 0 })
  here.pass(61)
  expect((await readAll(here, lived)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])

  const elsewhere = await there.at('341700')
  await restoreCity(elsewhere, { archive, passphrase })
  const rows = (all: readonly object[]) => all.filter((row) => !JSON.stringify(row).includes('#KEY"'))
  const lives = (row: object) => !JSON.stringify(row).includes('"1000000000"')
  expect(rows(await there.rows('T#341700#'))).toEqual(rows(before).filter(lives))
  expect(await readAll(there, lived)).toEqual(read)

  const again = join(there.folder, 'again')
  const second = await exportCity(elsewhere, { folder: again, passphrase })
  expect(second.manifest.contents.text).toEqual(manifest.contents.text)
  expect(readFileSync(join(again, rowsFile)).equals(readFileSync(join(archive, rowsFile)))).toBe(true)
  expect(existsSync(`${again}.partial`) || existsSync(`${again}.partial.sorting`)).toBe(false)
})
