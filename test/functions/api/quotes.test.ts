import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

const city = '/api/cities/341700'
let yihu: Harness
let item = ''
let amount = 0

beforeAll(async () => {
  yihu = await startHarness()
  const admin = (path: string, ask = {}) => yihu.as('341700.admin', `${city}${path}`, ask)
  await admin('/draft/adopt', { body: { pack: '341700-care', demo: true } })
  await admin('/releases', { body: { note: '第一版', rev: 1 } })
  const { json } = await admin('/draft/fees')
  const today = '2026-11-23'
  const row = json.document.rows.find(
    (one: { amount: number | null; level?: string; objectClass?: string; from: string; to?: string }) =>
      one.amount !== null &&
      !one.level &&
      !one.objectClass &&
      one.from <= today &&
      (!one.to || today <= one.to),
  )
  item = row.item
  amount = row.amount
})
afterAll(() => yihu.stop())

const ask = (body: unknown, who = '341700.worker') => yihu.as(who, `${city}/quotes`, { body })

it('prices by the day, and never calls what is not set zero', async () => {
  const items = [
    { item, quantity: 3 },
    { item: 'nobody', quantity: 1 },
  ]
  const { status, json } = await ask({ items, on: '2026-11-23' })
  expect(status).toBe(200)
  expect(json).toMatchObject({ release: 1, total: amount * 3, unset: 1, demo: true })
  expect(json.lines[1]).toMatchObject({ price: null, amount: null })
})

it.each([
  ['no items', { items: [], on: '2026-11-23' }, 422],
  ['a quantity of nothing', { items: [{ item: 'x', quantity: 0 }], on: '2026-11-23' }, 422],
  ['a quantity in words', { items: [{ item: 'x', quantity: '3' }], on: '2026-11-23' }, 422],
  ['a price of one’s own', { items: [{ item: 'x', quantity: 1, price: 1 }], on: '2026-11-23' }, 422],
  ['a day that is none', { items: [{ item: 'x', quantity: 1 }], on: '2026-13-01' }, 422],
  ['a day before the first release', { items: [{ item: 'x', quantity: 1 }], on: '2020-01-01' }, 404],
])('refuses %s', async (_what, body, status) => {
  expect((await ask(body)).status).toBe(status)
})

it('prices for a division, by its code', async () => {
  const { status, json } = await ask({ items: [{ item, quantity: 1, division: '341702' }], on: '2026-11-23' })
  expect([status, json.total]).toEqual([200, amount])
  for (const division of ['guichi', '34', '3417020', 341702])
    expect((await ask({ items: [{ item, quantity: 1, division }], on: '2026-11-23' })).status).toBe(422)
})

it('is not for people of another city', async () => {
  expect((await ask({ items: [{ item, quantity: 1 }], on: '2026-11-23' }, '349901.admin')).status).toBe(404)
})

it.each(['__proto__', '助餐', 'a b', '%', 'Meal', '../fees', 'a'.repeat(65)])(
  'names the item %j that no catalogue can hold',
  async (wrong) => {
    for (const [field, line] of [
      ['item', { item: wrong, quantity: 1 }],
      ['level', { item, quantity: 1, level: wrong }],
      ['objectClass', { item, quantity: 1, objectClass: wrong }],
    ] as const) {
      const { status, json } = await ask({ items: [line], on: '2026-11-23' })
      expect([status, json.errors?.[0]?.path]).toEqual([422, `items[0].${field}`])
    }
    const elsewhere = await ask({ items: [{ item, quantity: 1, division: wrong }], on: '2026-11-23' })
    expect(elsewhere.status).toBeLessThan(500)
  },
)

it.each(['0000-01-01', '9999-12-31', '-001-01-01', '2026-02-29', '2026-11-23T00:00:00Z', '２０２６-01-01'])(
  'never breaks on the day %s',
  async (on) => {
    expect((await ask({ items: [{ item, quantity: 1 }], on })).status).toBeLessThan(500)
  },
)
