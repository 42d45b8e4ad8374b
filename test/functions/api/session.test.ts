import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'

describe('session', () => {
  let yihu: Harness
  beforeAll(async () => {
    yihu = await startHarness()
  })
  afterAll(() => yihu.stop())

  test('health asks for nobody', async () => {
    const answer = await yihu.fetch('/api/health')
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({ status: 'ok' })
  })

  test('me lists where somebody may go', async () => {
    const answer = await yihu.as('341700.worker', '/api/me')
    expect(answer.status).toBe(200)
    expect(answer.json.memberships).toEqual([
      { kind: 'city', code: '341700', name: '341700', roles: [{ role: 'worker', divisions: ['341702-01'] }] },
    ])
  })

  test('who belongs nowhere gets an empty list, not an error', async () => {
    const answer = await yihu.as('nobody', '/api/me')
    expect(answer.json).toEqual({ subject: 'nobody', name: 'nobody', memberships: [] })
  })

  test('without a token it is 401, and says how to sign in', async () => {
    const answer = await yihu.fetch('/api/me')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.json.code).toBe('unauthenticated')
  })
})
