import { describe, expect, test } from 'vitest'
import {
  nationalSmallCells as rule,
  shownCount,
  shownParts,
  shownRate,
} from '../../../functions/oversight/small-cell.ts'

describe('a count of persons before it leaves the city', () => {
  test.each([
    [0, 0],
    [1, null],
    [7, null],
    [8, 10],
    [12, 10],
    [13, 15],
  ])('%i is shown as %s', (count, shown) => expect(shownCount(count, rule)).toBe(shown))

  test('is no 0 where somebody stands behind it, however coarse the steps', () => {
    const coarse = { hideBelow: 8, roundTo: 20 }
    expect([0, 8, 9, 10, 29, 30].map((count) => shownCount(count, coarse))).toEqual([
      0,
      null,
      null,
      20,
      20,
      40,
    ])
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no count and is refused', (count) =>
    expect(() => shownCount(count, rule)).toThrow(RangeError),
  )
})

describe('parts beside their total', () => {
  test('one hidden part takes the next smallest with it', () =>
    expect(shownParts([3, 12, 40], rule)).toEqual([null, null, 40]))

  test('two hidden parts protect each other', () =>
    expect(shownParts([3, 4, 40], rule)).toEqual([null, null, 40]))

  test('nothing small, nothing hidden', () => expect(shownParts([0, 10, 40], rule)).toEqual([0, 10, 40]))

  test('a zero is hidden only when nothing else can protect', () => {
    expect(shownParts([0, 3, 20], rule)).toEqual([0, null, null])
    expect(shownParts([0, 3], rule)).toEqual([null, null])
  })
})

describe('a rate', () => {
  test('shows both parts when both are large', () =>
    expect(shownRate(52, 98, rule)).toEqual({ numerator: 50, denominator: 100 }))

  test('hides the numerator when it is small, or when what remains is', () => {
    expect(shownRate(3, 98, rule)).toEqual({ numerator: null, denominator: 100 })
    expect(shownRate(95, 98, rule)).toEqual({ numerator: null, denominator: 100 })
  })

  test('all of them and none of them are no small cells', () => {
    expect(shownRate(98, 98, rule)).toEqual({ numerator: 100, denominator: 100 })
    expect(shownRate(0, 98, rule)).toEqual({ numerator: 0, denominator: 100 })
  })

  test('over a small denominator says nothing', () =>
    expect(shownRate(2, 5, rule)).toEqual({ numerator: null, denominator: null }))
})
