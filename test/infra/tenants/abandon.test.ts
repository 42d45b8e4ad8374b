import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Conflict } from '../../../functions/store/index.ts'
import { writeCertificate } from '../../../infra/tenants/certificate-paper.ts'
import { closeCity } from '../../../infra/tenants/close.ts'
import { listTenants } from '../../../infra/tenants/list.ts'
import { openCity } from '../../../infra/tenants/open.ts'
import { abandonClosing } from '../../../infra/tenants/reopen.ts'
import { archiveOf, cutOften, fill } from './small.ts'
import { type System, startSystem } from './system.ts'

let system: System
let archive: string
beforeEach(async () => {
  system = await startSystem()
  await fill(system, '341700', 3)
  await system.join('341700', 'clerk', '汪修文', [{ role: 'admin' }])
  archive = (await archiveOf(system, '341700')).folder
})
afterEach(() => system.stop())

const ground = () => system.at('341700')
const closing = async (more: object = {}) =>
  closeCity(await ground(), { archive, yes: true, quiet: 0, ...more })
const abandoning = async (more: object = {}) =>
  abandonClosing(await ground(), { archive, yes: true, ...more })
const isMember = async (subject: string) => {
  system.restart()
  return (await system.as(subject, '/api/cities/341700/members')).status === 200
}
/** All rows of the city but those of the audit. */
const rows = async () =>
  (await system.rows('T#341700#')).filter((row) => !String(row['pk']?.['S']).includes('#AUDIT#'))
const state = async () => (await listTenants(system.place)).find(({ city }) => city === '341700')

/** Cuts a closing off at the first request of a kind, after so many of them. */
const cutAt = async (operation: string, after: number) => {
  let left = after
  system.faults.cut = (op) => op === operation && --left < 0
  await expect(closing()).rejects.toThrow('cut off')
  system.faults.cut = undefined
}
/** People are out, and the last look has not been: the second reading of the table is that look. */
const cutInThePause = () => cutAt('Scan', 1)

test('a closing that was cut off in its pause is given up: everybody is back, and nothing else has changed', async () => {
  const before = await rows()
  await cutInThePause()
  expect([await isMember('341700.boss'), await isMember('clerk')]).toEqual([false, false])
  const held = await rows()
  expect(await abandoning({ yes: false })).toMatchObject({ result: 'would', wereOut: true })
  expect(await rows()).toEqual(held)

  expect(await abandoning()).toMatchObject({ result: 'abandoned', wereOut: true })
  expect(await rows()).toEqual(before)
  expect([await isMember('341700.boss'), await isMember('clerk')]).toEqual([true, true])
  expect(await state()).toMatchObject({ abandoned: { by: '测试员' } })
  expect(await state()).not.toHaveProperty('state')
  const audit = (await system.rows('T#341700#AUDIT')).map((row) => row['action']?.['S'])
  expect(audit.filter((action) => action === 'tenant.abandon-closing')).toHaveLength(1)
})

test('the certificate of a later closing says so', async () => {
  await cutInThePause()
  await abandoning()
  // The audit has one row more than the archive.
  await expect(closing()).rejects.toThrow('导出之后又有改动（新增 审计记录 1 行）')
  archive = (await archiveOf(system, '341700')).folder
  const closed = await closing()
  if (closed.result !== 'closed') throw new Error('not closed')
  expect(closed.issued.certificate.abandoned).toMatchObject({ by: '测试员', at: '2026-11-23T01:00:00.000Z' })
  for (const paper of writeCertificate(system.folder, closed.issued).slice(1)) {
    expect(readFileSync(paper, 'utf8')).toMatch(/此前放弃过的关闭.*由 测试员 放弃，当时没有删除数据/s)
  }
})

test('who was removed while everybody still worked on does not come back', async () => {
  // The registry says "closing", and the write that says "people out" is the one that is cut off.
  let writes = 0
  system.faults.cut = (op) => ['TransactWriteItems', 'PutItem'].includes(op) && ++writes > 1
  await expect(closing()).rejects.toThrow('cut off')
  system.faults.cut = undefined
  expect(await state()).toMatchObject({ state: 'closing' })
  const members = '/api/cities/341700/members'
  const { json } = await system.as('341700.boss', `${members}/${system.member('clerk')}`)
  const gone = await system.as('341700.boss', `${members}/${system.member('clerk')}`, {
    method: 'DELETE',
    match: json.rev,
  })
  expect(gone.status).toBe(204)
  expect(await abandoning()).toMatchObject({ result: 'abandoned', wereOut: false })
  expect([await isMember('341700.boss'), await isMember('clerk')]).toEqual([true, false])
})

test('a giving up that is cut off again and again is taken up each time, and no closing goes on in between', async () => {
  const before = await rows()
  await cutInThePause()
  let isHeld = false
  const cuts = await cutOften(system, abandoning, async () => {
    const held = (await state())?.state
    isHeld ||= held === 'reopening'
    if (held !== 'reopening') return
    await expect(closing()).rejects.toThrow('正在放弃，请先用 abandon')
    const first = { kind: 'subject', subject: 'x', name: 'x' } as const
    await expect(openCity(await ground(), { name: '新池州', first })).rejects.toThrow('正在放弃')
  })
  expect([cuts > 2, isHeld]).toEqual([true, true])
  expect(await rows()).toEqual(before)
})

test('a closing that is still at work ends before anything is destroyed', async () => {
  const before = await rows()
  const slow = await ground()
  const write = slow.store.write.bind(slow.store)
  let writes = 0
  // It begins, says that people are out, and would say that the last look found the archive equal.
  slow.store.write = async (all) => {
    if (++writes === 3) expect(await abandoning()).toMatchObject({ result: 'abandoned', wereOut: true })
    return write(all)
  }
  await expect(closeCity(slow, { archive, yes: true, quiet: 0 })).rejects.toThrow(Conflict)
  expect(writes).toBe(3)
  expect(await rows()).toEqual(before)
})

describe('giving up is refused, and nothing changes,', () => {
  const refused = async (why: string, more: object = {}) => {
    const before = await system.rows()
    await expect(abandoning(more)).rejects.toThrow(why)
    expect(await system.rows()).toEqual(before)
  }

  test('where nothing is being closed', () => refused('没有正在进行的关闭'))

  test('with another archive, or a broken one', async () => {
    const { folder: other } = await archiveOf(system, '341700')
    await cutInThePause()
    await refused('另一份归档', { archive: other })
    await refused('归档不完整', { archive: `${archive}-none` })
  })

  test('once the key may be gone; then closing goes on', async () => {
    await cutAt('BatchWriteItem', 1)
    expect((await state())?.checked).toBeDefined()
    await refused('不能再放弃')
    expect(await closing()).toMatchObject({ result: 'closed' })
    await refused('没有正在进行的关闭')
  })
})
