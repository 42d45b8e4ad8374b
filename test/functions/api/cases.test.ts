import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerProvider } from '../../../functions/casework/index.ts'
import { keys } from '../../../functions/store/index.ts'
import { chizhou, putRelease } from '../casework/city.ts'
import { oldPerson } from '../casework/people.ts'
import { type Harness, places, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  const store = await yihu.store('341700')
  await putRelease(store, chizhou())
  await registerProvider(store, 'provider-1', { name: '演示服务中心', type: 'social-work', mode: 'purchase' })
  await registerProvider(store, 'provider-2', {
    name: '演示慈善会',
    type: 'social-organisation',
    mode: 'charity',
  })
})
afterAll(() => yihu.stop())

const city = '/api/cities/341700'
type Json = Record<string, unknown>

const household = async () => {
  const body = oldPerson()
  await yihu.as('341700.township', `${city}/households`, { body })
  return { id: body.id, person: body.people[0]?.id as string }
}
const caseBody = (person: string, change: Json = {}) => ({
  id: ulid(),
  programme: 'material-and-service',
  persons: [person],
  source: 'window',
  ...change,
})
const open = async (change: Json = {}, subject = '341700.township') => {
  const { id, person } = await household()
  const body = caseBody(person, change)
  const made = await yihu.as(subject, `${city}/households/${id}/cases`, { body })
  return { household: id, person, body, made }
}
const pair = () => ({ assignee: yihu.member('341700.worker'), partner: yihu.member('341700.village') })
const act = (subject: string, id: string, match: number, body: Json) =>
  yihu.as(subject, `${city}/cases/${id}`, { method: 'PATCH', match, body })

