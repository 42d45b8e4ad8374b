import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { register } from '../functions/jobs/place.ts'
import { seen } from '../functions/judged.ts'
import { schemaOf, shaped, validBodies } from './bodies.ts'
import { addressOf, askOf, type City, pathValues, startCity, strange } from './city.ts'
import { people } from './people.ts'
import { inCity, inProvince, named, nameOf } from './routes.ts'

let at: City
beforeAll(async () => {
  at = await startCity()
  await register(at.yihu, '341700')
})
afterAll(() => at.yihu.stop())

const of = (code: string) => Object.keys(people).filter((subject) => people[subject]?.code === code)
const insiders = of('341700')

describe.each(named(inCity))('%s', (_, route) => {
  test("another city's people find nothing here, and only their membership was looked up", async () => {
    const body = route.body && shaped(schemaOf(route.body), at.mine.household)
    for (const subject of [...of('349901'), ...of('340000'), 'nobody']) {
      at.yihu.wireLog.length = 0
      const answer = await at.yihu.as(subject, addressOf(route, pathValues(at, at.mine)), askOf(route, body))
      expect([answer.status, answer.json?.code], subject).toEqual([404, 'not-found'])
      expect(strange(at, (pk) => pk === 'T#341700#MEMBER')).toEqual([])
      at.yihu.clock.pass(61)
    }
  })

  test.each(['349901', '340000', '000000', '34170', '341700%23', '%2A', '341700%00', '..', 'T%23341700'])(
    'city %s in the path is nowhere for the people of 341700',
    async (code) => {
      const address = addressOf(route, pathValues(at, at.mine)).replace('/341700', `/${code}`)
      for (const subject of ['341700.admin', '341700.township']) {
        const answer = await at.yihu.as(subject, address, askOf(route))
        expect([404, 405]).toContain(answer.status)
      }
    },
  )

  test("another city's id, wherever it stands, leads no request out of this one", async () => {
    const evil = ['349901', 'T#349901#HH#x', '../349901', `${'T#349901#'.repeat(3)}`]
    const forged = [['M#x', 'T#349901#MEMBER'], ['T#349901#MEMBER'], ['x', 'T#349901#MEMBER', 'M#x']].map(
      (parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'),
    )
    at.yihu.wireLog.length = 0
    for (const subject of insiders)
      for (const text of evil) {
        const values = pathValues(at, at.mine)
        const swapped = Object.fromEntries(Object.keys(values).map((name) => [name, text]))
        const body = route.body && shaped(schemaOf(route.body), text)
        const cursor = forged[evil.indexOf(text) % forged.length]
        const query = `?after=${cursor}&city=349901&township=${encodeURIComponent(text)}`
        const headers = { 'X-Tenant': '349901', 'X-City': '349901' }
        for (const address of [
          addressOf(route, { ...swapped, city: '341700' }),
          addressOf(route, values) + query,
          `${addressOf(route, values)}?after=${cursor}`,
        ]) {
          const answer = await at.yihu.as(subject, address, {
            ...askOf(route, body),
            headers: { ...headers, Authorization: `Bearer ${await at.yihu.tokenFor(subject)}` },
          })
          expect(answer.status, `${subject} ${address} ${answer.text}`).toBeLessThan(500)
        }
      }
    expect(strange(at, (pk) => pk.startsWith('T#341700#'))).toEqual([])
  })
})

describe.each(named(inProvince))('%s', (_, route) => {
  test('is for the office of this province alone, and touches no city', async () => {
    const address = addressOf(route, pathValues(at, at.mine))
    const ask = askOf(route, route.body && validBodies(at.mine, '')[nameOf(route)])
    at.yihu.wireLog.length = 0
    for (const subject of [...insiders, ...of('349901'), 'nobody'])
      expect((await at.yihu.as(subject, address, ask)).status, subject).toBe(404)
    for (const code of ['110000', '341700', '349901'])
      expect((await at.yihu.as('340000.office', address.replace('340000', code), ask)).status, code).toBe(404)
    expect(strange(at, (pk) => /^P#\d{6}#MEMBER$/.test(pk))).toEqual([])
    at.yihu.wireLog.length = 0
    const answer = await at.yihu.as('340000.office', address, ask)
    expect(answer.status, answer.text).toBe(route.method === 'POST' ? 201 : 200)
    expect(strange(at, (pk) => pk.startsWith('P#340000#'))).toEqual([])
    expect((await at.yihu.as('340000.office', `${address}?city=341700&after=x`, ask)).status).toBeLessThan(
      500,
    )
    expect(strange(at, (pk) => pk.startsWith('P#340000#'))).toEqual([])
  })
})

test('me tells only of oneself', async () => {
  at.yihu.wireLog.length = 0
  await at.yihu.as('341700.worker', `/api/me?subject=341700.admin&member=${at.yihu.member('341700.admin')}`)
  expect(strange(at, (pk) => pk === `U#${at.yihu.member('341700.worker')}#ME`)).toEqual([])
  expect(at.yihu.wireLog).toHaveLength(1)
})

test('every request of this suite was judged by the rights of the templates', () => {
  expect(seen.requests).toBeGreaterThan(1000)
})
