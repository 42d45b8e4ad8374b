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

  test('names whose number is on file, of those who are registered and of those who join', async () => {
    const [first, second] = [oldPerson(), oldPerson()]
    await register(first)
    const twin = { ...first.people[0], id: ulid() }
    const named = ({ json }: { json: { errors: { path: string; code: string }[] } }) =>
      json.errors.map(({ path, code }) => `${path} ${code}`)
    const refused = await register({ ...second, people: [...second.people, twin] })
    expect(named(refused)).toEqual(['people[1].idNumber id-number-taken'])
    await register(second)
    const [stranger] = oldPerson().people
    const joined = await yihu.as('341700.township', `${households}/${second.id}`, {
      method: 'PATCH',
      match: 1,
      body: { join: [stranger, twin] },
    })
    expect(named(joined)).toEqual(['join[1].idNumber id-number-taken'])
  })

  test('refuses one number for two people of one request', async () => {
    const [person] = oldPerson().people
    const refused = await register(oldPerson({ people: [person, { ...person, id: ulid() }] as never }))
    expect([refused.status, refused.json.errors]).toEqual([
      422,
      [{ path: 'people[1].idNumber', code: 'duplicate', message: expect.any(String) }],
    ])
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
