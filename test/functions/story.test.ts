import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Assessment, DraftBody, Release } from '../../functions/api/contract/index.ts'
import { chizhou, putRelease } from './casework/city.ts'
import { city, confirm, selfCareForm, startVisit, submit } from './casework/visit.ts'
import { type Harness, startHarness } from './harness.ts'

/**
 * The promise of the whole house in one walk: what a city changes holds for what is filled next, what was filled
 * stays as it was, and the old comes back.
 */
let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness({ at: '2026-11-20T04:00:00Z' })
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

const read = async <T>(subject: string, path: string): Promise<T> =>
  (await yihu.as(subject, `${city}/${path}`)).json
const formText = async (subject: string, sha: string) =>
  JSON.stringify(await read<unknown>(subject, `documents/${sha}`))
const live = () => read<Release>('341700.worker', 'releases/live')

/** Changes one document as an administrator does: read, change the text, save over the revision that was read. */
const change = async (key: string, from: string, to: string) => {
  const { document, rev } = await read<DraftBody>('341700.admin', `draft/${key}`)
  const text = JSON.stringify(document)
  expect(text).toContain(from)
  const body = JSON.parse(text.replace(from, to))
  const saved = await yihu.as('341700.admin', `${city}/draft/${key}`, { method: 'PUT', body, match: rev })
  expect(saved.status, saved.text).toBe(200)
}

test('a changed form and price hold for the next assessment, the old one keeps its own, and restore brings them back', async () => {
  const first = await startVisit(yihu)
  const old = await submit(yihu, first, selfCareForm(yihu, first))
  expect(old.status, old.text).toBe(201)
  const before: Assessment = old.json
  const price = ({ quote }: Assessment) => quote.lines.find(({ item }) => item === 'home-care')?.price
  expect(price(before)).toBe(100_000)

  await change('form:self-care', '"自主吃饭"', '"自己能吃饭"')
  await change('fees', '"amount":100000', '"amount":120000')
  const published = await yihu.as('341700.admin', `${city}/releases`, {
    body: { note: '换个说法，调整价格' },
  })
  expect(published.status, published.text).toBe(201)
  const now = await live()
  expect(now.n).toBe(2)

  const sha = now.documents['form:self-care'] ?? ''
  expect(await formText('341700.worker', sha)).toContain('自己能吃饭')
  const second = await startVisit(yihu)
  const next = await submit(yihu, second, selfCareForm(yihu, second, { release: 2 }))
  expect(next.status, next.text).toBe(201)
  expect([next.json.formSha, price(next.json)]).toEqual([sha, 120_000])

  const again = await read<Assessment>(
    '341700.worker',
    `households/${first.household}/assessments/${before.id}`,
  )
  expect(again).toEqual(before)
  expect(await formText('341700.worker', again.formSha)).toContain('自主吃饭')
  expect((await confirm(yihu, first, before.id)).status).toBe(200)

  const restored = await yihu.as('341700.admin', `${city}/releases/1/restore`, { method: 'POST' })
  expect(restored.status, restored.text).toBe(201)
  const back = await live()
  expect([back.n, back.restored, back.documents['form:self-care']]).toEqual([3, 1, before.formSha])
  const third = await startVisit(yihu)
  const last = await submit(yihu, third, selfCareForm(yihu, third, { release: 3 }))
  expect([last.json.formSha, price(last.json)]).toEqual([before.formSha, 100_000])
})
