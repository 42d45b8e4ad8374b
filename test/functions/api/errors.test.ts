import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { problemResponse, problems, refusalOf } from '../../../functions/api/errors.ts'
import { Refused } from '../../../functions/problem.ts'
import { AwsFault, BlobTooLarge, Busy, Conflict } from '../../../functions/store/index.ts'

const answer = async (thrown: unknown) => {
  const app = new Hono().get('/', (c) => problemResponse(c, refusalOf(thrown)))
  const response = await app.request('/')
  return { status: response.status, headers: response.headers, json: await response.json() }
}

const named = (properties: object) => Object.assign(new Error('the password is 123'), properties)

describe('an error becomes', () => {
  test.each([
    ['stale with the revision that stands', new Conflict(0, 'rev', { rev: 4 }), 412, 'stale'],
    ['a conflict where nothing stands', new Conflict(0, 'rev'), 409, 'conflict'],
    ['a conflict where something stands', new Conflict(0, 'absent', { rev: 4 }), 409, 'conflict'],
    ['busy', new Busy('x'), 503, 'busy'],
    ['busy, where the table is away', named({ code: 'ECONNREFUSED' }), 503, 'busy'],
    ['busy, where the table is slow', named({ name: 'TimeoutError' }), 503, 'busy'],
    [
      'busy, where reads are throttled',
      named({ name: 'ProvisionedThroughputExceededException' }),
      503,
      'busy',
    ],
    ['busy, where sessions are throttled', new AwsFault('sts', 400, 'Throttling'), 503, 'busy'],
    ['busy, where the keys are away', new TypeError('fetch failed'), 503, 'busy'],
    ['internal, where a key is denied', new AwsFault('kms', 400, 'AccessDeniedException'), 500, 'internal'],
    ['internal, where we asked wrongly', named({ name: 'ValidationException' }), 500, 'internal'],
    ['internal, where a file is missing', named({ code: 'ENOENT' }), 500, 'internal'],
    ['too large', new BlobTooLarge('x'), 413, 'too-large'],
    ['internal', new Error('the password is 123'), 500, 'internal'],
    ['internal, though it is no Error', 'the password is 123', 500, 'internal'],
    ['internal, though it is nothing', undefined, 500, 'internal'],
  ])('%s', async (_, thrown, status, code) => {
    const { json, ...rest } = await answer(thrown)
    expect(rest.status).toBe(status)
    expect(json).toMatchObject({ status, code })
    expect(JSON.stringify(json)).not.toContain('password')
  })

  test('itself, if it is a refusal', async () => {
    const errors = [{ path: 'a', code: 'b', message: '错。' }]
    const { json } = await answer(new Refused('check-failed', '不能发布。', { errors }))
    expect(json).toMatchObject({ status: 422, code: 'check-failed', detail: '不能发布。', errors })
  })

  test('a hint when to try again', async () => {
    expect((await answer(new Busy('x'))).headers.get('retry-after')).toBe('3')
  })
})

test('every code has a status of its kind and a Chinese title', () => {
  for (const [code, [status, title]] of Object.entries(problems)) {
    expect(status, code).toBeGreaterThanOrEqual(400)
    expect(title, code).toMatch(/^\p{Script=Han}+$/u)
  }
})
