import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceCase, openCase } from '../../../functions/casework/index.ts'
import { keys, type Write } from '../../../functions/store/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { chizhou, putRelease } from './city.ts'
import { oldPerson } from './people.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

const city = '/api/cities/341700'
const household = async () => {
  const body = oldPerson()
  await yihu.as('341700.township', `${city}/households`, { body })
  return { id: body.id, person: body.people[0]?.id as string }
}
const caseBody = (person: string) => ({
  id: ulid(),
  programme: 'material-and-service',
  persons: [person],
  source: 'window',
})

/** A store whose next write meets another one that was faster. */
const meeting = async (faster: () => Promise<void>) => {
  const store = await yihu.store('341700')
  const write = store.write.bind(store)
  let met = false
  return Object.assign(store, {
    write: async (writes: readonly Write[]) => {
      if (!met) await faster()
      met = true
      return write(writes)
    },
  })
}

test('no case opens in a file that is closed meanwhile', async () => {
  const home = await household()
  const path = `${city}/households/${home.id}`
  const store = await meeting(async () => {
    const { rev } = (await yihu.as('341700.township', path)).json
    const closed = await yihu.as('341700.township', path, {
      method: 'PATCH',
      match: rev,
      body: { open: false },
    })
    expect(closed.status, closed.text).toBe(200)
  })
  // Who registered it is on file already: the head would not change.
  const assignee = yihu.member('341700.township')
  const opening = openCase(store, home.id, { ...caseBody(home.person), assignee }, yihu.clock.now)
  await expect(opening).rejects.toMatchObject({ code: 'conflict' })
  expect((await yihu.as('341700.township', path)).json.cases).toEqual([])
})

test('nobody keeps a household whose last two cases end together', async () => {
  const { id: home, person } = await household()
  const path = `${city}/households/${home}`
  const pair = { assignee: yihu.member('341700.worker'), partner: yihu.member('341700.village') }
  const [one, other] = [
    { ...caseBody(person), ...pair },
    { ...caseBody(person), ...pair },
  ]
  for (const body of [one, other])
    expect((await yihu.as('341700.township', `${path}/cases`, { body })).status).toBe(201)
  const store = await yihu.store('341700')
  for (const { id } of [one, other]) {
    const row = await store.get<{ card: object }>(keys.caseKey(home, id))
    const card = { ...row?.card, stage: 'confirmed' }
    await store.write([{ change: keys.caseKey(home, id), set: {}, card, expect: { rev: 1 } }])
  }
  const stop = { action: 'stop', household: home, reason: '已搬离本地居住' } as const
  const slow = await meeting(async () => {
    const ended = { method: 'PATCH', match: 2, body: stop }
    expect((await yihu.as('341700.township', `${city}/cases/${other.id}`, ended)).status).toBe(200)
  })
  await advanceCase(slow, one.id, 2, stop, yihu.clock.now)
  const head = await store.get<{ card: { assignees: string[] } }>(keys.householdKey(home))
  expect(head?.card.assignees).toEqual([])
  expect((await yihu.as('341700.worker', path)).status).toBe(404)
})

test('two cases of one household that are visited together count the household and the person once', async () => {
  const { id: home, person } = await household()
  const pair = { assignee: yihu.member('341700.worker'), partner: yihu.member('341700.village') }
  const [one, other] = [
    { ...caseBody(person), ...pair },
    { ...caseBody(person), ...pair },
  ]
  for (const body of [one, other])
    await yihu.as('341700.township', `${city}/households/${home}/cases`, { body })
  const store = await yihu.store('341700')
  // As if every form were handed in.
  for (const { sk, rev } of await store.all<object>(`HH#${home}`, { prefix: 'TASK#' }))
    await store.write([{ remove: [`HH#${home}`, sk], expect: { rev } }])
  const assess = { action: 'assess', household: home } as const
  const slow = await meeting(async () => {
    const answer = await yihu.as('341700.worker', `${city}/cases/${other.id}`, {
      method: 'PATCH',
      match: 1,
      body: assess,
    })
    expect(answer.status, answer.text).toBe(200)
  })
  await advanceCase(slow, one.id, 1, assess, yihu.clock.now)
  const counts = await store.all<Record<string, unknown>>('COUNT')
  expect(counts.filter((row) => row['visited'] !== undefined)).toMatchObject([
    { visited: 2, 'visited.new': 1, 'objects.followed': 1 },
  ])
})
