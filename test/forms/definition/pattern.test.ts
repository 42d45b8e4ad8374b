import { describe, expect, test } from 'vitest'
import { judgePattern } from '#forms/definition'
import { hostile, written } from './patterns.ts'

describe('patterns', () => {
  test.each(written)('%s is safe', (pattern) => {
    expect(judgePattern(pattern)).toBe('safe')
    expect(() => new RegExp(`^(?:${pattern})$`)).not.toThrow()
  })

  test.each(hostile)('%s could take for ever', (pattern) => {
    expect(judgePattern(pattern)).toBe('ambiguous')
  })

  test.each([
    '(?=a)b',
    '(?!a)b',
    '(?<=a)b',
    '(?<n>a)',
    '(a)\\1',
    '\\k<n>',
    '\\p{L}',
    '\\bword\\b',
    '(',
    'a)',
    '[a',
    'a**',
    '{2}',
    'a{2,1}',
    'a{1,99999}',
    '\\',
    '(?i)a',
    'a$b',
  ])('%s is not of the safe syntax', (pattern) => {
    expect(judgePattern(pattern)).toBe('syntax')
  })

  test('at most 200 characters', () => {
    expect(judgePattern('a'.repeat(200))).toBe('safe')
    expect(judgePattern('a'.repeat(201))).toBe('too-long')
  })
})
