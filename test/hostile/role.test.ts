import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, permits, policy } from '../../functions/identity/index.ts'
import { addressOf, askOf, type City, pathValues, startCity, strange } from './city.ts'
import { people } from './people.ts'
import { inCity, named } from './routes.ts'

let at: City
beforeAll(async () => {
  at = await startCity()
})
afterAll(() => at.yihu.stop())

const insiders = Object.keys(people).filter((subject) => people[subject]?.code === '341700')
const may = (subject: string, action: Action): boolean =>
  permits({ member: '', roles: people[subject]?.roles ?? [] }, action)

test('every role has somebody here who is tried', () => {
  const roles = new Set(insiders.flatMap((subject) => people[subject]?.roles.map(({ role }) => role) ?? []))
  const named = new Set(
    Object.values(policy).flatMap(({ where, roles }) => (where === 'city' ? Object.keys(roles) : [])),
  )
  expect([...roles].sort()).toEqual([...named].sort())
})

describe.each(named(inCity))('%s', (_, route) => {
  const action = route.action as Action
  test('is 403 for a role too low, whatever is sent, and nothing but the membership is read', async () => {
    at.yihu.wireLog.length = 0
    for (const subject of insiders.filter((one) => !may(one, action))) {
      const answer = await at.yihu.as(
        subject,
        addressOf(route, pathValues(at, at.mine)),
        askOf(route, route.body && {}),
      )
      expect([answer.status, answer.json?.code], subject).toEqual([403, 'forbidden'])
    }
    expect(strange(at, (pk) => pk === 'T#341700#MEMBER')).toEqual([])
    const writes = at.yihu.wireLog.filter(({ op }) => !/^(GetItem|BatchGetItem|Query)$/.test(op))
    expect(writes).toEqual([])
  })

  test('lets those in whose role it is', async () => {
    const allowed = insiders.filter((one) => may(one, action))
    expect(allowed.length).toBeGreaterThan(0)
    for (const subject of allowed) {
      const answer = await at.yihu.as(
        subject,
        addressOf(route, pathValues(at, at.mine)),
        askOf(route, route.body && []),
      )
      expect(answer.status, `${subject} ${answer.text}`).not.toBe(401)
      expect(answer.status, `${subject} ${answer.text}`).toBeLessThan(500)
      if (route.body) expect([400, 413, 415, 422], `${subject} ${answer.text}`).toContain(answer.status)
    }
  })
})
