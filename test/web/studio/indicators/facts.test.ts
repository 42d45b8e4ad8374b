import { describe, expect, it } from 'vitest'
import type { CityIndicator, CountedPart } from '../../../../functions/api/contract/index.ts'
import { inOrder, isOngoing, tally, waiting } from '../../../../web/studio/indicators/facts.ts'

const part = (missing = false, words = '立案时计数。'): CountedPart => ({
  label: '案件数',
  value: missing ? null : 3,
  words,
  missing,
})
const one = (key: string, more: Partial<CityIndicator> = {}): CityIndicator => ({
  key,
  name: key,
  scope: 'city',
  period: 'year',
  span: { from: '2026-01', to: '2026-10', until: '2026-12' },
  soft: false,
  target: '≥ 30%',
  numerator: part(),
  denominator: null,
  value: '3',
  state: 'met',
  words: '',
  places: [],
  ...more,
})
const settled = one('settled', {
  numerator: part(true, '没有结算单。'),
  denominator: part(true, '没有结算单。'),
})
const all = [
  settled,
  one('met'),
  one('short', { state: 'short' }),
  one('warn', { state: 'warn' }),
  one('open', { state: 'unset', target: null }),
  one('paired', { numerator: part(true, '没有配对。'), denominator: part(), target: null, state: 'unset' }),
]

describe('how a city’s indicators stand', () => {
  it('counts as kept or missed only what can be told', () =>
    expect(tally(all)).toEqual({ told: 4, met: 1, missed: 2, unset: 2, missing: 2 }))

  it('takes no shortfall without a source for a miss', () =>
    expect(tally([{ ...settled, state: 'short' }])).toMatchObject({ told: 0, missed: 0, missing: 1 }))

  it('lists what is missing once, with who waits for it', () =>
    expect(waiting(all)).toEqual([
      { words: '没有结算单。', names: ['settled'] },
      { words: '没有配对。', names: ['paired'] },
    ]))

  it('shows first what can be told, each kind in the order of the document', () =>
    expect(inOrder(all).map(({ key }) => key)).toEqual(['met', 'short', 'warn', 'open', 'settled', 'paired']))
})

describe('a shortfall', () => {
  const month = { from: '2026-10', to: '2026-10', until: '2026-10' }
  it('is no failure while its time runs, and one when it is over', () => {
    expect(isOngoing(one('a', { state: 'short' }), false)).toBe(true)
    expect(isOngoing(one('a', { state: 'short', span: month }), true)).toBe(true)
    expect(isOngoing(one('a', { state: 'short', span: month }), false)).toBe(false)
    expect(isOngoing(one('a', { state: 'met' }), true)).toBe(false)
  })
})
