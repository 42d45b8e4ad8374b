import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { restoreCity } from '../../../infra/tenants/restore.ts'
import { archiveOf, cutOften, fill } from './small.ts'
import { passphrase, type System, startSystem } from './system.ts'

let from: System
let archive: Awaited<ReturnType<typeof archiveOf>>
beforeAll(async () => {
  from = await startSystem()
  await fill(from, '341700')
  archive = await archiveOf(from, '341700')
})
afterAll(() => from.stop())

let to: System
beforeEach(async () => {
  to = await startSystem()
  return () => to.stop()
})
const restoring = async (folder = archive.folder) =>
  restoreCity(await to.at('341700'), { archive: folder, passphrase })
const bossSees = async () => (await to.as('341700.boss', '/api/cities/341700/members')).status

describe('a restoration', () => {
  test('that is cut off again and again is taken up each time; nobody gets in before its end', async () => {
    const shut = async () => {
      to.restart()
      expect(await bossSees()).not.toBe(200)
    }
    expect(await cutOften(to, restoring, shut, 2)).toBeGreaterThan(3)
    to.restart()
    to.pass(61)
    expect(await bossSees()).toBe(200)
    const again = await archiveOf(to, '341700')
    expect(again.manifest.contents.text).toEqual(archive.manifest.contents.text)
    expect(again.manifest.contents.registry).toMatchObject({
      opened: archive.manifest.contents.registry?.opened,
      restored: { archive: archive.id },
    })
  })

  test('writes people last, and what wakes jobs after all that they read', async () => {
    await restoring()
    const order = to.calls
      .filter(({ op }) => op === 'BatchWriteItem')
      .flatMap(
        ({ body }) =>
          (body as { RequestItems: { yihu: { PutRequest: { Item: { sk: { S: string } } } }[] } }).RequestItems
            .yihu,
      )
      .map(({ PutRequest }) => PutRequest.Item.sk.S)
    const place = (start: string) => order.findIndex((sk) => sk.startsWith(start))
    expect(order.at(-1)).toMatch(/^M#/)
    expect(place('HEAD')).toBeGreaterThan(place('sets'))
    expect(Math.min(place('HEAD'), place('COUNT#'), place('OUT#'))).toBeGreaterThan(order.indexOf('#'))
    expect(place('M#')).toBe(order.length - 1)
  })

  test('is refused where the city is, as a whole or in part', async () => {
    await fill(to, '341700', 1)
    const before = await to.rows()
    await expect(restoring()).rejects.toThrow('已经开通')
    expect(await to.rows()).toEqual(before)
    const bare = await startSystem()
    await bare.put({ pk: { S: 'T#341700#MEMBER' }, sk: { S: `M#${'a'.repeat(64)}` }, rev: { N: '1' } })
    await expect(
      restoreCity(await bare.at('341700'), { archive: archive.folder, passphrase }),
    ).rejects.toThrow('已经开通')
    await bare.stop()
  })

  test('goes on with its own archive alone, and is not open where other rows lie about', async () => {
    const other = await archiveOf(from, '341700')
    to.faults.cut = (op) => op === 'BatchWriteItem'
    await expect(restoring()).rejects.toThrow('cut off')
    to.faults.cut = undefined
    await expect(restoring(other.folder)).rejects.toThrow('另一份归档')
    await to.put({ pk: { S: 'T#341700#HH#odd' }, sk: { S: '#' }, rev: { N: '1' } })
    await expect(restoring()).rejects.toThrow('新增 家庭 1 行')
    expect(await bossSees()).not.toBe(200)
  })

  test('of a city beside another whose code begins alike leaves that one as it is', async () => {
    await fill(to, '341701', 3)
    const before = await to.rows('T#341701#')
    await restoring()
    expect(await to.rows('T#341701#')).toEqual(before)
  })
})