describe('opening a case', () => {
  test('without an assignee waits in the township queue', async () => {
    const { made, household: home } = await open()
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({ stage: 'awaiting-registration', rev: 1, actions: ['accept'] })
    const queue = await yihu.as('341700.township', `${city}/queues/awaiting-registration`)
    const row = queue.json.items.find((one: Json) => one['case'] === made.json.id)
    expect(row).toMatchObject({ stage: 'awaiting-registration', household: { id: home, head: '章**' } })
    const elsewhere = await yihu.as(
      '341700.township2',
      `${city}/queues/awaiting-registration?township=${places.township}`,
    )
    expect(elsewhere.json.items).toEqual([])
  })

  test('with a pair makes the visit tasks, and lets both reach the household', async () => {
    const { made, household: home, person } = await open(pair())
    expect(made.json.stage).toBe('awaiting-visit')
    const mine = await yihu.as('341700.worker', `${city}/tasks/mine`)
    const tasks = mine.json.items.filter((one: { case: string }) => one.case === made.json.id)
    expect(tasks).toHaveLength(2)
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: 'assess', form: 'visit', title: '入户调查表', due: '2026-12-03' }),
    )
    expect(tasks).toContainEqual(expect.objectContaining({ form: 'self-care', person }))
    expect(tasks[0].household).toMatchObject({ id: home, head: '章**' })
    for (const subject of ['341700.worker', '341700.village'])
      expect((await yihu.as(subject, `${city}/households/${home}`)).status).toBe(200)
    expect((await yihu.as('341700.worker2', `${city}/households/${home}`)).status).toBe(404)
    const file = await yihu.as('341700.township', `${city}/households/${home}`)
    expect(file.json.cases[0]).toMatchObject({ assigneeName: '柳如初', partnerName: '潘守田' })
    expect(file.json.tasks).toHaveLength(2)
  })

  test('answers a replay as the first time; the same id with another body is refused', async () => {
    const { made, body, household: home } = await open()
    const path = `${city}/households/${home}/cases`
    const again = await yihu.as('341700.township', path, { body })
    expect([again.status, again.json]).toEqual([200, made.json])
    const other = await yihu.as('341700.township', path, { body: { ...body, source: 'app' } })
    expect([other.status, other.json.code]).toEqual([422, 'key-reused'])
    const file = await yihu.as('341700.township', `${city}/households/${home}`)
    expect(file.json.cases).toHaveLength(1)
  })

  test('tells who opened it for others again that it stands, while nobody has moved it', async () => {
    const home = oldPerson()
    await yihu.as('341700.worker', `${city}/households`, { body: home })
    const path = `${city}/households/${home.id}`
    const assignee = yihu.member('341700.worker2')
    const body = caseBody(home.people[0]?.id as string, { assignee })
    const send = (sent = body) => yihu.as('341700.worker', `${path}/cases`, { body: sent })
    expect([(await send()).status, (await send()).status]).toEqual([201, 200])
    // It is no way back to the household, nor to another case, nor to what becomes of this one.
    expect((await yihu.as('341700.worker', path)).status).toBe(404)
    expect((await send({ ...body, id: ulid() })).status).toBe(404)
    await act('341700.township', body.id, 1, { action: 'assign', household: home.id, assignee })
    expect((await send()).status).toBe(404)
  })

  test.each([
    ['a person of another household', { persons: [ulid()] }, 422],
    ['an unknown programme', { programme: 'nothing' }, 422],
    ['an unknown source', { source: 'gossip' }, 422],
    ['an assignee who is no member', { assignee: 'a'.repeat(64) }, 422],
    ['a due date that has passed', { due: '2020-01-01' }, 422],
    ['an unknown key', { stage: 'closed' }, 422],
  ])('refuses %s and stores nothing', async (_, change, status) => {
    const { made, household: home } = await open(change)
    expect(made.status).toBe(status)
    const store = await yihu.store('341700')
    expect((await store.list(`HH#${home}`, { prefix: 'C#' })).items).toEqual([])
    expect((await store.list(`HH#${home}`, { prefix: 'TASK#' })).items).toEqual([])
  })

  test('needs an open file, and a file with an open case is not closed', async () => {
    const { household: home } = await open()
    const patch = (match: number, body: Json) =>
      yihu.as('341700.township', `${city}/households/${home}`, { method: 'PATCH', match, body })
    const busy = await patch(2, { open: false })
    expect([busy.status, busy.json.code]).toEqual([409, 'conflict'])
    const empty = await household()
    const path = `${city}/households/${empty.id}`
    await yihu.as('341700.township', path, { method: 'PATCH', match: 1, body: { open: false } })
    const body = caseBody(empty.person)
    expect((await yihu.as('341700.township', `${path}/cases`, { body })).status).toBe(409)
  })

  test('refuses an admin as investigator, one person twice, and members of other townships', async () => {
    const [worker, admin, far] = ['worker', 'admin', 'village2'].map((one) => yihu.member(`341700.${one}`))
    for (const [change, field] of [
      [{ assignee: admin }, 'assignee'],
      [{ assignee: worker, partner: worker }, 'partner'],
      [{ assignee: worker, partner: far }, 'partner'],
      [{ partner: worker }, 'assignee'],
    ] as const) {
      const { made } = await open(change)
      expect([made.status, made.json.errors[0].path]).toEqual([422, field])
    }
  })
})

