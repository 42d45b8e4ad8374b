import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chizhou, putRelease } from '../casework/city.ts'
import { oldPerson } from '../casework/people.ts'
import { type Harness, places, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

const households = '/api/cities/341700/households'
const register = (body: unknown, subject = '341700.township') => yihu.as(subject, households, { body })

describe('reading a household', () => {
  test('opens the whole file in one query, masked by role', async () => {
    const body = oldPerson()
    await register(body)
    yihu.wireLog.length = 0
    const file = await yihu.as('341700.township', `${households}/${body.id}`)
    expect(yihu.wireLog.filter(({ op }) => op === 'Query')).toHaveLength(1)
    const [person] = file.json.people
    expect(person.name).toEqual({ text: '章演示', masked: false, path: `people.${person.id}.name` })
    expect(person.idNumber).toMatchObject({ masked: true })
    expect(file.text).not.toContain(body.people[0]?.idNumber)
    expect(file.json.address).toEqual({ text: body.address, masked: false, path: 'address' })

    const auditor = await yihu.as('341700.auditor', `${households}/${body.id}`)
    expect(auditor.json.people[0].name).toMatchObject({ text: '章**', masked: true })
    expect(auditor.json.people[0].traits).toEqual([])
    expect(auditor.json.address).toMatchObject({ masked: true })
    expect(auditor.text).not.toContain(body.address)
  })

  test('is not found for those out of scope, exactly as what is not there', async () => {
    const body = oldPerson()
    await register(body)
    const missing = await yihu.as('341700.township', `${households}/${ulid()}`)
    expect(missing.status).toBe(404)
    for (const subject of [
      '341700.township2',
      '341700.worker',
      '341700.village',
      '341700.provider',
    ] as const) {
      const refused = await yihu.as(subject, `${households}/${body.id}`)
      expect([subject, refused.status, refused.json.detail]).toEqual([subject, 404, missing.json.detail])
    }
    const city = await yihu.as('349901.admin', `/api/cities/349901/households/${body.id}`)
    expect(city.status).toBe(404)
  })

  test('a worker sees and lists the household that they found, and no other', async () => {
    const mine = oldPerson()
    const other = oldPerson()
    await register(mine, '341700.worker')
    await register(other)
    expect((await yihu.as('341700.worker', `${households}/${mine.id}`)).status).toBe(200)
    const list = await yihu.as('341700.worker', households)
    expect(list.json.items.map(({ id }: { id: string }) => id)).toEqual([mine.id])
  })

  test('pages by a cursor, and refuses a forged one', async () => {
    await register(oldPerson())
    await register(oldPerson())
    const first = await yihu.as('341700.admin', `${households}?township=${places.township}&limit=1`)
    expect(first.json.items).toHaveLength(1)
    const second = await yihu.as(
      '341700.admin',
      `${households}?township=${places.township}&limit=1&after=${first.json.next}`,
    )
    expect(second.json.items[0].id).not.toBe(first.json.items[0].id)
    const forged = await yihu.as('341700.admin', `${households}?township=${places.township}&after=%00`)
    expect(forged.status).toBe(400)
  })

  test('goes through every township of the caller where none is named', async () => {
    const here = oldPerson()
    const there = oldPerson({ township: places.otherTownship, village: places.otherVillage })
    await register(here)
    await register(there, '341700.township2')
    const idsOf = async (subject: string, limit: number) => {
      const ids: string[] = []
      let after = ''
      do {
        const page = await yihu.as(subject, `${households}?limit=${limit}${after}`)
        expect(page.status, page.text).toBe(200)
        expect(page.json.items.length).toBeLessThanOrEqual(limit)
        ids.push(...page.json.items.map(({ id }: { id: string }) => id))
        after = page.json.next && `&after=${encodeURIComponent(page.json.next)}`
      } while (after)
      return ids
    }
    const [one, many] = [await idsOf('341700.admin', 1), await idsOf('341700.admin', 200)]
    expect(one).toEqual(many)
    expect(new Set(one).size).toBe(one.length)
    expect(many).toEqual(expect.arrayContaining([here.id, there.id]))
    expect(await idsOf('341700.county', 3)).toEqual(many)
    expect(await idsOf('341700.township2', 200)).not.toContain(here.id)
    expect(await idsOf('341700.worker', 200)).not.toContain(there.id)
    expect(await idsOf('341700.provider', 200)).toEqual([])
  })

  test.each(['AAAA', '341702-01', `${places.otherTownship}~AAAA`, '349901-01~', '~', '%00~'])(
    'refuses the forged cursor %j over several townships',
    async (cursor) => {
      const forged = await yihu.as('341700.admin', `${households}?after=${cursor}`)
      expect([forged.status, forged.json.code]).toEqual([400, 'malformed'])
    },
  )

  test('does not let a cursor lead into a township that is not the caller’s', async () => {
    const after = `${places.township}~`
    const stolen = await yihu.as('341700.township2', `${households}?after=${after}`)
    expect(stolen.status).toBe(400)
  })
})
