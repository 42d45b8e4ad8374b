import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { invocation } from '../../functions/invocation.ts'
import { gatewayEvent, give } from './lambda/event.ts'

const lines: string[] = []
beforeAll(
  () => void vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0),
)
afterAll(() => void vi.restoreAllMocks())

const call = (app: Hono, left: number) => give(invocation(app), gatewayEvent('/x'), left)

test('an answer in time is the answer', async () => {
  const answer = await call(
    new Hono().get('/x', (c) => c.json('户')),
    5000,
  )
  expect([answer.statusCode, answer.body]).toEqual([200, '"户"'])
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

test.each([
  ['a text', 'id 999901195001011234'],
  ['nothing', undefined],
  ['an object', { id: '999901195001011234' }],
  ['an error of the app’s own error handler', new Error('id 999901195001011234')],
])('%s that is thrown past Hono ends no invocation, and is not repeated', async (_, thrown) => {
  lines.length = 0
  const app = new Hono().get('/x', () => {
    throw thrown
  })
  app.onError((error) => {
    throw error
  })
  const answer = await call(app, 5000)
  expect(answer.statusCode).toBe(500)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const problem = JSON.parse(answer.body)
  expect(problem).toMatchObject({ status: 500, code: 'internal', requestId: answer.headers['x-request-id'] })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    status: 500,
    limit: 'broken',
    requestId: problem.requestId,
  })
  expect(answer.body + lines.join()).not.toContain('9999')
})
