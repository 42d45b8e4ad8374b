import { expect, test } from 'vitest'
import { figuresOf } from '../../../functions/oversight/figures.ts'

test('nothing to compare gives no figures, not zeros', () => expect(figuresOf([])).toBeUndefined())

test('one price is its own range', () =>
  expect(figuresOf([1500])).toEqual({ n: 1, min: 1500, median: 1500, max: 1500 }))

test('an even number takes the middle of the two middle ones, in whole 分', () =>
  expect(figuresOf([6000, 5001, 5500, 8000])).toEqual({ n: 4, min: 5001, median: 5750, max: 8000 }))

test('a price of zero is a price', () =>
  expect(figuresOf([0, 100, 50])).toEqual({ n: 3, min: 0, median: 50, max: 100 }))

test('the order does not matter and the input is left alone', () => {
  const prices = Object.freeze([900, 100, 500])
  expect(figuresOf(prices)).toEqual({ n: 3, min: 100, median: 500, max: 900 })
})
