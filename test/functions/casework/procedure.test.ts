import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advanceCase, registerProvider } from '../../../functions/casework/index.ts'
import { keys, type Write } from '../../../functions/store/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { chizhou, putRelease } from './city.ts'
import { oldPerson } from './people.ts'
import { city, confirm, selfCareForm, startVisit, submit, type Visit, visitForm } from './visit.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  const store = await yihu.store('341700')
  await putRelease(store, chizhou())
  const social = { name: '演示服务中心', type: 'social-work', mode: 'purchase' }
  await registerProvider(store, 'provider-1', social)
  await registerProvider(store, 'provider-2', { ...social, name: '演示慈善会', mode: 'charity' })
  await registerProvider(store, 'far', { ...social, divisions: ['341721'] })
})
afterAll(() => yihu.stop())

type Json = Record<string, unknown>
const act = async (subject: string, visit: Visit, body: Json) => {
  yihu.clock.pass(1)
  const file = await yihu.as('341700.township', `${city}/households/${visit.household}`)
  const match = file.json.cases.find((one: { id: string }) => one.id === visit.case)?.rev
  const asked = { household: visit.household, ...body }
  return yihu.as(subject, `${city}/cases/${visit.case}`, { method: 'PATCH', match, body: asked })
}
const file = (subject: string, visit: Visit) => yihu.as(subject, `${city}/households/${visit.household}`)
const number = async (visit: Visit): Promise<string | undefined> =>
  (await file('341700.township', visit)).json.people[0].serviceNumber

/** Both forms sent and confirmed, and the visit reported. */
const visited = async (body = oldPerson()): Promise<Visit> => {
  const visit = await startVisit(yihu, body)
  for (const form of [visitForm(yihu, visit), selfCareForm(yihu, visit)]) {
    await submit(yihu, visit, form)
    await confirm(yihu, visit, form['id'])
  }
  await act('341700.worker', visit, { action: 'assess' })
  return visit
}

describe('from visit to service', () => {
  test('goes through every state, and ends every access with the case', async () => {
    const visit = await visited()
    const decided = await act('341700.township', visit, { action: 'decide', approved: true })
    expect(decided.json).toMatchObject({ stage: 'confirmed', actions: ['refer', 'stop'] })
    expect(await number(visit)).toMatch(/^池\d{7}$/)

    expect((await file('341700.provider', visit)).status).toBe(404)
    const referred = await act('341700.township', visit, { action: 'refer', provider: 'provider-1' })
    expect(referred.json).toMatchObject({ stage: 'referred', provider: 'provider-1' })
    expect((await file('341700.provider', visit)).status).toBe(200)
    expect((await file('341700.provider2', visit)).status).toBe(404)

    expect((await act('341700.provider2', visit, { action: 'start' })).status).toBe(404)
    expect((await act('341700.provider', visit, { action: 'start' })).json.stage).toBe('in-service')
    const stopped = await act('341700.township', visit, { action: 'stop', reason: '已不再符合条件' })
    expect(stopped.json).toMatchObject({ stage: 'stopped', actions: ['close'] })
    expect((await file('341700.provider', visit)).status).toBe(404)
    expect((await file('341700.worker', visit)).status).toBe(404)
    expect((await file('341700.village', visit)).status).toBe(404)
    const closed = await act('341700.township', visit, { action: 'close', reason: '材料齐全归档' })
    expect(closed.json).toMatchObject({ stage: 'closed', actions: [] })

    const store = await yihu.store('341700')
    const trail = await store.all<{ action: string; on: string; detail: Json }>('AUDIT#202611')
    expect(trail.filter(({ on }) => on === visit.case).map(({ action }) => action)).toEqual(
      ['assess', 'decide', 'refer', 'start', 'stop', 'close'].map((one) => `case.${one}`),
    )
  })

  test('a provider sees the person referred to it, no id number, nobody else, no assessment', async () => {
    const home = oldPerson()
    const other = { id: ulid(), name: '章无关', relation: '配偶', traits: [], born: '1950-01-01' }
    const visit = await visited({ ...home, people: [...home.people, other] })
    await act('341700.township', visit, { action: 'decide', approved: true })
    await act('341700.township', visit, { action: 'refer', provider: 'provider-1' })
    const seen = await file('341700.provider', visit)
    expect(seen.json.people).toHaveLength(1)
    expect(seen.json.people[0]).toMatchObject({ name: { text: '章演示', masked: false } })
    expect(seen.json.people[0]).not.toHaveProperty('idNumber')
    expect(seen.json).toMatchObject({ tasks: [], assessments: [], cases: [{ id: visit.case }] })
    expect(seen.text).not.toContain('章无关')
    expect(seen.text).not.toContain(home.people[0]?.idNumber)
    const list = await yihu.as('341700.provider', `${city}/households?township=341702-01`)
    expect(list.json.items.map(({ id }: { id: string }) => id)).toContain(visit.household)
  })
})

