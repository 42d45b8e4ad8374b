import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditLine } from '../../../functions/api/contract/index.ts'
import { auditWrite } from '../../../functions/store/index.ts'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
const path = '/api/cities/341700/audit'
const by = () => yihu.member('341700.admin')

beforeAll(async () => {
  yihu = await startHarness()
  const store = await yihu.store('341700')
  const entry = (id: string, at: string, more: object = {}) =>
    auditWrite({ id, at, by: by(), action: 'release.publish', on: '1', ...more })
  const secret = store.seal('替母亲查询，张某某', 'audit')
  const unmask = {
    action: 'unmask',
    on: 'HOUSE',
    detail: { path: 'people.x.phone', reason: secret, deep: { a: 1 }, list: [{ a: 1 }] },
  }
  await store.write([
    entry('a', '2026-10-31T23:59:59.999Z'),
    entry('b', '2026-11-01T00:00:00.000Z', { detail: { changed: ['fees'], effectiveFrom: '2026-11-01' } }),
    entry('c', '2026-11-20T08:00:00.000Z', unmask),
    entry('d', '2026-11-21T08:00:00.000Z', { by: yihu.member('gone'), action: 'member.remove' }),
  ])
})
afterAll(() => yihu.stop())

describe('the audit', () => {
  test('is told by month, newest first, page by page, with the names of members alone', async () => {
    const seen: AuditLine[] = []
    for (let after = ''; ; ) {
      const { json } = await yihu.as('341700.auditor', `${path}?month=2026-11&limit=1${after}`)
      seen.push(...json.items)
      if (!json.next) break
      after = `&after=${json.next}`
    }
    expect(seen.map(({ id }) => id)).toEqual(['d', 'c', 'b'])
    expect(seen.map(({ byName }) => byName)).toEqual([null, '方知远', '方知远'])
    expect(seen[2]?.detail).toEqual({ changed: ['fees'], effectiveFrom: '2026-11-01' })
    expect((await yihu.as('341700.admin', `${path}?month=2026-10`)).json.items).toHaveLength(1)
    expect((await yihu.as('341700.admin', path)).json.items).toHaveLength(3)
  })

  test('keeps what is sealed, and what is no plain word', async () => {
    const { json, text } = await yihu.as('341700.admin', `${path}?month=2026-11`)
    const line = json.items.find(({ id }: AuditLine) => id === 'c')
    expect(line.detail).toEqual({ path: 'people.x.phone' })
    expect(text).not.toMatch(/张某某|reason/)
  })

  test.each(['2026-13', '2026-1', '202611', '', '2026-11#x', 'MEMBER'])('has no month %j', async (month) => {
    const answer = await yihu.as('341700.admin', `${path}?month=${encodeURIComponent(month)}`)
    expect(answer.json).toMatchObject({ status: 422, code: 'invalid' })
  })

  test('is for the admin and the auditor, of this city', async () => {
    for (const role of ['county', 'township', 'worker', 'village', 'provider'])
      expect((await yihu.as(`341700.${role}`, path)).status, role).toBe(403)
    expect((await yihu.as('349901.admin', path)).status).toBe(404)
  })
})
