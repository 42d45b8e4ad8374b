import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WhatIf } from '../../../functions/api/contract/index.ts'
import { assessmentContext } from '../../../functions/casework/assessment.ts'
import { whatIfDraft } from '../../../functions/configuration/index.ts'
import { mostRecords } from '../../../functions/configuration/what-if-records.ts'
import { keys } from '../../../functions/store/index.ts'
import { chizhou, putRelease } from '../casework/city.ts'
import { city, confirm, selfCareForm, startVisit, submit, type Visit } from '../casework/visit.ts'
import { type Harness, places, startHarness } from '../harness.ts'

type Row = { id: string; item: string; level?: string; amount: number; to?: string; from: string }
type Fees = { rows: Row[] }

let yihu: Harness
let visits: readonly Visit[]
/** What 居家照护 comes to for one of the visited, 分. */
let price: number
let level: string

/** A household whose assessment was confirmed, with what it was quoted. */
const assessed = async () => {
  const visit = await startVisit(yihu)
  const sent = await submit(yihu, visit, selfCareForm(yihu, visit))
  const done = await confirm(yihu, visit, sent.json.id)
  if (done.status !== 200) throw new Error(done.text)
  const line = sent.json.quote.lines.find(({ item }: { item: string }) => item === 'home-care')
  price = line.amount
  level = sent.json.outcomes.at(-1).level
  return visit
}

const admin = (path: string, ask: object = {}) => yihu.as('341700.admin', `${city}${path}`, ask)
const ask = (body: unknown, subject = '341700.admin') =>
  yihu.as(subject, `${city}/draft/what-if`, { method: 'POST', body })
const answer = async (body: object = { month: '2026-11' }): Promise<WhatIf> => {
  const { status, json, text } = await ask(body)
  expect(status, text).toBe(200)
  return json
}

/** Puts fees into the draft; takes back what stood there. */
const draft = async (change: (rows: Row[]) => object[]) => {
  const { json } = await admin('/draft/fees')
  const whole = chizhou()['fees'] as Fees
  const body = { ...whole, rows: change(whole.rows) }
  const saved = await admin('/draft/fees', { method: 'PUT', body, match: json.rev })
  expect(saved.status, saved.text).toBe(200)
}
/** 居家照护 at the level of the visited costs something else from a day on. */
const dearer = (by: number, from: string) => (rows: Row[]) =>
  rows.flatMap((row) =>
    row.item === 'home-care' && row.level === level
      ? [
          { ...row, to: from > '2026-12-01' ? '2026-12-31' : '2026-11-30' },
          { ...row, id: 'dearer', amount: row.amount + by, from },
        ]
      : [row],
  )

beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
  visits = [await assessed(), await assessed()]
  const waiting = await startVisit(yihu)
  await submit(yihu, waiting, selfCareForm(yihu, waiting))
})
afterAll(() => yihu.stop())
beforeEach(() => draft((rows) => rows))

describe('POST /draft/what-if', () => {
  test('prices last month again by the draft, from the day on which it differs', async () => {
    await draft(dearer(500, '2027-01-01'))
    const found = await answer()
    expect(found).toMatchObject({
      month: '2026-11',
      on: '2027-01-01',
      days: ['2027-01-01'],
      release: 1,
      records: 2,
      unreadable: 0,
      truncated: false,
      households: { all: 2, more: 2, less: 0, same: 0 },
      counties: [{ division: places.county, name: '贵池区', households: 2, more: 2 }],
    })
    expect(found.total.after - found.total.before).toBe(1000)
    const item = found.items.find((one) => one.item === 'home-care')
    expect(item).toMatchObject({ lines: 2, before: 2 * price, after: 2 * price + 1000 })
    expect(found.largest[0]).toMatchObject({ household: 1, name: '贵池区' })
    expect(found.words[0]).toBe('依据 2026 年 11 月已完成的 2 份有服务建议的评估；服务记录没有计入。')
    expect(found.words.join('')).toContain('增加 10.00 元')
  })

  test('on a day before the draft begins to differ nothing changes', async () => {
    await draft(dearer(500, '2027-01-01'))
    const found = await answer({ month: '2026-11', on: '2026-12-31' })
    expect(found.total.after).toBe(found.total.before)
    expect(found).toMatchObject({ on: '2026-12-31', households: { more: 0, less: 0, same: 2 }, largest: [] })
  })

  test('a price taken away is told apart, and no saving', async () => {
    await draft((rows) => rows.filter(({ item }) => item !== 'home-care'))
    const found = await answer()
    expect(found.newlyUnset).toEqual({ lines: 2, amount: 2 * price })
    expect(found.total.after).toBe(found.total.before)
  })

  test('prices by the person’s object class where the draft asks for it', async () => {
    await draft((rows) => {
      const own = rows.find((row) => row.item === 'home-care' && row.level === level)
      return [...rows, { ...own, id: 'class', objectClass: 'tekun', amount: 1 }]
    })
    expect((await answer()).items.find((one) => one.item === 'home-care')).toMatchObject({ after: 2 })
  })

  test('tells nothing of anybody', async () => {
    await draft(dearer(500, '2026-12-01'))
    const { text } = await ask({ month: '2026-11' })
    for (const { household, person, body, case: one } of visits) {
      const [somebody] = body.people
      for (const secret of [household, person, one, somebody?.name, somebody?.idNumber, body.address])
        expect(text).not.toContain(secret)
    }
    expect(text).not.toContain(yihu.member('341700.worker'))
  })

  test('counts what is not the month’s, and what waits for its second signature, nowhere', async () => {
    expect(await answer({ month: '2026-10' })).toMatchObject({
      records: 0,
      lines: 0,
      words: [expect.any(String), '没有可以重新计价的服务。'],
    })
    expect((await answer()).records).toBe(2)
  })

  test('changes nothing', async () => {
    const before = await admin('/draft')
    yihu.wireLog.length = 0
    await answer()
    expect(yihu.wireLog.filter(({ op }) => !/^(GetItem|BatchGetItem|Query)$/.test(op))).toEqual([])
    expect((await admin('/draft')).json).toEqual(before.json)
  })

  test('a county sees its own households alone', async () => {
    expect((await ask({ month: '2026-11' }, '341700.county')).json).toMatchObject({ records: 2 })
    const store = await yihu.store('341700')
    const clock = yihu.clock.now
    const by = (...divisions: string[]) =>
      whatIfDraft(store, { month: '2026-11' }, { reach: { kind: 'divisions', divisions }, clock })
    expect(await by('341721')).toMatchObject({ records: 0, counties: [] })
    expect(await by()).toMatchObject({ records: 0 })
    expect(await by(places.township)).toMatchObject({ records: 2 })
    expect(await by(places.otherTownship)).toMatchObject({ records: 0 })
  })
})

