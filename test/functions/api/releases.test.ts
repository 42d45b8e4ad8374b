import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

const city = '/api/cities/341700'
let yihu: Harness

const admin = (path: string, ask = {}) => yihu.as('341700.admin', `${city}${path}`, ask)
const worker = (path: string, ask = {}) => yihu.as('341700.worker', `${city}${path}`, ask)
const draftRev = async () => (await admin('/draft')).json.rev as number

beforeAll(async () => {
  yihu = await startHarness()
  await admin('/draft/adopt', { body: { pack: '341700-care', demo: true } })
})
afterAll(() => yihu.stop())

describe('/releases', () => {
  it('publishes what was drafted, and the worker’s next form is made of it', async () => {
    expect((await worker('/releases/live')).json).toMatchObject({ status: 404, code: 'not-found' })
    const published = await admin('/releases', { body: { note: '第一版', rev: await draftRev() } })
    expect(published.status).toBe(201)
    expect(published.json).toMatchObject({ n: 1, state: 'live', by: yihu.member('341700.admin') })
    const live = await worker('/releases/live')
    expect(live.json).toEqual(published.json)
    const form = await worker(`/documents/${live.json.documents['form:visit']}`)
    expect(form.json).toMatchObject({ key: 'visit' })
  })

  it('says in words what a change means, and restores', async () => {
    const { json: fees } = await admin('/draft/fees')
    const [row] = fees.document.rows
    const { to: _, ...open } = row
    const rows = [
      ...fees.document.rows.filter(({ id }: { id: string }) => id !== row.id),
      { ...open, to: '2026-12-31' },
      { ...open, id: `${row.id}-2027`, amount: row.amount + 500, from: '2027-01-01' },
    ]
    await admin('/draft/fees', { method: 'PUT', body: { ...fees.document, rows }, match: fees.rev })
    const words = (await admin('/releases/1/diff/draft')).json.changes.map(
      (one: { words: string }) => one.words,
    )
    expect(words).toEqual([
      expect.stringMatching(/^\p{Script=Han}+.*：\S+ 元\/\S+ → \S+ 元\/\S+，自 2027-01-01/u),
    ])
    const second = await admin('/releases', { body: { note: '涨价', rev: await draftRev() } })
    expect(second.json).toMatchObject({ n: 2, state: 'live' })
    expect((await worker('/releases/1/diff/2')).json.changes).toHaveLength(1)
    expect((await worker('/releases/1')).json).toMatchObject({ n: 1, state: 'past' })
    const back = await admin('/releases/1/restore', { method: 'POST' })
    expect(back.json).toMatchObject({ n: 3, restored: 1, state: 'live' })
    const list = await worker('/releases?limit=2')
    expect(list.json.items.map(({ n }: { n: number }) => n)).toEqual([3, 2])
    const rest = await worker(`/releases?limit=2&after=${encodeURIComponent(list.json.next)}`)
    expect(rest.json.items.map(({ n }: { n: number }) => n)).toEqual([1])
  })

  it('keeps what is only drafted from those who do not configure', async () => {
    expect((await worker('/releases/1/diff/draft')).status).toBe(403)
    expect((await worker('/releases/0/diff/1')).json.changes.length).toBeGreaterThan(10)
  })

  it('answers a repeated publication with what stands, and publishes nothing twice', async () => {
    const { json: form } = await admin('/draft/form:visit')
    const title = `${form.document.title}（修订）`
    await admin('/draft/form:visit', { method: 'PUT', body: { ...form.document, title }, match: form.rev })
    const body = { note: '改名', rev: await draftRev() }
    const [one, two] = [await admin('/releases', { body }), await admin('/releases', { body })]
    expect([one.status, two.status]).toEqual([201, 412])
    expect(two.json.rev).toBeGreaterThan(body.rev)
    expect((await worker('/releases/live')).json.n).toBe(one.json.n)
  })

  it('publishes the draft that If-Match names, or as it stands where nothing names one', async () => {
    for (const named of [true, false]) {
      const { json: notice } = await admin('/draft/form:needs')
      const title = `${notice.document.title}${named ? '甲' : '乙'}`
      await admin('/draft/form:needs', {
        method: 'PUT',
        body: { ...notice.document, title },
        match: notice.rev,
      })
      const rev = await draftRev()
      const body = { note: '改名' }
      if (named) expect((await admin('/releases', { body, match: rev - 1 })).status).toBe(412)
      const sent = await admin('/releases', { body, ...(named && { match: rev }) })
      expect(sent.status, sent.text).toBe(201)
      expect((await admin('/releases', { body, ...(named && { match: rev }) })).status).toBe(
        named ? 412 : 409,
      )
    }
  })

  it('restores where nothing was sent, though HTTP brings an empty stream', async () => {
    const { n, documents } = (await worker('/releases/live')).json
    const raw = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })
    const back = await admin('/releases/1/restore', { method: 'POST', raw })
    expect(back.status, back.text).toBe(201)
    const again = await admin(`/releases/${n}/restore`, {
      method: 'POST',
      headers: { 'Content-Length': '0' },
    })
    expect(again.json).toMatchObject({ restored: n, documents })
  })

  it('restores nothing where it is what is used', async () => {
    const { n } = (await worker('/releases/live')).json
    const again = await admin(`/releases/${n}/restore`, { body: {} })
    expect(again.json).toMatchObject({ status: 409, code: 'conflict' })
  })

  it('takes no junk where a body may be left out', async () => {
    for (const [path, raw, status] of [
      ['/releases/1/restore', '{', 400],
      ['/releases/1/restore', '{"city":"349901"}', 422],
      ['/draft/check', '{', 400],
      ['/draft/check', '{"rev":1}', 422],
      ['/draft/check', `{"a":"${'x'.repeat(300_000)}"}`, 413],
    ] as const) {
      const headers = { 'Content-Type': 'application/json' }
      expect([path, (await admin(path, { method: 'POST', raw, headers })).status]).toEqual([path, status])
    }
  })

  it('names every finding of a refused publication', async () => {
    const { json: catalogue } = await admin('/draft/catalogue')
    const [item, ...items] = catalogue.document.items
    const wrong = { ...catalogue.document, items: [{ ...item, category: 'nobody' }, ...items] }
    const saved = await admin('/draft/catalogue', { method: 'PUT', body: wrong, match: catalogue.rev })
    const refused = await admin('/releases', { body: { note: 'x', rev: await draftRev() } })
    expect(refused.json).toMatchObject({ status: 422, code: 'check-failed' })
    expect(refused.json.errors[0].path).toMatch(/^catalogue\/items\/0/)
    await admin('/draft/catalogue', { method: 'DELETE', match: saved.json.rev })
  })

  it.each([
    ['a release that is not there', 'GET', '/releases/99', {}, 404, 'not-found'],
    ['a release of no number', 'GET', '/releases/1e3', {}, 404, 'not-found'],
    ['a diff with one that is not there', 'GET', '/releases/1/diff/99', {}, 404, 'not-found'],
    ['restoring one that is not there', 'POST', '/releases/99/restore', {}, 404, 'not-found'],
    ['an unknown member', 'POST', '/releases', { body: { note: 'x', rev: 1, by: 'me' } }, 422, 'invalid'],
    ['no note', 'POST', '/releases', { body: { note: ' ', rev: 1 } }, 422, 'invalid'],
    [
      'a day that is none',
      'POST',
      '/releases',
      { body: { note: 'x', rev: 1, effectiveFrom: '2026-02-30' } },
      422,
      'invalid',
    ],
    ['a forged revision', 'POST', '/releases', { body: { note: 'x', rev: 10_000 } }, 412, 'stale'],
    [
      'a key that is none',
      'POST',
      '/releases/1/restore',
      { headers: { 'Idempotency-Key': '#' } },
      400,
      'malformed',
    ],
    ['a forged cursor', 'GET', '/releases?after=AAAA', {}, 400, 'malformed'],
    ['too long a page', 'GET', '/releases?limit=1000', {}, 422, 'invalid'],
  ])('refuses %s', async (_what, method, path, ask, status, code) => {
    const answer = await admin(path, { method, ...ask })
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  it('lets only the city’s administrator publish and restore', async () => {
    for (const who of ['county', 'township', 'worker', 'provider', 'auditor']) {
      const as = (path: string, ask: object) => yihu.as(`341700.${who}`, `${city}${path}`, ask)
      expect((await as('/releases', { body: { note: 'x', rev: 1 } })).status).toBe(403)
      expect((await as('/releases/1/restore', { method: 'POST' })).status).toBe(403)
    }
    for (const who of ['349901.admin', '340000.office']) {
      expect((await yihu.as(who, `${city}/releases`)).status).toBe(404)
    }
  })
})
