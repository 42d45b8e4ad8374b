import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIdNumber, localDate } from '#forms/standards'
import type { TaskCard } from '../../../functions/api/contract/index.ts'
import { listHouseholds } from '../../../functions/casework/index.ts'
import { listMyTasks } from '../../../functions/casework/tasks.ts'
import { draft, live, placeNames } from '../../../functions/configuration/index.ts'
import { serviceProvince } from '../../../functions/identity/service.ts'
import { carryChanges, closeMonths } from '../../../functions/jobs/index.ts'
import { compareIndicators } from '../../../functions/oversight/index.ts'
import { connect, type Link, memoryRing, openProvince } from '../../../functions/store/index.ts'
import { emptyCities, inventedCities, people } from '../../../infra/local/people.ts'
import { demoHouseholds, householdId, peopleOf } from '../../../infra/local/seed/households.ts'
import { inventedIdNumber } from '../../../infra/local/seed/id-number.ts'
import { demoId } from '../../../infra/local/seed/ids.ts'
import { type Ground, isSeeded, seed } from '../../../infra/local/seed/index.ts'
import { lastMonthOn } from '../../../infra/local/seed/last-month.ts'
import { storeAs } from '../../../infra/local/seed/place.ts'
import { Refusal, type RunningTable, startTable } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'

const packs = new URL('../../../forms/packs', import.meta.url).pathname
const writes = new Set(['PutItem', 'UpdateItem', 'TransactWriteItems'])

let table: RunningTable
let link: Link
let ground: Ground
/** The table takes so many more writes, then its disk is full. */
let room = Number.POSITIVE_INFINITY

beforeAll(async () => {
  table = await startTable({
    intercept: (operation) => {
      if (!writes.has(operation)) return undefined
      room -= 1
      return room < 0 ? new Refusal('ValidationException', 'no room') : undefined
    },
  })
  await createTable(table.endpoint)
  link = connect({ table: 'yihu', endpoint: table.endpoint })
  ground = { link, ring: memoryRing(), packs, realm: 'https://issuer.test' }
})
afterAll(async () => {
  link.close()
  await table.stop()
})

test('a seeding that is cut off again and again is taken up each time, to its end', async () => {
  let cuts = 0
  while (!(await isSeeded(ground))) {
    room = 40
    await seed(ground).catch(() => {
      cuts += 1
    })
    expect(cuts).toBeLessThan(20)
  }
  room = Number.POSITIVE_INFINITY
  expect(cuts).toBeGreaterThan(4)
})

describe('the demo data', () => {
  const tasksOf = async (subject: string): Promise<readonly TaskCard[]> =>
    (await listMyTasks(await storeAs(ground, subject), {})).items
  const today = localDate(new Date())

  test('has every city published, as its administrator did it', async () => {
    for (const code of ['341700', ...inventedCities.map((one) => one.code)]) {
      const store = await storeAs(ground, `${code}.admin`)
      const release = await live(store, today)
      expect(release, code).toMatchObject({ n: 1, by: store.tenant.member })
    }
  })

  test('has cities in which nothing is configured, but their names and their people', async () => {
    for (const { code, name } of emptyCities) {
      const store = await storeAs(ground, `${code}.admin`)
      expect(await live(store, today), code).toBeUndefined()
      expect((await draft(store)).documents, code).toEqual([])
      expect(await placeNames(store, today)).toEqual({ city: name, divisions: {} })
    }
  })

  test('makes everybody a member where the list says so', async () => {
    for (const { subject, memberships } of people.filter(({ subject: one }) =>
      /^(34(17|99)|210381)/.test(one),
    ))
      expect((await storeAs(ground, subject)).tenant.roles, subject).toEqual(memberships[0]?.roles)
    await expect(storeAs(ground, '000000.visitor')).rejects.toThrow()
  })

  test('has tasks overdue, due today and due soon for the worker', async () => {
    const due = (await tasksOf('341700.worker')).map((task) => task.due)
    expect(due.some((day) => day < today)).toBe(true)
    expect(due).toContain(today)
    expect(due.some((day) => day > today)).toBe(true)
  })

  test('has an assessment that waits for the village, and no such task for anybody else', async () => {
    const kinds = async (subject: string) => (await tasksOf(subject)).map(({ kind }) => kind)
    expect(await kinds('341700.village')).toContain('confirm')
    expect(await kinds('341700.village2')).not.toContain('confirm')
    expect(await kinds('341700.worker')).not.toContain('confirm')
  })

  test('refers one household to each provider, and not the other’s', async () => {
    const of = async (subject: string, township: string) =>
      (await listHouseholds(await storeAs(ground, subject), township, {})).items.map(({ id }) => id)
    expect(await of('341700.provider', '341702-12')).toEqual([householdId('y07')])
    expect(await of('341700.provider', '341702-13')).toEqual([])
    expect(await of('341700.provider2', '341702-13')).toEqual([householdId('n03')])
    expect(await of('341700.provider2', '341702-12')).toEqual([])
  })
})

