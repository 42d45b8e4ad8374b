import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CityIndicator, CityIndicators } from '../../../functions/api/contract/index.ts'
import { chizhou, putRelease } from '../casework/city.ts'
import { oldPerson } from '../casework/people.ts'
import { city, confirm, selfCareForm, startVisit, submit, type Visit, visitForm } from '../casework/visit.ts'
import { type Harness, startHarness } from '../harness.ts'

const township = '341702-01'
const programme = 'material-and-service'
let yihu: Harness
const refer = { source: 'assistant' }

const own = (key: string, numerator: string, denominator: string | null, more: object = {}) => ({
  key,
  name: key,
  scope: 'city',
  numerator: { metric: numerator, label: numerator },
  denominator: denominator === null ? null : { metric: denominator, label: denominator },
  target: { op: '>=', value: 0.5 },
  period: 'month',
  soft: false,
  ...more,
})

const countsOf = async (month: string, ...more: string[]): Promise<Record<string, unknown>> => {
  const sk = ['COUNT', month, township, ...more].join('#')
  const row = await (await yihu.store('341700')).get<Record<string, unknown>>(['COUNT', sk])
  return Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => name !== 'rev' && name !== 'sk'))
}
const act = async ({ household, case: id }: Visit, body: object, subject = '341700.township') => {
  const { cases } = (await yihu.as(subject, `${city}/households/${household}`)).json
  const { rev } = cases.find((one: { id: string }) => one.id === id)
  const answer = await yihu.as(subject, `${city}/cases/${id}`, {
    method: 'PATCH',
    body: { household, ...body },
    match: rev,
  })
  expect(answer.status, answer.text).toBe(200)
}
const go = async (visit: Visit): Promise<void> => {
  for (const form of [visitForm(yihu, visit), selfCareForm(yihu, visit)])
    await confirm(yihu, visit, (await submit(yihu, visit, form)).json.id)
  await act(visit, { action: 'assess' }, '341700.worker')
}
const again = async ({ household, person, body }: Visit): Promise<Visit> => {
  const pair = { assignee: yihu.member('341700.worker'), partner: yihu.member('341700.village') }
  const opened = await yihu.as('341700.township', `${city}/households/${household}/cases`, {
    body: { id: ulid(), programme, persons: [person], source: 'window', ...pair },
  })
  return { household, person, case: opened.json.id, body }
}
const ask = (query = '', subject = '341700.admin', of = city) => yihu.as(subject, `${of}/indicators${query}`)
const read = async (query = ''): Promise<CityIndicators> => {
  const { status, json, text } = await ask(query)
  expect(status, text).toBe(200)
  return json
}
const one = async (key: string, query = ''): Promise<CityIndicator | undefined> =>
  (await read(query)).indicators.find((indicator) => indicator.key === key)

beforeAll(async () => {
  yihu = await startHarness({ at: '2026-11-20T04:00:00Z' })
  const documents = chizhou()
  const stated = documents['indicators'] as { indicators: object[] }
  stated.indicators.push(
    own('outreach', 'cases.outreach', 'cases.all'),
    own('in-time', 'cases.in-time', 'cases.visited', { target: null }),
    own('confirmed', 'households.confirmed', null, { period: 'year', target: { op: '>=', value: 2 } }),
    own('by-place', 'new-objects.followed', 'new-objects.all', { scope: 'township' }),
  )
  await putRelease(await yihu.store('341700'), documents)

  const first = await startVisit(yihu, oldPerson(), refer)
  await go(first)
  // Returned and done again: the visit was one.
  await act(first, { action: 'return', reason: '补充材料后再报' })
  await go(first)
  await act(first, { action: 'decide', approved: true })
  const second = await again(first)
  await go(second)
  await act(second, { action: 'decide', approved: true })
  const later = await startVisit(yihu)
  // Somebody without a class is a person, and no object of assistance.
  const body = oldPerson()
  const [{ objectClass: _, ...nobody }] = body.people as [HouseholdPerson]
  await yihu.as('341700.township', `${city}/households`, { body: { ...body, people: [nobody] } })

  yihu.clock.set('2026-12-20T04:00:00Z')
  await go(later)
})
afterAll(() => yihu.stop())
type HouseholdPerson = ReturnType<typeof oldPerson>['people'][number]

