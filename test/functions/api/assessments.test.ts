import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chizhou, noteForm, putRelease } from '../casework/city.ts'
import { oldPerson } from '../casework/people.ts'
import {
  city,
  confirm,
  rowsOf,
  selfCareAnswers,
  selfCareForm,
  startVisit,
  submit,
  visitAnswers,
  visitForm,
} from '../casework/visit.ts'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

describe('submitting', () => {
  test('decides again on the server, prices what it recommends, and waits for the second person', async () => {
    const visit = await startVisit(yihu)
    const sent = await submit(yihu, visit, selfCareForm(yihu, visit))
    expect(sent.status, sent.text).toBe(201)
    expect(sent.json).toMatchObject({ status: 'awaiting', form: 'self-care', release: 1, masked: [] })
    const { key, level } = sent.json.outcomes.at(-1)
    expect([key, level]).toEqual(['selfCareLevel', expect.any(String)])
    const homeCare = sent.json.quote.lines.find((line: { item: string }) => line.item === 'home-care')
    const fees = chizhou()['fees'] as { rows: { item: string; level?: string; amount: number }[] }
    const amount = fees.rows.find((row) => row.item === 'home-care' && row.level === level)?.amount
    expect(homeCare).toMatchObject({ quantity: 1, price: amount, amount })
    expect(amount).toBeGreaterThan(0)
    expect(sent.json.quote).toMatchObject({ on: '2026-11-20', release: 1, demo: true })
    expect(sent.json.investigators.map((one: { name: string }) => one.name)).toEqual(['柳如初', '潘守田'])
    expect(sent.json.investigators[1]).not.toHaveProperty('confirmedAt')
  })

  test('knows whom a form is about where the case is about one person alone', async () => {
    const visit = await startVisit(yihu)
    const { person: _, ...unnamed } = selfCareForm(yihu, visit)
    const sent = await submit(yihu, visit, unnamed)
    expect(sent.status, sent.text).toBe(201)
    expect(sent.json.person).toBe(visit.person)
    const again = await submit(yihu, visit, unnamed)
    expect([again.status, again.json]).toEqual([200, sent.json])
    const named = await submit(yihu, visit, { ...unnamed, person: visit.person })
    expect([named.status, named.json.code]).toEqual([422, 'key-reused'])
    const mine = await yihu.as('341700.worker', `${city}/tasks/mine`)
    const left = mine.json.items.filter((one: { case: string }) => one.case === visit.case)
    expect(left.map((one: { form: string }) => one.form)).toEqual(['visit'])
  })

  test('asks whom a form is about where the case is about several', async () => {
    const one = oldPerson()
    const two = oldPerson().people
    const body = { ...one, people: [...one.people, ...two] }
    const persons = body.people.map(({ id }) => id)
    const visit = await startVisit(yihu, body, { persons })
    const { person: _, ...unnamed } = selfCareForm(yihu, visit)
    const sent = await submit(yihu, visit, unnamed)
    expect([sent.status, sent.json.errors[0].path]).toEqual([422, 'person'])
  })

  test('takes choices that the form leaves to the city from the pinned release, and no others', async () => {
    const wish = { type: 'select', key: 'wish', label: '希望的服务', input: true, data: { values: [] } }
    const form = noteForm([{ ...wish, properties: { options: 'catalogue' } }])
    const release = await putRelease(await yihu.store('341700'), { ...chizhou(), 'form:visit': form })
    const visit = await startVisit(yihu)
    const wishing = (item: string) =>
      submit(yihu, visit, visitForm(yihu, visit, { release, answers: { findings: '一切正常', wish: item } }))
    const unknown = await wishing('no-such-item')
    expect([unknown.status, unknown.json.errors[0].path]).toEqual([422, 'answers.wish'])
    const known = await wishing('meal')
    expect(known.status, known.text).toBe(201)
    expect(known.json.answers.wish).toBe('meal')
  })

  test('never believes a calculated value, and drops what the form does not ask', async () => {
    const visit = await startVisit(yihu)
    const answers = { ...selfCareAnswers(), unmetCount: 0, level: 'able', extra: { a: 1 } }
    const sent = await submit(yihu, visit, selfCareForm(yihu, visit, { answers }))
    expect(sent.json.answers.unmetCount).toBe(5)
    expect(sent.json.answers).not.toHaveProperty('extra')
  })

  test('leaves a price that nobody set open, never zero', async () => {
    const visit = await startVisit(yihu)
    const answers = selfCareAnswers({ institutionWish: 'no' })
    const fees = { ...(chizhou()['fees'] as object), rows: [] }
    const release = await putRelease(await yihu.store('341700'), { ...chizhou(), fees })
    const sent = await submit(yihu, visit, selfCareForm(yihu, visit, { answers, release }))
    expect(sent.json.quote).toMatchObject({ total: 0, unset: sent.json.quote.lines.length })
    expect(sent.json.quote.lines[0]).toMatchObject({ price: null, amount: null })
  })

  test('takes the task away, counts, and gives the second investigator theirs', async () => {
    const visit = await startVisit(yihu)
    const body = visitForm(yihu, visit)
    await submit(yihu, visit, body)
    const ofCase = async (subject: string) =>
      (await yihu.as(subject, `${city}/tasks/mine?limit=200`)).json.items.filter(
        (one: { case: string }) => one.case === visit.case,
      )
    expect((await ofCase('341700.worker')).map((one: { form: string }) => one.form)).toEqual(['self-care'])
    expect(await ofCase('341700.village')).toEqual([
      expect.objectContaining({ kind: 'confirm', form: 'visit', assessment: body['id'], due: '2026-12-03' }),
    ])
    const confirmed = await confirm(yihu, visit, body['id'])
    expect(confirmed.json).toMatchObject({ status: 'confirmed' })
    expect(confirmed.json.investigators[1].confirmedAt).toBe('2026-11-23T01:00:00.000Z')
    expect(await ofCase('341700.village')).toEqual([])
    const store = await yihu.store('341700')
    const month = await store.listIndex('ASM#202611#341702-01', { prefix: 'visit#' })
    expect(month.items.map(({ key }) => key[1])).toContain(`A#${body['id']}`)
  })

  test('answers a replay as the first time, to its sender alone, for the same body alone', async () => {
    const visit = await startVisit(yihu)
    const body = visitForm(yihu, visit)
    const first = await submit(yihu, visit, body)
    const before = await rowsOf(yihu, visit)
    const again = await submit(yihu, visit, body)
    expect([again.status, again.json]).toEqual([200, first.json])
    const other = await submit(yihu, visit, { ...body, answers: { ...visitAnswers(), urgency: 'urgent' } })
    expect([other.status, other.json.code]).toEqual([422, 'key-reused'])
    const village = await submit(yihu, visit, body, '341700.village')
    expect([village.status, village.json.code]).toEqual([409, 'conflict'])
    expect(await rowsOf(yihu, visit)).toBe(before)
    await confirm(yihu, visit, body['id'])
    expect((await submit(yihu, visit, body)).status).toBe(200)
  })

  test('answers a township pair as the first time too, masks included', async () => {
    await yihu.seedMember('341700.township3', {
      kind: 'city',
      code: '341700',
      name: '成大方',
      roles: [{ role: 'township', divisions: ['341702-01'] }],
    })
    const [assignee, partner] = ['341700.township', '341700.township3'].map(yihu.member)
    const visit = await startVisit(yihu, undefined, { assignee, partner })
    const body = visitForm(yihu, visit, { investigators: [assignee, partner] })
    const first = await submit(yihu, visit, body, '341700.township')
    expect(first.status, first.text).toBe(201)
    expect(first.json.masked.length).toBeGreaterThan(0)
    const again = await submit(yihu, visit, body, '341700.township')
    expect([again.status, again.json]).toEqual([200, first.json])
    expect((await confirm(yihu, visit, body['id'], '341700.township3')).status).toBe(200)
  })

  test('at once from two devices stores it once', async () => {
    const visit = await startVisit(yihu)
    const body = visitForm(yihu, visit)
    const both = await Promise.all([submit(yihu, visit, body), submit(yihu, visit, body)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201])
    expect(both[0]?.json).toEqual(both[1]?.json)
  })

  test('takes the same form of a visit once, even under another id', async () => {
    const visit = await startVisit(yihu)
    await submit(yihu, visit, visitForm(yihu, visit))
    const again = await submit(yihu, visit, visitForm(yihu, visit))
    expect([again.status, again.json.code]).toEqual([409, 'conflict'])
  })
})

