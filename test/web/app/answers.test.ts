import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const kept = vi.hoisted(() => ({ outbox: 0, drafts: 0 }))
vi.mock('../../../web/field/draft.ts', () => ({
  keepOutgoing: async () => Object.assign(kept, { outbox: 1 }),
  forgetOutgoing: async () => Object.assign(kept, { outbox: 0 }),
  keepDraft: async () => void kept.drafts++,
  forgetDraft: async () => {},
  recallOutbox: async () => [],
}))

// The tests are compiled without a browser: what is asked of the client is stated where it is imported.
const answer = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()

beforeEach(() => {
  answer.mockReset()
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    path === '/site.json' ? Promise.reject(new TypeError('away')) : answer(path, init),
  )
  vi.stubGlobal('window', { location: { origin: 'https://yihu.example.org' } })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The client as a page has it that was just opened, and what the API's path gave. */
const asked = async () => {
  const { get }: { readonly get: (path: string) => Promise<unknown> } = await import(
    '../../../web/app/client.ts' as string
  )
  return get('/api/me').then(
    () => undefined,
    (error: unknown) => error,
  )
}
const gateway = (status: number, message: string) => Response.json({ message }, { status })

describe('an answer that the API did not write', () => {
  test.each([
    [400, 'Bad Request', 'malformed', '服务器没有正常回答（400），请稍后重试。'],
    [401, 'Unauthorized', 'unauthenticated', '登录已过期，请重新登录。'],
    [403, 'Forbidden', 'internal', '服务器没有正常回答（403），请稍后重试。'],
    [404, 'Not Found', 'not-found', '服务器没有正常回答（404），请稍后重试。'],
    [413, 'Request Entity Too Large', 'too-large', '内容太大，服务器没有接收。请拆分或删减后再试。'],
    [429, 'Too Many Requests', 'busy', '现在使用的人太多，请稍等几秒再试。'],
    [500, 'Internal Server Error', 'internal', '服务器没有正常回答（500），请稍后重试。'],
    [502, 'Bad Gateway', 'busy', '系统繁忙，这次没有得到结果，请稍等几秒再试。'],
    [503, 'Service Unavailable', 'busy', '系统繁忙，这次没有得到结果，请稍等几秒再试。'],
    [504, 'Gateway Timeout', 'busy', '系统繁忙，这次没有得到结果，请稍等几秒再试。'],
  ])('with %i (%s) is said in Chinese, as what it is', async (status, message, code, detail) => {
    answer.mockResolvedValue(gateway(status, message))
    expect(await asked()).toMatchObject({ name: 'ApiProblem', message: detail, problem: { code, status } })
  })

  test.each([
    ['a page of the network', new Response('<html><head>登录上网</head></html>')],
    ['a page of an error', new Response('<html>504</html>', { status: 504 })],
    ['a list', Response.json(['code', 'status'], { status: 500 })],
    ['a code of nobody', Response.json({ code: 7, status: 'x' }, { status: 500 })],
  ])('that is %s is not taken for one', async (_, response) => {
    answer.mockResolvedValue(response)
    expect(await asked()).toMatchObject({
      name: 'ApiProblem',
      message: expect.stringMatching(/^[^A-Za-z<>]+$/),
    })
  })

  test('that breaks off is no answer at all', async () => {
    const broken = new ReadableStream({ start: (body) => body.error(new TypeError('network error')) })
    answer.mockResolvedValue(new Response(broken))
    expect(await asked()).toMatchObject({ name: 'Unreachable', message: '现在没有网络' })
  })

  test('but a problem of the API is shown as it is', async () => {
    const problem = {
      type: 'x',
      status: 429,
      code: 'busy',
      title: '忙',
      detail: '请等一等。',
      requestId: '1',
    }
    answer.mockResolvedValue(Response.json(problem, { status: 429 }))
    expect(await asked()).toMatchObject({ message: '请等一等。', problem })
  })
})

describe('a record in the field', () => {
  type Outbox = { readonly sendOne: (owner: string, outgoing: object) => Promise<unknown> }
  const sent = async () => {
    const { sendOne }: Outbox = await import('../../../web/field/outbox.ts' as string)
    const draft = { city: '341700', household: 'H' }
    return sendOne('somebody', { request: { id: 'A' }, draft, tries: 0 })
  }

  test.each([
    ['the throttle', () => gateway(429, 'Too Many Requests')],
    ['a token that ran out', () => gateway(401, 'Unauthorized')],
    ['a firewall', () => gateway(403, 'Forbidden')],
    ['a function too many', () => gateway(503, 'Service Unavailable')],
    ['a proxy', () => new Response('<html>502</html>', { status: 502 })],
    ['a network that wants a sign-in first', () => new Response('<html></html>')],
  ])('waits in the outbox when %s answers', async (_, made) => {
    answer.mockImplementation(async () => made())
    kept.drafts = 0
    expect(await sent()).toEqual({ state: 'waiting' })
    expect(kept).toEqual({ outbox: 1, drafts: 0 })
  })

  test('goes back to its draft when the API refuses it, or nobody will ever take it', async () => {
    answer.mockResolvedValueOnce(
      Response.json({ code: 'invalid', status: 422, detail: '不对。' }, { status: 422 }),
    )
    expect(await sent()).toMatchObject({ state: 'refused', refused: { message: '不对。' } })
    answer.mockResolvedValueOnce(gateway(413, 'Request Entity Too Large'))
    expect(await sent()).toMatchObject({ state: 'refused', refused: { message: /内容太大/ } })
    expect(kept.outbox).toBe(0)
  })
})
