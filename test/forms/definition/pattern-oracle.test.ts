import { expect, test } from 'vitest'
import { judgePattern } from '#forms/definition'
import { hostile, made, written } from './patterns.ts'

// The library chooses between several builds of itself; only this one needs no program beside it.
process.env['RECHECK_BACKEND'] = 'pure'
const { checkSync } = await import('recheck')

/** What `recheck` says of a pattern as the engine runs it, against the whole answer; it may think for so many ms. */
const asked = (pattern: string, timeout = 500): string =>
  checkSync(`^(?:${pattern})$`, '', { timeout }).status

/** How many patterns got which answer. */
const tally = (patterns: readonly string[]): ReadonlyMap<string, number> => {
  const count = new Map<string, number>()
  for (const pattern of patterns) {
    const answer = asked(pattern)
    if (answer === 'vulnerable' && judgePattern(pattern) === 'safe') expect(pattern).toBe('refused')
    count.set(answer, (count.get(answer) ?? 0) + 1)
  }
  return count
}

test('recheck calls nothing vulnerable that we accept', () => {
  const patterns = [...new Set([...written, ...made(700, 7)])]
  const accepted = tally(patterns.filter((one) => judgePattern(one) === 'safe'))
  // We refuse more than we must: our judge is a few lines, theirs is 2.8 MB. That is counted, not asserted.
  const refused = tally(patterns.filter((one) => judgePattern(one) === 'ambiguous').slice(0, 20))
  console.log('recheck says of what we accept', Object.fromEntries(accepted))
  console.log('recheck says of what we refuse', Object.fromEntries(refused))
  expect(accepted.get('safe')).toBeGreaterThan(60)
})

test('recheck knows the patterns that are refused for their time to be vulnerable', () => {
  const known = hostile.slice(0, 8).filter((pattern) => asked(pattern, 20_000) === 'vulnerable')
  expect(known.length).toBeGreaterThanOrEqual(6)
})