describe('what is not ready is not decided', () => {
  test('an assessment that waits for its second investigator', async () => {
    const visit = await startVisit(yihu)
    const forms = [visitForm(yihu, visit), selfCareForm(yihu, visit)]
    for (const form of forms) await submit(yihu, visit, form)
    await act('341700.worker', visit, { action: 'assess' })
    const early = await act('341700.township', visit, { action: 'decide', approved: true })
    expect([early.status, early.json.detail]).toEqual([409, expect.stringContaining('共同确认')])
    for (const form of forms) await confirm(yihu, visit, form['id'])
    expect((await act('341700.township', visit, { action: 'decide', approved: true })).status).toBe(200)
  })

  test('a further form that arrives while the decision is made', async () => {
    const visit = await visited()
    const store = await yihu.store('341700')
    const [one] = await store.all<{ id: string }>(keys.householdPk(visit.household), { prefix: 'C#' })
    const write = store.write.bind(store)
    const late = visitForm(yihu, visit)
    const meeting = Object.assign(store, {
      write: async (writes: readonly Write[]) => {
        expect((await submit(yihu, visit, late)).status).toBeLessThan(300)
        return write(writes)
      },
    })
    const decided = { action: 'decide', household: visit.household, approved: true } as const
    const made = advanceCase(meeting, visit.case, one?.rev ?? 0, decided, yihu.clock.now)
    await expect(made).rejects.toMatchObject({ code: 'stale' })
    const after = await act('341700.township', visit, { action: 'decide', approved: true })
    expect([after.status, after.json.detail]).toEqual([409, expect.stringContaining('共同确认')])
  })

  test('sending back gives the pair their forms again, and both answers stay', async () => {
    const visit = await visited()
    const back = await act('341700.township', visit, { action: 'return', reason: '请补充照料情况' })
    expect(back.json.stage).toBe('awaiting-visit')
    const again = visitForm(yihu, visit)
    expect((await submit(yihu, visit, again)).status).toBe(201)
    const { json } = await file('341700.township', visit)
    expect(json.tasks).toHaveLength(1)
    expect(json.assessments.filter((one: { form: string }) => one.form === 'visit')).toHaveLength(2)
  })

  test('whose worker has left is given to another before it is sent back', async () => {
    const visit = await visited()
    const assignee = yihu.member('341700.worker2')
    const given = await act('341700.township', visit, { action: 'assign', assignee })
    expect(given.json).toMatchObject({ stage: 'awaiting-review', assignee })
    const back = await act('341700.township', visit, { action: 'return', reason: '请重新入户调查' })
    expect(back.json).toMatchObject({ stage: 'awaiting-visit', assignee })
    const tasks = await yihu.as('341700.worker2', `${city}/tasks/mine?limit=200`)
    const mine = tasks.json.items.filter((one: { case: string }) => one.case === visit.case)
    expect(mine).toHaveLength(2)
  })

  test('a refusal asks for its reason, gives no service number, and keeps the reason sealed', async () => {
    const visit = await visited()
    const bare = await act('341700.township', visit, { action: 'decide', approved: false })
    expect([bare.status, bare.json.errors[0].path]).toEqual([422, 'reason'])
    const reason = '家庭经济状况不符合规定'
    const refused = await act('341700.township', visit, { action: 'decide', approved: false, reason })
    expect(refused.json.stage).toBe('refused')
    expect(await number(visit)).toBeUndefined()
    const late = await submit(yihu, visit, visitForm(yihu, visit), '341700.township')
    expect([404, 409]).toContain(late.status)
  })

  test('service numbers rise, once for each person, whoever decides at the same time', async () => {
    const visits = [await visited(), await visited(), await visited()]
    const decided = await Promise.all(
      visits.map((visit) => act('341700.township', visit, { action: 'decide', approved: true })),
    )
    expect(decided.map(({ status }) => status)).toEqual([200, 200, 200])
    const numbers = await Promise.all(visits.map(number))
    expect(new Set(numbers).size).toBe(3)
  })
})

