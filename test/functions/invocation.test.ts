import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { invocation } from '../../functions/invocation.ts'

const event = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/x',
  rawQueryString: '',
  headers: {},
  requestContext: {
    http: { method: 'GET', path: '/x' },
    domainName: 'api.test',
    requestId: 'r',
    stage: '$default',
  },
  isBase64Encoded: false,
}
type Answer = { statusCode: number; body: string; headers: Record<string, string> }
const call = (app: Hono, left: number): Promise<Answer> =>
  (invocation(app) as unknown as (event: object, context: object) => Promise<Answer>)(event, {
    getRemainingTimeInMillis: () => left,
  })

test('an answer in time is the answer', async () => {
  const answer = await call(
    new Hono().get('/x', (c) => c.text('户')),
    5000,
  )
  expect([answer.statusCode, answer.body]).toEqual([200, '户'])
})

test('an answer that would come too late is a problem that says what to do', async () => {
  let late: (() => void) | undefined
  const slow = new Hono().get('/x', async (c) => {
    await new Promise<void>((done) => {
      late = done
    })
    return c.text('late')
  })
  const answer = await call(slow, 520)
  late?.()
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('3')
  expect(JSON.parse(answer.body)).toMatchObject({ status: 503, code: 'busy' })
})
