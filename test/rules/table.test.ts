import { describe, expect, test } from 'vitest'
import { register } from './register.ts'
import { ruleTable, totals } from './table.ts'

describe('the table of rules', () => {
  const lines = ruleTable()

  test('has a line for every rule of the register, and every rule has a place', () => {
    expect(lines.map(({ rule }) => rule)).toEqual(register().map(({ id }) => id))
    expect(lines.filter(({ place }) => place === '').map(({ rule }) => rule)).toEqual([])
  })

  test('names a test wherever it says enforced, and nowhere else', () => {
    for (const { rule, state, test } of lines) expect(test !== '', rule).toBe(state === 'enforced')
  })

  test('counts every rule once', () => {
    const { enforced, configured, todo, nowhere } = totals(lines)
    console.log(`rules: enforced ${enforced}, configured ${configured}, todo ${todo}`)
    expect(enforced + configured + todo + nowhere).toBe(lines.length)
  })
})
