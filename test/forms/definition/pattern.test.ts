import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePattern } from '#forms/definition'

describe('patterns', () => {
  test.each([
    '^1[3-9]\\d{9}$',
    '\\d{15}|\\d{17}[\\dXx]',
    '(\\d{3,4}-)?\\d{7,8}',
    '[\\u4e00-\\u9fa5·]{2,20}',
    '[一-龥]+',
    '^(0|[1-9]\\d*)(\\.\\d{1,2})?$',
    '[\\w-]+(\\.[\\w-]+)+',
    '.{0,1000}',
    '(?:a|b|c)*',
    '[A-Z]{2}\\d{6}',
    '[^<>]*',
    '',
  ])('%s is safe', (pattern) => {
    expect(judgePattern(pattern)).toBe('safe')
    expect(() => new RegExp(`^(?:${pattern})$`)).not.toThrow()
  })

  test.each([
    '(a+)+$',
    '(a|a)*',
    '(a|aa)+',
    '([a-z]+)*',
    '(\\w+\\s?)*$',
    '(.*)*',
    '(a*)*',
    '.*x.*y',
    '\\d+\\d+',
    '(a?){30}a{30}',
    'a?'.repeat(20) + 'a'.repeat(20),
    '(|){50}a',
    '((a{1,20}){1,20}){1,20}',
    '(.{0,30}){30}',
    '(a|b|ab)*c',
    '(x+x+)+y',
    '([^"]|"")*"?[^"]*',
  ])('%s could take for ever', (pattern) => {
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

  test('whatever is called safe is a pattern of the language and reads a hostile text in few steps', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '\\d', '.', '(a|b)', '(a)', '(?:ab)', '(a|)', '[^b]')
    const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}')
    const pattern = fc
      .array(fc.tuple(piece, quantifier, fc.constantFrom('', '', '|')), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.map((part) => part.join('')).join(''))
    let safe = 0
    fc.assert(
      fc.property(pattern, (text) => {
        if (judgePattern(text) !== 'safe') return
        safe++
        // Exponential patterns would not come back from this; the suite's own limit would end the test.
        const matcher = new RegExp(`^(?:${text})$`)
        for (const hostile of ['a'.repeat(2_000), 'ab'.repeat(1_000), `${'a'.repeat(1_999)}!`])
          matcher.test(hostile)
      }),
      { numRuns: 1_000, seed: 42 },
    )
    expect(safe).toBeGreaterThan(100)
  })
})
