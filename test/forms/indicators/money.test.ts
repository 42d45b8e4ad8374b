import { describe, expect, it, test } from 'vitest'
import { type Allocation, checkAllocations, checkExpense, moveCase } from '../../../forms/indicators/index.ts'
import { indicatorOf, programmeOf, programmesOf } from './stated.ts'

const programme = programmeOf('310000-bridge', 'bridge-2024')
const { budget, transfer } = programme
if (!budget || !transfer) throw new Error('the pack states no budget')
const limit = indicatorOf('310000-bridge', budget.limit ?? '')
const district = (division: string, amount: number, households: number): Allocation => ({
  division,
  name: division,
  amount,
  households,
})
const expense = {
  ledger: programme.ledger,
  category: 'service',
  fund: 'lottery-public-welfare-city',
}

describe('giving out the money of a programme', () => {
  it('S0-06 all districts together stay within 1,800,000 元', () => {
    const each = Array.from({ length: 18 }, (_, i) => district(`区${i}`, 10_000_000, 20))
    expect(checkAllocations(budget, limit, each)).toEqual({ allowed: true })
    expect(checkAllocations(budget, limit, [...each, district('又一区', 1, 20)])).toMatchObject({
      allowed: false,
      words: expect.stringContaining('1,800,000.01'),
    })
  })

  it('S0-08 an allocation above 5,000 元 a household is refused for its district', () => {
    expect(checkAllocations(budget, limit, [district('甲区', 10_000_000, 20)])).toEqual({ allowed: true })
    expect(checkAllocations(budget, limit, [district('甲区', 10_000_001, 20)])).toMatchObject({
      allowed: false,
      words: expect.stringContaining('甲区不能下拨'),
    })
  })

  test('a district without households gets nothing, one that asks for nothing is let be', () => {
    expect(checkAllocations(budget, limit, [district('甲区', 1, 0)]).allowed).toBe(false)
    expect(checkAllocations(budget, limit, [district('甲区', 0, 0)]).allowed).toBe(true)
  })

  test('a total that is not set binds nothing; a negative amount is no amount', () => {
    expect(checkAllocations({ total: null }, undefined, [district('甲区', 10 ** 11, 1)]).allowed).toBe(true)
    expect(() => checkAllocations(budget, limit, [district('甲区', -1, 20)])).toThrow(RangeError)
  })
})

describe('booking a cost', () => {
  it('S0-07 every cost is borne by the lottery money of the city, or by what the district adds', () => {
    expect(checkExpense(programme, expense).allowed).toBe(true)
    expect(checkExpense(programme, { ...expense, fund: 'district-match' }).allowed).toBe(true)
    expect(checkExpense(programme, { ...expense, fund: 'temporary' }).allowed).toBe(false)
  })

  it('S0-09 cash for the people served needs the consent of the district and a reason', () => {
    const cash = { ...expense, category: 'direct-cash' }
    const by = (role: string, reason: string) =>
      checkExpense(programme, { ...cash, override: { by: role, reason } }).allowed
    expect(checkExpense(programme, cash).allowed).toBe(false)
    expect(by('county.admin', '  ')).toBe(false)
    expect(by('provider', '火灾后应急')).toBe(false)
    expect(by('county.admin', '火灾后应急')).toBe(true)
  })

  it('S0-10 every cost is one of three kinds', () => {
    expect(budget.categories.map(({ key, parts }) => [key, parts.length])).toEqual([
      ['assessment', 4],
      ['service', 3],
      ['other', 5],
    ])
    for (const { key } of budget.categories)
      expect(checkExpense(programme, { ...expense, category: key }).allowed).toBe(true)
    for (const category of ['', 'travel', '__proto__'])
      expect(checkExpense(programme, { ...expense, category }).allowed).toBe(false)
  })

  it('S0-13 a service that a district adds is borne by the money that it adds', () => {
    expect(checkExpense(programme, { ...expense, added: true }).allowed).toBe(false)
    expect(checkExpense(programme, { ...expense, added: true, fund: 'district-match' }).allowed).toBe(true)
    const { topUp: _, ...alone } = budget
    const without = { ...programme, budget: alone }
    expect(checkExpense(without, { ...expense, added: true, fund: 'district-match' }).allowed).toBe(false)
  })

  it('S0-15 money never leaves its ledger', () => {
    const all = programmesOf('310000-bridge').programmes
    expect(all.map(({ earmarked }) => earmarked)).toEqual([true, true])
    for (const one of all)
      for (const { ledger } of all)
        expect(checkExpense(one, { ...expense, ledger }).allowed, `${one.key} ${ledger}`).toBe(
          ledger === one.ledger,
        )
  })
})

describe('handing a case to another district', () => {
  const budgets = { '310101': 500_000, '310118': 200_000 }
  const move = { from: '310101', to: '310118', share: 450_000, approvedBy: 'admin' }

  it('S0-11 takes its share of the budget along, and the sum stays', () => {
    const { verdict, budgets: after } = moveCase(budgets, transfer, move)
    expect(verdict.allowed).toBe(true)
    expect(after).toEqual({ '310101': 50_000, '310118': 650_000 })
  })

  it('S0-12 needs the consent of the city', () => {
    for (const approvedBy of [null, 'county.admin', 'provider'])
      expect(moveCase(budgets, transfer, { ...move, approvedBy })).toMatchObject({
        verdict: { allowed: false },
        budgets,
      })
    expect(moveCase(budgets, transfer, move).verdict.allowed).toBe(true)
  })

  test.each([
    ['more than is left', { share: 500_001 }],
    ['to itself', { to: '310101' }],
    ['from where the programme is not', { from: '310151' }],
    ['to a name of the language', { to: 'constructor' }],
  ])('not %s', (_, wrong) => {
    const { verdict, budgets: after } = moveCase(budgets, transfer, { ...move, ...wrong })
    expect(verdict.allowed).toBe(false)
    expect(after).toBe(budgets)
  })

  test('a negative share is no share', () => {
    expect(() => moveCase(budgets, transfer, { ...move, share: -1 })).toThrow(RangeError)
  })
})
