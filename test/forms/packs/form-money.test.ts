import { describe, expect, test } from 'vitest'
import { filler } from './fill.ts'

describe('money', () => {
  test('S0-08 at most 5,000 元 for a household on average', () => {
    const apply = filler('310000-bridge', 'application')
    expect(apply({ households: 20, budget: 100000 }).errors).toEqual([])
    expect(apply({ households: 20, budget: 100000.01 }).errors).toEqual(['budget'])
  })

  test('S0-09 direct cash needs a reason', () => {
    const report = filler('310000-bridge', 'report')
    expect(report({ spentCash: 0.01 }).errors).toEqual(['cashReason'])
    expect(report({ spentCash: 0 }).errors).toEqual([])
  })

  test('S0-11 what moves is what was given less what was spent', () => {
    const transfer = filler('310000-bridge', 'transfer')
    const { answers } = transfer({ allocated: 5000, spent: 1799.99, moved: 5000 })
    expect(answers['moved']).toBe(3200.01)
    expect(transfer({ allocated: 5000, spent: 5000.01 }).errors).toEqual(['spent'])
  })

  test('S2-06 a rate that is not set gives no amount, never 0, and cannot be granted', () => {
    const subsidy = filler('341700-care', 'neighbour-subsidy')
    const unset = subsidy({ rate: null })
    expect([unset.answers['amount'] ?? null, unset.value('amount'), unset.level('rateSet')]).toEqual([
      null,
      null,
      'unset',
    ])
    expect(unset.errors).toEqual(['townshipOpinion'])
    expect(subsidy({ rate: 0 }).errors).toContain('rate')
  })

  test('S2-15 two prices in one month are two lines; the sum is ours, not the device’s', () => {
    const statement = filler('341700-care', 'statement')
    const { answers } = statement({ total: 1, payable: 1 })
    expect([answers['total'], answers['payable']]).toEqual([260, 140])
  })

  test('S2-16 nobody checks an application of their own', () => {
    const statement = filler('341700-care', 'statement')
    expect(statement({ checker: '李安康' }).errors).toEqual(['checker'])
  })
})
describe('rates', () => {
  const report = filler('210381-station', 'report')

  test('S3-08 every new object is visited, and one in five of the others: 199 of 999 is too few', () => {
    expect(report({ otherAll: 999, otherVisited: 199 }).level('otherVisited')).toBe('below')
    expect(report({ otherAll: 999, otherVisited: 200 }).level('otherVisited')).toBe('met')
    expect(report({ newAll: 110, newVisited: 109 }).level('newVisited')).toBe('below')
    expect(report({ newAll: 110, newVisited: 110 }).level('newVisited')).toBe('met')
  })

  test('S3-08 no rounding lifts 199,999 of 1,000,000', () => {
    const near = report({ otherAll: 1000000, otherVisited: 199999 })
    expect([near.answers['otherRate'], near.level('otherVisited')]).toEqual([20, 'below'])
  })

  test('S0-02 visits are averaged over households: 100 for 20 is enough, 99 is not', () => {
    const month = filler('310000-bridge', 'report')
    expect(month({ visits: 100 }).level('visitsEach')).toBe('met')
    expect(month({ visits: 99 }).level('visitsEach')).toBe('below')
  })

  test('S3-09 and S3-10 hours of training and of supervision are summed apart', () => {
    const training = filler('210381-station', 'training')
    const hours = (type: string, hours: number) => ({
      type,
      date: '2025-09-10',
      topic: '个案',
      organiser: 'own',
      hours,
      evidence: { photo: true },
    })
    const result = training({ records: [hours('training', 39.5), hours('supervision', 24)] })
    expect([result.level('training'), result.level('supervision')]).toEqual(['below', 'met'])
    expect(
      training({ records: [hours('training', 40), hours('supervision', 23.5)] }).level('supervision'),
    ).toBe('below')
  })
})