describe('what it costs', () => {
  test('at most 3 requests and 12 write units, with index and counters, for a sealed body of 2 KB', async () => {
    const visit = await startVisit(yihu)
    const store = await yihu.store('341700')
    // The widest row that a form can make: about one person, with the longest title of the pack.
    const longest = { ...noteForm(), subject: 'person', title: '特困人员生活自理能力评估表' }
    const release = await putRelease(store, { ...chizhou(), 'form:self-care': longest })
    const signs = Array.from({ length: 712 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20000)))
    const body = selfCareForm(yihu, visit, { release, answers: { findings: signs.join('') } })
    // Warm: the form and the manifest never change, so they are in memory from the first time on.
    await submit(yihu, visit, { ...body, answers: {} })
    yihu.wireLog.length = 0
    yihu.logLines.length = 0
    const sent = await submit(yihu, visit, body)
    expect(sent.status, sent.text).toBe(201)
    const ops = yihu.wireLog.map(({ op }) => op)
    const row = await store.get<{ body: Uint8Array }>([`HH#${visit.household}`, `A#${body['id']}`])
    const sealed = row?.body.length ?? 0
    expect(sealed).toBeGreaterThan(1900)
    expect(sealed).toBeLessThanOrEqual(2048)
    // A membership that is not in memory would be the third.
    expect(ops).toEqual(['BatchGetItem', 'TransactWriteItems'])
    const { wcu } = yihu.logLines.at(-1) as { wcu: number }
    expect(wcu).toBeLessThanOrEqual(12)
  })
})
