import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { follows, opened, submitted } from '../../../functions/casework/counted.ts'
import { actionNames } from '../../../functions/casework/stages.ts'

const packs = new URL('../../../forms/packs/', import.meta.url)
const cities = ['310000-bridge', '310118-advisor', '341700-care', '210381-station', '110000-precise']
const formsOf = (pack: string) =>
  readdirSync(new URL(`${pack}/`, packs)).flatMap((name) => /^form-(.+)\.json$/.exec(name)?.[1] ?? [])

test.each(cities)('the counters of a township and programme of %s stay within one unit', (pack) => {
  const names = [
    ...['rev', 'cases', 'outreach', 'assessments', 'followed', 'confirmed', 'confirmed.households'],
    ...['visited', 'visited.in-time', 'visited.new', 'objects.followed', 'counted.case-visit'],
    ...actionNames.map((name) => `case.${name}`),
    ...formsOf(pack).map((form) => `form.${form}`),
  ]
  // DynamoDB counts names as they are, and half a byte a digit and one more of a number.
  const bytes = names.reduce((sum, name) => sum + name.length + 4, 0)
  const keys = `pkT#310000#COUNTskCOUNT#202611#310101-010${'programme'.repeat(6)}`.length
  expect(bytes + keys).toBeLessThan(1024)
})

const channels = [
  { key: 'window', name: '窗口', kind: 'window' },
  { key: 'assistant', name: '协理员', kind: 'outreach' },
] as const

test('S1-01 a case is outreach by the channel that it came through, and by no other word', () => {
  const of = (source: string) => opened({ channels: [...channels] }, source)
  expect(of('assistant')).toEqual({ cases: 1, outreach: 1 })
  for (const source of ['window', 'outreach', 'constructor', ''])
    expect(of(source), source).toEqual({ cases: 1 })
})

const today = '2026-11-20'
const confirmed = { confirmedOn: '2026-03-02' }
const counting = (value: unknown, key = 'counted') => [{ key, title: key, value, trace: [] }] as never

test('S0-02 only a visit at home counts as one, whatever else the form found', () => {
  const of = (key: string, value: unknown) =>
    submitted('case-visit', counting(value, key), { ...confirmed, followed: true }, today)
  const plain = { assessments: 1, 'form.case-visit': 1 }
  expect(of('counted', 1)).toEqual({ ...plain, 'counted.case-visit': 1 })
  for (const value of [0, null, '1', true, 2]) expect(of('counted', value), String(value)).toEqual(plain)
  expect(of('score', 1)).toEqual(plain)
})

test('S0-02 a visit to a household that nobody confirmed is no visit of the project, and follows nothing up', () => {
  expect(submitted('case-visit', counting(1), {}, today)).toEqual({ assessments: 1, 'form.case-visit': 1 })
  expect(follows('case-visit', {})).toBe(false)
})

test('S3-25 a follow-up counts once for its case, in the year in which it was confirmed', () => {
  expect(submitted('case-visit', [], confirmed, today)).toMatchObject({ followed: 1 })
  for (const other of [{ ...confirmed, followed: true as const }, { confirmedOn: '2025-12-31' }])
    expect(submitted('case-visit', [], other, today)).not.toHaveProperty('followed')
  expect(submitted('visit', [], confirmed, today)).not.toHaveProperty('followed')
  expect(follows('case-visit', confirmed)).toBe(true)
})