describe('casework counts', () => {
  test('households and people when they come on file, apart from their cases', async () =>
    expect(await countsOf('202611')).toEqual({ households: 3, persons: 3, objects: 2 }))

  test('each household and person once, however often they are visited and confirmed', async () =>
    expect(await countsOf('202611', programme)).toEqual({
      cases: 3,
      outreach: 1,
      assessments: 6,
      'form.visit': 3,
      'form.self-care': 3,
      'case.assess': 3,
      'case.return': 1,
      'case.decide': 2,
      visited: 2,
      'visited.in-time': 2,
      'visited.new': 1,
      'objects.followed': 1,
      confirmed: 2,
      'confirmed.households': 1,
    }))

  test('who came in one month and is visited late in the next as visited, not as followed up in time', async () =>
    expect(await countsOf('202612', programme)).toEqual({
      assessments: 2,
      'form.visit': 1,
      'form.self-care': 1,
      'case.assess': 1,
      visited: 1,
      'visited.new': 1,
    }))
})

describe('the city reads', () => {
  test('the last month that is over, with the verdict on every indicator and the sentence it comes from', async () => {
    const { month, running, release, indicators, todo, demo } = await read()
    expect({ month, running, release, demo }).toEqual({
      month: '2026-11',
      running: false,
      release: 1,
      demo: true,
    })
    expect(indicators.find(({ key }) => key === 'outreach')).toMatchObject({
      value: '33.33%',
      target: '≥ 50%',
      state: 'short',
      numerator: { value: 1, missing: false },
      denominator: { value: 3 },
      words: expect.stringContaining('还差'),
    })
    expect(indicators.find(({ key }) => key === 'in-time')).toMatchObject({ value: '100%', state: 'unset' })
    expect(indicators.find(({ key }) => key === 'new-followed')?.source).toMatchObject({ rule: 'S2-12' })
    expect(todo.map(({ document }) => document)).toContain('disclosure')
  })

  test('what no source can tell as missing, never as a number', async () => {
    const spot = await one('spot-check')
    expect(spot).toMatchObject({
      value: null,
      state: 'none',
      numerator: { value: null, missing: true, words: expect.stringContaining('服务记录') },
    })
    expect(spot?.disclosed).toBeUndefined()
  })

  test('a year added up over its months, and a month by itself', async () => {
    expect(await one('confirmed', '?month=2026-12')).toMatchObject({
      value: '1',
      state: 'short',
      span: { from: '2026-01', to: '2026-12', until: '2026-12' },
    })
    expect(await one('outreach', '?month=2026-12')).toMatchObject({ value: null, numerator: { value: 0 } })
    expect(await one('outreach', '?month=2026-10')).toMatchObject({ value: null, numerator: { value: null } })
    expect((await read('?month=2026-12')).running).toBe(true)
  })

  test('place by place what is asked of each', async () => {
    const { places, words } = (await one('by-place')) ?? { places: [], words: '' }
    const told = places.filter(({ value }) => value !== null)
    expect(places.length).toBeGreaterThan(10)
    expect(told).toMatchObject([{ code: township, numerator: 1, denominator: 2, value: '50%', state: 'met' }])
    expect(words).toContain('1 个全部达到')
  })

  test('what the province is shown of it: nothing, where so few persons stand behind it', async () =>
    expect((await one('new-followed'))?.disclosed).toEqual({ numerator: null, denominator: null }))
})

describe('nobody else reads exact counts', () => {
  test.each(['county', 'township', 'worker', 'village', 'provider'])('%s', async (role) =>
    expect((await ask('', `341700.${role}`)).status).toBe(403),
  )

  test('an auditor may; another city’s people and the province find nothing', async () => {
    expect((await ask('', '341700.auditor')).status).toBe(200)
    for (const subject of ['349901.admin', '340000.office']) expect((await ask('', subject)).status).toBe(404)
  })

  test.each(['2026-13', '2026-1', '202611', '2027-01', ''])(
    'a month %j is refused in words',
    async (month) => {
      const { status, json } = await ask(`?month=${month}`)
      expect(status).toBe(422)
      expect(json.errors[0].message).toMatch(/\p{Script=Han}/u)
    },
  )

  test('a city without a release says what to do', async () => {
    const answer = await ask('', '349901.admin', '/api/cities/349901')
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found'])
  })
})

test('what is disclosed to another province is not said to be seen by the city’s own', async () => {
  const documents = chizhou()
  const stated = documents['disclosure'] as { readonly indicators: readonly string[] }
  expect(stated.indicators).toContain('new-followed')
  await putRelease(await yihu.store('341700'), { ...documents, disclosure: { ...stated, to: '310000' } })
  const { release, indicators } = await read('?month=2026-11')
  expect(release).toBe(2)
  expect(indicators.filter(({ disclosed }) => disclosed !== undefined)).toEqual([])
})
