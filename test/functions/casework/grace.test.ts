import { afterAll, beforeAll, expect, test } from 'vitest'
import { keys } from '../../../functions/store/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { chizhou, putRelease } from './city.ts'
import { rowsOf, startVisit, submit, visitForm } from './visit.ts'

/**
 *   release 1 ─────────────┐
 *   2026-09-01       2026-10-24  release 2 ──────────
 *                          └── 30 days of grace ──┘ 2026-11-23
 */
let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness({ at: '2026-11-23T01:00:00Z' })
  const store = await yihu.store('341700')
  await putRelease(store, chizhou(), '2026-09-01')
  await putRelease(
    store,
    { ...chizhou(), fees: { ...(chizhou()['fees'] as object), rows: [] } },
    '2026-10-24',
  )
})
afterAll(() => yihu.stop())

const code = ({ status, json }: Awaited<ReturnType<typeof submit>>) => [status, json?.code]

test('a release that is no longer live is taken for its days of grace, with its own prices', async () => {
  const visit = await startVisit(yihu)
  const sent = await submit(yihu, visit, visitForm(yihu, visit, { release: 1 }))
  expect(sent.status, sent.text).toBe(201)
  expect(sent.json).toMatchObject({ release: 1, quote: { release: 1 } })
  expect(sent.json.quote.total).toBeGreaterThan(0)
})

test('a day later it is too old, by the server’s day; nothing is stored, and the words say where the answers are', async () => {
  const visit = await startVisit(yihu)
  const before = await rowsOf(yihu, visit)
  yihu.clock.set('2026-11-23T16:00:00Z')
  const sent = await submit(yihu, visit, visitForm(yihu, visit, { release: 1 }))
  expect(code(sent)).toEqual([409, 'release-too-old'])
  expect(sent.json.detail).toContain('本机')
  expect(await rowsOf(yihu, visit)).toBe(before)
  const fresh = await submit(yihu, visit, visitForm(yihu, visit, { release: 2 }))
  expect(fresh.status).toBe(201)
  yihu.clock.set('2026-11-23T01:00:00Z')
})

test('a replay of what was stored in time is answered after the grace as well', async () => {
  const visit = await startVisit(yihu)
  const body = visitForm(yihu, visit, { release: 1 })
  const first = await submit(yihu, visit, body)
  yihu.clock.set('2026-12-20T01:00:00Z')
  const again = await submit(yihu, visit, body)
  expect([again.status, again.json]).toEqual([200, first.json])
  yihu.clock.set('2026-11-23T01:00:00Z')
})

test('a release that waits for its day, or does not exist, is refused', async () => {
  const visit = await startVisit(yihu)
  for (const release of [3, 999_999])
    expect(code(await submit(yihu, visit, visitForm(yihu, visit, { release })))).toEqual([422, 'invalid'])
  for (const release of [0, -1, 1.5, '1'])
    expect((await submit(yihu, visit, visitForm(yihu, visit, { release }))).status).toBe(422)
})

test('a city that has published nothing says so', async () => {
  const store = await yihu.store('341700')
  const visit = await startVisit(yihu)
  const head = await store.get<object>(keys.headKey)
  await store.write([{ remove: keys.headKey, expect: 'present' }])
  const sent = await submit(yihu, visit, visitForm(yihu, visit, { release: 2 }))
  expect(code(sent)).toEqual([409, 'conflict'])
  await store.write([{ put: keys.headKey, item: head ?? {}, expect: 'absent' }])
})
