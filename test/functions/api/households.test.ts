import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chizhou, putRelease } from '../casework/city.ts'
import { idNumber, oldPerson } from '../casework/people.ts'
import { type Harness, places, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

const households = '/api/cities/341700/households'
const register = (body: unknown, subject = '341700.township') => yihu.as(subject, households, { body })

describe('registering a household', () => {
  test('stores it under its path with a number, and shows it masked in the township list', async () => {
    const body = oldPerson()
    const made = await register(body)
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      id: body.id,
      head: '章**',
      persons: 1,
      path: [places.county, places.township, places.village],
      open: true,
      rev: 1,
    })
    expect(made.json.number).toMatch(/^池户\d{7}$/)
    expect(made.json).not.toHaveProperty('assignees')
    const list = await yihu.as('341700.township', `${households}?township=${places.township}`)
    expect(list.json.items.map((one: { id: string }) => one.id)).toContain(body.id)
  })

  test('answers a replay as the first time, and refuses the same id with another body', async () => {
    const body = oldPerson()
    const first = await register(body)
    const again = await register(body)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.json).toEqual(first.json)
    const other = await register({ ...body, address: '别处 1 号' })
    expect([other.status, other.json.code]).toEqual([422, 'key-reused'])
    const somebody = await register(body, '341700.worker')
    expect([somebody.status, somebody.json.code]).toEqual([409, 'conflict'])
  })

  test('gives numbers that rise and are never given twice, also to those who register at once', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => register(oldPerson())))
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(made.map(({ json }) => json.number)).size).toBe(5)
  })

  test('refuses an id number that is on file; where, only those in scope are told', async () => {
    const body = oldPerson()
    const { number } = (await register(body)).json
    const twin = { ...oldPerson(), people: [{ ...body.people[0], id: ulid() }] }
    const inside = await register(twin)
    expect([inside.status, inside.json.code]).toEqual([409, 'conflict'])
    expect(inside.json.detail).toContain(number)
    const elsewhere = { ...twin, township: places.otherTownship, village: places.otherVillage }
    const outside = await register(elsewhere, '341700.township2')
    expect(outside.status).toBe(409)
    expect(outside.text).not.toContain(number)
    expect(outside.text).not.toContain(body.id)
    const gone = await yihu.as('341700.township', `${households}/${twin.id}`)
    expect(gone.status).toBe(404)
  })

  test('asks for a guardian below 14 years, by the id number or the birthday', async () => {
    const child = { id: ulid(), name: '章小演', relation: '子女', traits: ['minor'] }
    const young = { ...child, idNumber: idNumber(7, '20150601') }
    for (const person of [young, { ...child, born: '2015-06-01' }]) {
      const refused = await register(oldPerson({ people: [person] }))
      expect(refused.status).toBe(422)
      expect(refused.json.errors).toMatchObject([{ path: 'people[0].guardian', code: 'guardian' }])
    }
    const guarded = await register(oldPerson({ people: [{ ...young, guardian: '章演示' }] }))
    expect(guarded.status).toBe(201)
  })

  test.each([
    ['a village of another township', { village: places.otherVillage }, 422],
    ['an unknown township', { township: '341702-99' }, 422],
    ['an address with a control character', { address: '演示路\u00001 号' }, 422],
    ['an address that turns round', { address: '演示路\u202e1 号' }, 422],
    ['a county as township', { township: places.county }, 422],
    ['a township of another caller', { township: places.otherTownship, village: places.otherVillage }, 403],
    ['a path of its own', { path: ['a', 'b', 'c'] }, 422],
    ['no people', { people: [] }, 422],
    ['an id that is no ULID', { id: 'x' }, 422],
    ['a lawful basis out of the air', { lawfulBasis: 'because' }, 422],
    ['an address that is a number', { address: 7 }, 422],
  ])('refuses %s and stores nothing', async (_, change, status) => {
    const body = { ...oldPerson(), ...change }
    const refused = await register(body)
    expect(refused.status).toBe(status)
    expect(refused.json.detail).toMatch(/\p{Script=Han}/u)
    const store = await yihu.store('341700')
    expect((await store.list(`HH#${body.id}`)).items).toEqual([])
  })

  test('names every wrong field of every person at once', async () => {
    const [person] = oldPerson().people
    const bad = {
      ...person,
      id: ulid(),
      idNumber: '999901193802150017',
      traits: ['rich'],
      objectClass: 'king',
    }
    const refused = await register(oldPerson({ people: [bad, { ...bad, born: '2099-01-01' }] as never }))
    const named = refused.json.errors.map(({ path }: { path: string }) => path.replace('people', ''))
    expect(named.toSorted()).toEqual(
      ['idNumber', 'traits', 'objectClass']
        .flatMap((field) => [`[0].${field}`, `[1].${field}`])
        .concat('[1].born', '[1].guardian', '[1].id')
        .toSorted(),
    )
  })
})

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

describe('changing a household', () => {
  const change = (id: string, match: number, body: unknown, subject = '341700.township') =>
    yihu.as(subject, `${households}/${id}`, { method: 'PATCH', match, body })

  test('takes a new address and people who joined, by the revision that was seen', async () => {
    const body = oldPerson()
    await register(body)
    const [joined] = oldPerson().people
    const changed = await change(body.id, 1, { address: '新址 5 号', join: [joined] })
    expect([changed.status, changed.json.persons, changed.json.rev]).toEqual([200, 2, 2])
    const file = await yihu.as('341700.township', `${households}/${body.id}`)
    expect(file.json.address.text).toBe('新址 5 号')
    expect(file.json.people).toHaveLength(2)
    const stale = await change(body.id, 1, { address: '旧址 6 号' })
    expect([stale.status, stale.json.rev]).toEqual([412, 2])
  })

  test('refuses people who are on file elsewhere, wrong ones, and strangers; nothing changes', async () => {
    const [one, other] = [oldPerson(), oldPerson()]
    for (const body of [one, other]) await register(body)
    const twin = { ...other.people[0], id: ulid() }
    expect((await change(one.id, 1, { address: '新址', join: [twin] })).status).toBe(409)
    const bad = await change(one.id, 1, { join: [{ ...twin, idNumber: '1' }] })
    expect([bad.status, bad.json.errors[0].path]).toEqual([422, 'join[0].idNumber'])
    expect((await change(one.id, 1, {})).status).toBe(422)
    expect((await change(one.id, 1, { path: [] })).status).toBe(422)
    expect((await change(one.id, 1, { address: '新址' }, '341700.township2')).status).toBe(404)
    expect((await change(one.id, 1, { address: '新址' }, '341700.village')).status).toBe(403)
    const file = await yihu.as('341700.township', `${households}/${one.id}`)
    expect([file.json.rev, file.json.address.text, file.json.persons]).toEqual([1, one.address, 1])
  })

  test('closes a file and opens it again', async () => {
    const body = oldPerson()
    await register(body)
    expect((await change(body.id, 1, { open: false })).json).toMatchObject({ open: false, rev: 2 })
    expect((await change(body.id, 2, { open: true })).json).toMatchObject({ open: true, rev: 3 })
  })
})