describe('moving a case on', () => {
  test('knows its household, and tells a stranger nothing of it', async () => {
    const { made } = await open()
    const accept = { action: 'accept', ...pair() }
    const stranger = await act('341700.township2', made.json.id, 1, accept)
    const missing = await act('341700.township2', ulid(), 1, accept)
    expect([stranger.status, stranger.json.detail]).toEqual([404, missing.json.detail])
    const foreign = await yihu.as('349901.township', `/api/cities/349901/cases/${made.json.id}`, {
      method: 'PATCH',
      match: 1,
      body: accept,
    })
    expect(foreign.status).toBe(404)
    const taken = await act('341700.township', made.json.id, 1, accept)
    expect(taken.json).toMatchObject({ stage: 'awaiting-visit', rev: 2 })
  })

  test('belongs to one household: its id opens no second case elsewhere', async () => {
    const { body } = await open()
    const other = await household()
    const path = `${city}/households/${other.id}/cases`
    const twice = await yihu.as('341700.township', path, { body: { ...body, persons: [other.person] } })
    expect([twice.status, twice.json.code]).toEqual([409, 'conflict'])
    const file = await yihu.as('341700.township', `${city}/households/${other.id}`)
    expect(file.json.cases).toEqual([])
  })

  test('accepts, and then only the right role at the right state moves it', async () => {
    const { made, household: home } = await open()
    const id = made.json.id
    const accept = { action: 'accept', household: home, ...pair() }
    expect((await act('341700.township2', id, 1, accept)).status).toBe(404)
    expect((await act('341700.worker', id, 1, accept)).status).toBe(404)
    const taken = await act('341700.township', id, 1, accept)
    expect(taken.json).toMatchObject({ stage: 'awaiting-visit', rev: 2 })
    const stale = await act('341700.township', id, 1, accept)
    expect([stale.status, stale.json.rev, stale.headers.get('etag')]).toEqual([412, 2, '"2"'])
    const twice = await act('341700.township', id, 2, accept)
    expect([twice.status, twice.json.detail]).toEqual([409, expect.stringContaining('待入户')])
    const decide = { action: 'decide', household: home, approved: true }
    expect((await act('341700.worker', id, 2, decide)).status).toBe(409)
    const unfinished = await act('341700.worker', id, 2, { action: 'assess', household: home })
    expect([unfinished.status, unfinished.json.detail]).toEqual([409, expect.stringContaining('2 张表')])
  })

  test('assigning another gives the open tasks and the household to them alone', async () => {
    const { made, household: home } = await open(pair())
    const id = made.json.id
    const assignee = yihu.member('341700.worker2')
    const moved = await act('341700.township', id, 1, { action: 'assign', household: home, assignee })
    expect(moved.status).toBe(200)
    expect(moved.json).not.toHaveProperty('partner')
    const tasksOf = async (subject: string) =>
      (await yihu.as(subject, `${city}/tasks/mine?limit=200`)).json.items.filter(
        (one: { case: string }) => one.case === id,
      ).length
    expect([await tasksOf('341700.worker'), await tasksOf('341700.worker2')]).toEqual([0, 2])
    expect((await yihu.as('341700.worker', `${city}/households/${home}`)).status).toBe(404)
    expect((await yihu.as('341700.village', `${city}/households/${home}`)).status).toBe(404)
    expect((await yihu.as('341700.worker2', `${city}/households/${home}`)).status).toBe(200)
  })

  test('the pair of one case moves no other of the same household', async () => {
    const { household: home, person, body } = await open({ assignee: yihu.member('341700.worker2') })
    const other = caseBody(person, pair())
    const path = `${city}/households/${home}`
    expect((await yihu.as('341700.township', `${path}/cases`, { body: other })).status).toBe(201)
    const store = await yihu.store('341700')
    for (const { sk, rev } of await store.all(keys.householdPk(home), { prefix: 'TASK#' }))
      await store.write([{ remove: [keys.householdPk(home), sk], expect: { rev } }])
    const seen = (await yihu.as('341700.worker2', path)).json.cases as { id: string; actions: string[] }[]
    expect(seen.find(({ id }) => id === body.id)?.actions).toEqual(['assess'])
    expect(seen.find(({ id }) => id === other.id)?.actions).toEqual([])
    const assess = { action: 'assess', household: home }
    expect((await act('341700.worker2', other.id, 1, assess)).status).toBe(403)
    expect((await act('341700.worker', other.id, 1, assess)).status).toBe(200)
  })

  test('needs the revision that was seen', async () => {
    const { made, household: home } = await open()
    const path = `${city}/cases/${made.json.id}`
    const body = { action: 'accept', household: home, ...pair() }
    const bare = await yihu.as('341700.township', path, { method: 'PATCH', body })
    expect([bare.status, bare.json.code]).toEqual([428, 'precondition-required'])
    const odd = { method: 'PATCH', body: { action: 'explode', household: home }, match: 1 }
    expect((await yihu.as('341700.township', path, odd)).status).toBe(422)
    const wrongHome = { ...body, household: ulid() }
    expect((await act('341700.township', made.json.id, 1, wrongHome)).status).toBe(404)
  })
})

test('an address that cannot be one is not found, and not looked up', async () => {
  yihu.wireLog.length = 0
  const long = 'x'.repeat(3000)
  for (const path of [`households/${long}`, 'households/..%2FMEMBER', `queues/${long}`, 'queues/closed%23'])
    expect([path.slice(0, 30), (await yihu.as('341700.township', `${city}/${path}`)).status]).toEqual([
      path.slice(0, 30),
      404,
    ])
  expect(yihu.wireLog.filter(({ op }) => op !== 'GetItem')).toEqual([])
})