describe('the month before', () => {
  const office = () => openProvince(serviceProvince('340000', 'test'), link, ground.ring)
  const begun = async () => new Date((await (await office()).get<{ at: string }>(['DEMO', 'BEGUN']))?.at ?? 0)

  test('is counted, closed and shown to the province, by the way that every city’s figures go', async () => {
    const at = await begun()
    const then = connect({ table: 'yihu', endpoint: table.endpoint, clock: () => at })
    const heads = inventedCities.map(({ code }, n) => ({
      dynamodb: { Keys: { pk: { S: `T#${code}#CONFIG` }, sk: { S: 'HEAD' } }, SequenceNumber: String(n) },
    }))
    expect(await carryChanges({ link: then })({ Records: heads })).toEqual({ batchItemFailures: [] })
    expect(await closeMonths({ link: then })).toMatchObject({ failed: 0, left: 0 })
    const { cities, rows } = await compareIndicators(await office(), localDate(at))
    const cell = (indicator: string, city: string) =>
      rows.find((row) => row.indicator === indicator)?.cells[cities.findIndex(({ code }) => code === city)]
    // 16 of 24, and 16 of 16: rounded, and with eight or none left over.
    expect(cell('new-followed', '349902')).toMatchObject({ numerator: 15, denominator: 25, state: 'warn' })
    expect(cell('new-followed', '349904')).toMatchObject({ numerator: 15, denominator: 15, state: 'met' })
    expect(cell('archived', '349902')).toMatchObject({ numerator: 25, value: '25 人', state: 'met' })
    expect(cell('archived', '349901')).toBeNull()
    then.close()
  })

  test.each([
    ['2026-01-01T00:30:00Z', '2025-12-08'],
    ['2026-03-31T15:59:00Z', '2026-02-08'],
    ['2026-03-31T16:00:00Z', '2026-03-08'],
  ])('of %s is that of %s', (now, day) => expect(localDate(lastMonthOn(new Date(now), 8))).toBe(day))
})

describe('nobody in it is real', () => {
  const everybody = demoHouseholds.flatMap(peopleOf)

  test('id numbers are of no province, with the right check sign, and each is one person’s', () => {
    for (const { idNumber, born, sex } of everybody) {
      expect(idNumber).toMatch(/^9999/)
      expect(idNumber.slice(6, 14)).toBe(born.replaceAll('-', ''))
      expect(Number(idNumber[16]) % 2 === 1 ? '男' : '女').toBe(sex)
      expect(checkIdNumber(idNumber, { demo: true, today: '2026-11-21' })).toMatchObject({ ok: true })
    }
    expect(new Set(everybody.map(({ idNumber }) => idNumber)).size).toBe(everybody.length)
  })

  test('phones ring nowhere', () => {
    const phones = everybody.flatMap(({ phone }) => phone ?? [])
    for (const phone of phones) expect(phone).toMatch(/^100-0000-\d{4}$/)
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('names and ids are each one person’s, and the same at every start', () => {
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length)
    expect(new Set(everybody.map(({ id }) => id)).size).toBe(everybody.length)
    expect(householdId('y01')).toBe('01KE5TP1M0098X11NC3HM2HS8P')
    const at = new Date(0)
    expect(demoId('a', at)).toMatch(/^0{10}[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(demoId('a', at)).not.toBe(demoId('b', at))
    expect(inventedIdNumber('1938-02-15', 1)).toBe('999901193802150016')
  })
})
