import { expect, test } from 'vitest'
import { judgePattern } from '#forms/definition'
import { bounded } from '../bounded.ts'
import { attacks, hostile, made, written } from './patterns.ts'

const safe = [...new Set([...written, ...made(1_500, 42)])].filter((one) => judgePattern(one) === 'safe')

test('a pattern that is accepted reads any hostile text of 64 signs in under 10 ms', () => {
  expect(safe.length).toBeGreaterThan(300)
  for (const pattern of safe) {
    const matcher = new RegExp(`^(?:${pattern})$`)
    for (const text of attacks) bounded(() => matcher.test(text), 10)
  }
})

test('and the longest text that an answer may be in little more', () => {
  for (const pattern of safe.slice(0, 200)) {
    const matcher = new RegExp(`^(?:${pattern})$`)
    for (const text of ['a'.repeat(10_000), 'ab'.repeat(5_000), `${'1'.repeat(9_999)}!`])
      bounded(() => matcher.test(text), 50)
  }
})

test('a pattern that could take for ever is refused, and judged soon itself', () => {
  for (const pattern of hostile)
    expect([pattern, bounded(() => judgePattern(pattern))]).toEqual([pattern, 'ambiguous'])
  for (const pattern of [
    '('.repeat(200),
    '(a?){1000}'.repeat(20),
    `${'['.repeat(100)}${']'.repeat(100)}`,
    '(((((((a{1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9})',
  ])
    expect(bounded(() => judgePattern(pattern))).not.toBe('safe')
  expect(bounded(() => judgePattern('a'.repeat(1_000_000)))).toBe('too-long')
})
