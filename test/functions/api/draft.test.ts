import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

const city = '/api/cities/341700'
let yihu: Harness

beforeAll(async () => {
  yihu = await startHarness()
})
afterAll(() => yihu.stop())

const admin = (path: string, ask = {}) => yihu.as('341700.admin', `${city}${path}`, ask)

describe('/draft', () => {
  it('begins with a pack, answers with revisions, and is only for those who configure', async () => {
    expect((await admin('/draft')).json).toEqual({ rev: 0, base: 0, documents: [] })
    const adopted = await admin('/draft/adopt', { body: { pack: '341700-care', demo: true } })
    expect(adopted.status).toBe(200)
    expect(adopted.headers.get('etag')).toBe(`"${adopted.json.rev}"`)
    expect(adopted.json.documents.map(({ key }: { key: string }) => key)).toEqual(
      expect.arrayContaining(['profile', 'fees', 'form:visit', 'form:self-care']),
    )
    for (const who of ['township', 'worker', 'village', 'provider', 'auditor']) {
      expect((await yihu.as(`341700.${who}`, `${city}/draft`)).status).toBe(403)
    }
    expect((await yihu.as('349901.admin', `${city}/draft`)).status).toBe(404)
    expect((await yihu.fetch(`${city}/draft`)).status).toBe(401)
  })

  it('checks the whole draft, with nothing left but what the paper leaves open', async () => {
    const { status, json } = await admin('/draft/check', { method: 'POST' })
    expect(status).toBe(200)
    expect(json.findings.filter(({ level }: { level: string }) => level === 'error')).toEqual([])
    expect(json).toMatchObject({ publishable: true, rev: 1 })
    expect(json.samples.length).toBeGreaterThan(0)
  })

  it('saves under a revision alone', async () => {
    const { json: fees, headers } = await admin('/draft/fees')
    expect(headers.get('etag')).toBe(`"${fees.rev}"`)
    const note = { ...fees.document, note: '演示' }
    const put = (more: object) => admin('/draft/fees', { method: 'PUT', body: note, ...more })
    expect((await put({})).json).toMatchObject({ status: 428, code: 'precondition-required' })
    expect((await put({ headers: { 'If-Match': '*' } })).json).toMatchObject({
      status: 400,
      code: 'malformed',
    })
    const saved = await put({ match: fees.rev })
    expect(saved.status).toBe(200)
    expect(saved.headers.get('etag')).toBe(`"${saved.json.rev}"`)
    const late = await admin('/draft/fees', { method: 'PUT', body: fees.document, match: fees.rev })
    expect(late.json).toMatchObject({ status: 412, code: 'stale', rev: saved.json.rev })
    expect(late.headers.get('etag')).toBe(`"${saved.json.rev}"`)
  })

  it('takes a form’s key as it stands in an address', async () => {
    const one = await admin(`/draft/${encodeURIComponent('form:visit')}`)
    const two = await admin('/draft/form:visit')
    expect(one.json).toMatchObject({ key: 'form:visit', document: { title: expect.any(String) } })
    expect(two.json).toEqual(one.json)
  })

  it.each([
    ['an unknown key', 'PUT', '/draft/nonsense', { body: {}, match: 0 }, 422, 'invalid'],
    ['a key with a way out', 'PUT', '/draft/form%3A..%2F..%2Ffees', { body: {}, match: 0 }, 422, 'invalid'],
    ['__proto__ as a key', 'PUT', '/draft/__proto__', { body: {}, match: 0 }, 422, 'invalid'],
    ['__proto__ inside', 'PUT', '/draft/fees', { raw: '{"__proto__":{"x":1}}', match: 0 }, 400, 'malformed'],
    ['half a JSON', 'PUT', '/draft/fees', { raw: '{"schema":', match: 0 }, 400, 'malformed'],
    ['a list', 'PUT', '/draft/fees', { raw: '[1]', match: 0 }, 422, 'invalid'],
    ['1.1 MB', 'PUT', '/draft/fees', { raw: `{"a":"${'x'.repeat(1_100_000)}"}`, match: 0 }, 413, 'too-large'],
    ['a form that is not there', 'GET', '/draft/form:nobody', {}, 404, 'not-found'],
    [
      'a pack that is not there',
      'POST',
      '/draft/adopt',
      { body: { pack: '../341700-care' } },
      404,
      'not-found',
    ],
    [
      'an unknown member',
      'POST',
      '/draft/adopt',
      { body: { pack: '341700-care', city: '349901' } },
      422,
      'invalid',
    ],
    ['a stale adoption', 'POST', '/draft/adopt', { body: { pack: '341700-care' }, match: 77 }, 412, 'stale'],
    ['deleting without a revision', 'DELETE', '/draft/fees', {}, 428, 'precondition-required'],
    ['deleting what is not there', 'DELETE', '/draft/form:nobody', { match: 0 }, 404, 'not-found'],
  ])('refuses %s', async (_what, method, path, ask, status, code) => {
    const headers = 'raw' in ask ? { 'Content-Type': 'application/json' } : {}
    const answer = await admin(path, { method, ...ask, headers })
    expect([answer.status, answer.json.code]).toEqual([status, code])
    expect(answer.json.detail).toMatch(/\p{Script=Han}/u)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('takes a document of more than 256 KB', async () => {
    const big = { schema: 1, note: '说'.repeat(200_000) }
    const { json } = await admin('/draft/notice')
    const saved = await admin('/draft/notice', { method: 'PUT', body: big, match: json.rev })
    expect(saved.status).toBe(200)
    const back = await admin('/draft/notice', { method: 'PUT', body: json.document, match: saved.json.rev })
    expect(back.json.sha).toBe(json.sha)
  })

  it('lets a county change its own rows and nothing else', async () => {
    const county = (path: string, ask = {}) => yihu.as('341700.county', `${city}${path}`, ask)
    const { json } = await county('/draft/fees')
    const [row] = json.document.rows
    const own = { ...row, id: 'gc-own', division: '341702', amount: 100 }
    const rows = [...json.document.rows, own]
    const foreign = rows.map((one) => (one.id === row.id ? { ...one, amount: 1 } : one))
    const put = (list: object[]) =>
      county('/draft/fees', { method: 'PUT', body: { ...json.document, rows: list }, match: json.rev })
    expect((await put(foreign)).json).toMatchObject({ status: 403, code: 'forbidden' })
    expect((await put(rows)).status).toBe(200)
    const other = await county('/draft/profile', { method: 'PUT', body: {}, match: 0 })
    expect(other.status).toBe(403)
    expect((await county('/draft/adopt', { body: { pack: '341700-care' } })).status).toBe(403)
    expect((await county('/releases', { body: { note: 'x', rev: 1 } })).status).toBe(403)
  })
})
