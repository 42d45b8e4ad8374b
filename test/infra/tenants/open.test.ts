import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { draft } from '../../../functions/configuration/index.ts'
import { listTenants } from '../../../infra/tenants/list.ts'
import { inviteFirst, openCity, openOffice } from '../../../infra/tenants/open.ts'
import { provinceFor } from '../../../infra/tenants/registry.ts'
import { type System, startSystem } from './system.ts'

let system: System
beforeAll(async () => {
  system = await startSystem()
})
afterAll(() => system.stop())
beforeEach(() => {
  system.calls.length = 0
})

/** Whoever opens works as an operator, and needs no more. */
const at = (city: string) => system.at(city, 'operator')
const boss = { kind: 'subject', subject: 'boss', name: '方知远' } as const
const holderOf = (link: string) => {
  const [, city, secret] = /^https:\/\/yihu\.test\/invitation#(\d{6})\.([\w-]{43})$/.exec(link) ?? []
  return { city, secret }
}
const accept = (subject: string, link: string) =>
  system.as(subject, '/api/invitations/accept', { body: holderOf(link) })

describe('opening a city', () => {
  test('is one transaction, after the texts of its pack', async () => {
    const opened = await openCity(await at('341700'), {
      name: '池州市',
      pack: '341700-care',
      first: boss,
    })
    expect(opened).toEqual({ result: 'opened' })
    const writes = system.calls.filter(({ op }) => !['GetItem', 'Query', 'BatchGetItem'].includes(op))
    expect(writes.at(-1)?.op).toBe('TransactWriteItems')
    for (const { op, partitions } of writes.slice(0, -1)) {
      expect(op).toBe('PutItem')
      expect(partitions[0]).toMatch(/^T#341700#BLOB#/)
    }
    const rows = await system.rows('T#341700#')
    const keys = rows.map((row) => `${row['pk']?.['S']}/${row['sk']?.['S']}`.slice(9))
    const room = (start: string) => keys.filter((key) => key.startsWith(start)).length
    expect(['KEY/#', 'CONFIG/CITY', 'CONFIG/WORK', 'MEMBER/ADMINS', 'MEMBER/M#', 'AUDIT#'].map(room)).toEqual(
      [1, 1, 1, 1, 1, 1],
    )
    expect(JSON.stringify(rows)).not.toContain('方知远')
    const { documents } = await draft(await system.store('341700'))
    expect(documents.length).toBeGreaterThan(20)
    expect(documents.every(({ state }) => state === 'added')).toBe(true)
    expect((await system.as('boss', '/api/cities/341700/members')).json.items).toMatchObject([
      { name: '方知远' },
    ])
  })

  test('again says that it is there, and changes nothing', async () => {
    const before = await system.rows()
    const first = { kind: 'invitation', name: '别人' } as const
    expect(await openCity(await at('341700'), { name: '另一个名字', first })).toEqual({
      result: 'there',
    })
    expect(await system.rows()).toEqual(before)
  })

  test('twice at once opens it once, under one key', async () => {
    const grounds = await Promise.all([1, 2, 3].map(() => at('340800')))
    const opened = await Promise.all(
      grounds.map((ground, i) =>
        openCity(ground, { name: '安庆市', first: { ...boss, subject: `boss${i}` } }),
      ),
    )
    expect(opened.map(({ result }) => result).sort()).toEqual(['opened', 'there', 'there'])
    const rows = await system.rows('T#340800#')
    expect(rows.filter(({ pk }) => /#(KEY|MEMBER)$/.test(String(pk?.['S'])))).toHaveLength(3)
    const winner = opened.findIndex(({ result }) => result === 'opened')
    expect((await system.as(`boss${winner}`, '/api/cities/340800/members')).status).toBe(200)
  })

  test('that is cut off leaves nothing but texts that nobody points at, and can be done again', async () => {
    system.faults.cut = (op) => op === 'TransactWriteItems'
    const opening = { name: '黄山市', pack: '341700-care', first: boss }
    await expect(openCity(await at('341000'), opening)).rejects.toThrow('cut off')
    system.faults.cut = undefined
    const left = await system.rows('T#341000#')
    expect(left.every((row) => String(row['pk']?.['S']).includes('#BLOB#') && row['ttl'])).toBe(true)
    expect(await openCity(await at('341000'), opening)).toEqual({ result: 'opened' })
  })

  test('with another city’s pack takes none of its prices, names or divisions', async () => {
    const first = { kind: 'invitation', name: '辛怀远' } as const
    await openCity(await at('210381'), { name: '海城市', pack: '341700-care', first })
    const store = await system.store('210381')
    const { documents } = await draft(store)
    const sha = documents.find(({ key }) => key === 'profile')?.sha ?? ''
    expect(await store.blobs.json(sha)).toMatchObject({
      city: '210381',
      name: '海城市',
      province: { code: '210000', name: '辽宁省' },
      divisions: [],
    })
  })

  test('with a pack that is none, or under a code that is none, is refused before anything is written', async () => {
    const before = await system.rows()
    const opening = { name: '某市', pack: '../341700-care', first: boss }
    await expect(openCity(await at('340100'), opening)).rejects.toThrow(
      '--pack 可以写：310000-bridge、310118-advisor、341700-care、210381-station、110000-precise、',
    )
    for (const code of ['34170', '3417000', '341*00', '', '000000', '990000'])
      expect(() => provinceFor(code)).toThrow(/代码/)
    expect(() => provinceFor('341700', '330000')).toThrow('不是 330000')
    expect(await system.rows()).toEqual(before)
  })
})

describe('the first administrator by a link', () => {
  test('is whoever accepts first; then the link, and every other one, is no good', async () => {
    const ground = await at('349901')
    const opened = await openCity(ground, { name: '演示甲市', first: { kind: 'invitation', name: '甄景明' } })
    if (opened.result !== 'opened' || !opened.link) throw new Error('no link')
    const spare = await inviteFirst(ground, '甄景明')
    expect(JSON.stringify(await system.rows())).not.toContain(holderOf(opened.link).secret)
    const looked = await system.as('zhen', '/api/invitations/look', { body: holderOf(opened.link) })
    expect(looked.json).toMatchObject({
      city: '349901',
      cityName: '演示甲市',
      name: '甄景明',
      by: '一户平台',
    })

    const both = await Promise.all([accept('zhen', opened.link), accept('other', spare)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    for (const link of [opened.link, spare]) {
      expect((await accept('third', link)).status).toBe(404)
      const again = await system.as('third', '/api/invitations/look', { body: holderOf(link) })
      expect(again.status).toBe(404)
    }
    const winner = both[0].status === 201 ? 'zhen' : 'other'
    expect((await system.as(winner, '/api/cities/349901/members')).json.items).toHaveLength(1)
    await expect(inviteFirst(ground, '别人')).rejects.toThrow('已经有过市级管理员')
  })

  test('does not open another city, and ends after a week', async () => {
    const ground = await at('349902')
    const opened = await openCity(ground, { name: '演示乙市', first: { kind: 'invitation', name: '易思源' } })
    if (opened.result !== 'opened' || !opened.link) throw new Error('no link')
    const body = { ...holderOf(opened.link), city: '341700' }
    expect((await system.as('yi', '/api/invitations/accept', { body })).status).toBe(404)
    system.pass(7 * 86_400 + 1)
    expect((await accept('yi', opened.link)).status).toBe(404)
    expect((await accept('yi', await inviteFirst(ground, '易思源'))).status).toBe(201)
  })

  test('is not offered where there are members, whoever let them in', async () => {
    const ground = await at('349906')
    await openCity(ground, { name: '演示己市', first: { kind: 'invitation', name: '谁' } })
    await system.put({ pk: { S: 'T#349906#MEMBER' }, sk: { S: `M#${'a'.repeat(64)}` }, rev: { N: '1' } })
    await expect(inviteFirst(ground, '谁')).rejects.toThrow('已经有过市级管理员')
  })

  test('is not offered for a city that nobody opened', async () => {
    await expect(inviteFirst(await at('341100'), '谁')).rejects.toThrow('没有开通')
  })
})

describe('opening is refused, and nothing is written,', () => {
  const first = { kind: 'subject', subject: 'x', name: 'x' } as const

  test.each(['池', '宣\n州', '<b>宣城市</b>', 'x'.repeat(31), '宣城"市'])('for the name %j', async (name) => {
    const before = await system.rows()
    await expect(openCity(await at('341800'), { name, first })).rejects.toThrow('城市名称应为')
    expect(await system.rows()).toEqual(before)
  })

  test('for a province, which is no city unless it is a municipality', async () => {
    const ground = await system.place.at('330000', '330000')
    await expect(openCity(ground, { name: '浙江省', first })).rejects.toThrow('open-office')
    const shanghai = await system.place.at('310000', '310000')
    expect(await openCity(shanghai, { name: '上海市', first })).toEqual({ result: 'opened' })
  })
})

test('a province’s office is opened once, and sees its cities', async () => {
  const ground = await system.place.at('340000', '340000')
  expect(await openOffice(ground, { subject: 'office', name: '安怀瑾' })).toEqual({ result: 'opened' })
  expect(await openOffice(ground, { subject: 'someone', name: '别人' })).toEqual({ result: 'there' })
  const tenants = await listTenants(system.place)
  expect(tenants.map(({ city }) => city)).toEqual(
    expect.arrayContaining(['210381', '340800', '341000', '341700', '349901', '349902']),
  )
  expect(tenants.find(({ city }) => city === '341700')).toMatchObject({ name: '池州市', by: '测试员' })
})
