import { describe, expect, test } from 'vitest'
import { sampleNeeded, spotCheckResult } from '../../../forms/indicators/index.ts'

describe('the spot check of S2-01', () => {
  test.each([
    [0, 0],
    [1, 1],
    [3, 1],
    [10, 3],
    [999, 300],
    [1000, 300],
    [14_400, 4320],
  ])('%d services need %d samples', (services, needed) => expect(sampleNeeded(0.3, services)).toBe(needed))

  test('one sample below the need is short', () => {
    expect(spotCheckResult(0.3, 999, 299).state).toBe('short')
    expect(spotCheckResult(0.3, 999, 300).state).toBe('met')
    expect(spotCheckResult(0.3, 4000, 1196).state).toBe('short')
    expect(spotCheckResult(0.3, 5000, 1500).state).toBe('met')
  })

  test('a year without services is judged by nobody', () => {
    expect(spotCheckResult(0.3, 0, 0)).toEqual({ state: 'none', services: 0, sampled: 0, needed: 0 })
  })

  test('refuses counts that are no counts', () => {
    expect(() => spotCheckResult(0.3, -1, 0)).toThrow(RangeError)
    expect(() => spotCheckResult(0.3, 1.5, 0)).toThrow(RangeError)
  })
})