test('what nobody may confirm any more leaves the second investigator’s list', async () => {
  const visit = await visited()
  await act('341700.township', visit, { action: 'decide', approved: true })
  const later = selfCareForm(yihu, visit)
  expect((await submit(yihu, visit, later)).status).toBe(201)
  const waiting = async () =>
    (await yihu.as('341700.village', `${city}/tasks/mine?limit=200`)).json.items.filter(
      (one: { assessment?: string }) => one.assessment === later['id'],
    )
  expect(await waiting()).toHaveLength(1)
  await act('341700.township', visit, { action: 'stop', reason: '已搬离本地居住' })
  expect(await waiting()).toEqual([])
  expect([404, 409]).toContain((await confirm(yihu, visit, later['id'])).status)
  expect((await file('341700.township', visit)).json.assessments).toHaveLength(3)
})

describe('who decides, by the city’s own procedure', () => {
  /** Chizhou with other people in the stage that ends in 已确认. */
  const deciding = (...actors: string[]) => {
    const documents = chizhou()
    const profile = documents['profile'] as { stages: { leadsTo: string[]; actors: string[] }[] }
    for (const stage of profile.stages) if (stage.leadsTo.includes('confirmed')) stage.actors = actors
    return documents
  }
  const putting = async (...actors: string[]) => putRelease(await yihu.store('341700'), deciding(...actors))
  afterAll(async () => putRelease(await yihu.store('341700'), chizhou()))
  const actionsOf = async (subject: string, visit: Visit): Promise<readonly string[]> =>
    (await file(subject, visit)).json.cases.find((one: { id: string }) => one.id === visit.case).actions
  const decide = (subject: string, visit: Visit) => act(subject, visit, { action: 'decide', approved: true })

  test('S0-26 the district decides where its stage is the district’s, and the township no more', async () => {
    const visit = await visited()
    await putting('county.admin')
    expect(await actionsOf('341700.county', visit)).toEqual(['return', 'decide'])
    expect(await actionsOf('341700.township', visit)).toEqual(['assign', 'return'])
    expect((await decide('341700.township', visit)).status).toBe(403)
    expect((await decide('341700.county', visit)).json).toMatchObject({ stage: 'confirmed' })
  })

  test('whoever visits or delivers never decides, and nobody whom the rules of reading keep out', async () => {
    const visit = await visited()
    await putting('worker', 'village', 'provider', 'admin', 'applicant')
    expect(await actionsOf('341700.worker', visit)).toEqual([])
    expect((await decide('341700.worker', visit)).status).toBe(403)
    expect((await decide('341700.admin', visit)).status).toBe(403)
    expect((await decide('341700.county', visit)).status).toBe(403)
    expect((await decide('341700.township', visit)).json).toMatchObject({ stage: 'confirmed' })
  })

  test('a stage of both is open to both', async () => {
    const visit = await visited()
    await putting('township', 'county.admin')
    for (const subject of ['341700.township', '341700.county'])
      expect(await actionsOf(subject, visit)).toContain('decide')
  })
})

describe('who decides and refers', () => {
  test.each(['341700.worker', '341700.village', '341700.county'])('%s does not decide', async (subject) => {
    const visit = await visited()
    expect((await act(subject, visit, { action: 'decide', approved: true })).status).toBe(403)
  })

  test('charities are referred to by the county, others by the township (S2-24)', async () => {
    const visit = await visited()
    await act('341700.township', visit, { action: 'decide', approved: true })
    const refer = (subject: string, provider: string) => act(subject, visit, { action: 'refer', provider })
    expect((await refer('341700.township', 'provider-2')).status).toBe(403)
    expect((await refer('341700.county', 'provider-1')).status).toBe(403)
    expect((await refer('341700.township', 'nobody')).status).toBe(422)
    expect((await refer('341700.township', 'far')).status).toBe(422)
    expect((await refer('341700.county', 'provider-2')).json).toMatchObject({ stage: 'referred' })
  })
})