describe('what is refused', () => {
  test.each([
    [{ month: '2026-13' }, 'month'],
    [{ month: '202611' }, 'month'],
    [{ month: '2026-12' }, 'month'],
    [{ month: '2026-11', on: '2026-02-30' }, 'on'],
    [{ month: '2026-11', township: places.township }, 'township'],
    [{}, 'month'],
  ])('%j', async (body, path) => {
    const { status, json } = await ask(body)
    expect([status, json.code, json.errors[0].path]).toEqual([422, 'invalid', path])
  })

  test('a draft that cannot be read names the document, and amounts past twelve digits their cause', async () => {
    await draft((rows) => rows.map((row) => ({ ...row, amount: -1 })))
    const wrong = await ask({ month: '2026-11' })
    expect([wrong.status, wrong.json.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['fees'],
    ])
    await draft((rows) => rows.map((row) => ({ ...row, amount: 999_999_999_999 })))
    const large = await ask({ month: '2026-11' })
    expect([large.status, large.json.code]).toEqual([422, 'invalid'])
    expect(large.json.detail).toContain('十二位')
  })

  test('a day before the first release, a role too low, another city', async () => {
    expect((await ask({ month: '2026-11', on: '2025-01-01' })).status).toBe(404)
    for (const role of ['township', 'worker', 'village', 'provider', 'auditor'])
      expect((await ask({ month: '2026-11' }, `341700.${role}`)).status, role).toBe(403)
    expect((await ask({ month: '2026-11' }, '349901.admin')).status).toBe(404)
  })
})

describe('a month with many records', () => {
  test('is read page by page up to a bound, and says so; one that does not open hides no other', async () => {
    const store = await yihu.store('341700')
    const township = places.otherTownship
    const many = Array.from({ length: mostRecords + 100 }, (_, i) => {
      const [household, id] = [ulid(), ulid()]
      const body = {
        answers: {},
        outcomes: [],
        quote: { lines: [{ item: 'bath', quantity: 1 }] },
      }
      const context = assessmentContext(i === 7 ? 'another' : household, id)
      return {
        put: keys.assessmentKey(household, id),
        item: { schema: 1, body: store.seal(body, context) },
        card: { form: 'visit' },
        index: keys.assessmentIndex('202609', township, 'visit', id),
        expect: 'absent' as const,
      }
    })
    for (let at = 0; at < many.length; at += 100) await store.write(many.slice(at, at + 100))
    const reading = await yihu.store('341700')
    const found = await whatIfDraft(
      reading,
      { month: '2026-09' },
      { reach: { kind: 'city' }, clock: yihu.clock.now },
    )
    expect(found).toMatchObject({ truncated: true, unreadable: 1, records: mostRecords - 1 })
    expect(found.households.all).toBe(mostRecords - 1)
    expect(found.words[1]).toBe('评估较多，只读取了前 2000 份，其余没有计入。')
    expect(found.words[2]).toBe('有 1 份评估无法读取，没有计入。')
    const townships = (chizhou()['profile'] as { divisions: { kind: string }[] }).divisions.filter(
      ({ kind }) => kind === 'township',
    ).length
    // A Query a township and page of 500 cards, a BatchGet a hundred bodies, and at most ten reads of the configuration.
    expect(reading.cost.trips).toBeLessThanOrEqual(townships + 5 + mostRecords / 100 + 10)
    expect(reading.cost.rcu).toBeLessThanOrEqual(townships + mostRecords * 0.6 + 100)
    expect(reading.cost.wcu).toBe(0)
  })
})
