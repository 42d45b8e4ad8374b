import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, permits } from '../../functions/identity/index.ts'
import { idNumber } from '../functions/casework/people.ts'
import { validBodies } from './bodies.ts'
import { addressOf, askOf, type City, type Home, pathValues, startCity, strange } from './city.ts'
import { people } from './people.ts'
import { inCity, named, nameOf } from './routes.ts'

let at: City
beforeAll(async () => {
  at = await startCity()
})
afterAll(() => at.yihu.stop())

const aboutHousehold = inCity.filter(({ path }) =>
  /:(household|case|assessment|person|task|record)\b/.test(path),
)

const may = (subject: string, action: Action): boolean =>
  permits({ member: '', roles: people[subject]?.roles ?? [] }, action)

const send = async (route: (typeof inCity)[number], subject: string, home: Home) => {
  const bodies = validBodies(home, at.yihu.member(subject))
  const name = nameOf(route)
  if (route.body && !(name in bodies))
    throw new Error(
      `${name} takes a body: add one that passes its schema to validBodies in test/hostile/bodies.ts`,
    )
  at.yihu.wireLog.length = 0
  const answer = await at.yihu.as(subject, addressOf(route, pathValues(at, home)), askOf(route, bodies[name]))
  expect(strange(at, (pk) => pk.startsWith('T#341700#'))).toEqual([])
  return answer
}

test('there are routes about households', () => {
  expect(aboutHousehold.length).toBeGreaterThan(2)
})

/** Who is kept out of which household, and why. */
const outsiders: readonly [subject: string, home: 'mine' | 'colleague' | 'away', why: string][] = [
  ['341700.township2', 'mine', 'another township'],
  ['341700.township', 'away', 'another township'],
  ['341700.county2', 'mine', 'another county'],
  ['341700.county2', 'away', 'another county'],
  ['341700.worker2', 'mine', "another worker's case"],
  ['341700.worker', 'colleague', "another worker's case"],
  ['341700.worker', 'away', 'another township'],
  ['341700.village2', 'mine', 'another village'],
  ['341700.village', 'colleague', 'not on the case'],
  ['341700.provider2', 'mine', "another provider's referral"],
  ['341700.provider', 'away', "another provider's referral"],
]

describe.each(named(aboutHousehold))('%s', (_, route) => {
  const action = route.action as Action
  const tried = outsiders.filter(([subject]) => may(subject, action))

  test.each(tried)('%s at the household %s: 404, as if it were not there', async (subject, home) => {
    const answer = await send(route, subject, at[home])
    expect([answer.status, answer.json?.code], answer.text).toEqual([404, 'not-found'])
    const unknown = await send(route, subject, {
      ...at[home],
      household: at[home].case,
      case: at[home].household,
    })
    expect([unknown.status, unknown.json?.detail], 'what is not there looks the same').toEqual([
      404,
      answer.json?.detail,
    ])
  })

  test('nothing was written by any of them', async () => {
    const before = await (await at.yihu.store('341700')).all(`HH#${at.mine.household}`)
    for (const [subject, home] of tried) if (home === 'mine') await send(route, subject, at.mine)
    const after = await (await at.yihu.store('341700')).all(`HH#${at.mine.household}`)
    expect(after).toEqual(before)
  })

  test('somebody reaches it: a 404 above is for the scope, not for want of it', async () => {
    const insiders = ['341700.worker', '341700.village', '341700.township', '341700.provider'].filter((one) =>
      may(one, action),
    )
    const statuses: number[] = []
    for (const subject of insiders) {
      const answer = await send(route, subject, at.mine)
      expect([401, 404], `${subject} ${answer.text}`).not.toContain(answer.status)
      expect(answer.status, answer.text).toBeLessThan(500)
      statuses.push(answer.status)
    }
    // One role of several may still be refused one value or one step (403), but not all of them.
    expect(statuses.some((status) => status !== 403)).toBe(true)
  })
})

const lists = inCity.filter(
  ({ method, path, action }) =>
    method === 'GET' &&
    !/:(household|case|assessment|member)\b/.test(path) &&
    outsiders.some(([subject]) => may(subject, action as Action)),
)

describe.each(named(lists))('%s', (_, route) => {
  test.each(outsiders.filter(([subject]) => may(subject, route.action as Action)))(
    'shows %s nothing of the household %s',
    async (subject, home) => {
      const { household, case: one, person, township } = at[home]
      for (const query of ['', `?township=${township}`]) {
        const { text } = await at.yihu.as(subject, addressOf(route, pathValues(at, at[home])) + query)
        for (const id of [household, one, person]) expect(text).not.toContain(id)
      }
    },
  )

  test('shows those within what there is', async () => {
    if (!/\/(households|queues|tasks)\b/.test(route.path)) return
    const texts: string[] = []
    for (const one of ['341700.worker', '341700.village', '341700.township', '341700.provider'])
      if (may(one, route.action as Action))
        texts.push((await at.yihu.as(one, addressOf(route, pathValues(at, at.still)))).text)
    expect(texts.some((text) => text.includes(at.still.household))).toBe(true)
  })
})

test('the search finds nobody out of scope, and says nothing of whether there is one', async () => {
  const search = async (subject: string, idNumber: string) => {
    const { status, json } = await at.yihu.as(subject, '/api/cities/341700/search', { body: { idNumber } })
    return { status, json }
  }
  const unknown = await search('341700.township', idNumber(777, '19500101'))
  expect(unknown).toMatchObject({ status: 200, json: { found: null } })
  for (const within of ['341700.township', '341700.worker', '341700.county'])
    expect((await search(within, at.mine.idNumber)).json.found.household.id, within).toBe(at.mine.household)
  for (const outside of ['341700.township2', '341700.worker2', '341700.village2', '341700.county2'])
    expect(await search(outside, at.mine.idNumber), outside).toEqual(unknown)
  expect((await search('341700.provider', at.mine.idNumber)).status).toBe(403)
})

test('no card, list or file shows an id number, a phone or a whole name to who reads masked', async () => {
  const paths = [
    `/households/${at.mine.household}`,
    `/households?township=${at.mine.township}`,
    '/queues/referred',
  ]
  for (const reader of ['341700.admin', '341700.auditor', '341700.county'])
    for (const path of paths) {
      const { text } = await at.yihu.as(reader, `/api/cities/341700${path}`)
      expect(text, `${reader} ${path}`).not.toMatch(/\d{17}[\dX]|100-0000-\d{4}|章演示/)
    }
})
