import { expect, it } from 'vitest'
import { judge, sampleNeeded } from '../../../forms/indicators/index.ts'
import { indicatorOf, profileOf } from './stated.ts'

it('S2-01 three tenths of the services of a year, rounded up; without services nothing is judged', () => {
  const check = indicatorOf('341700-care', 'spot-check')
  const { ratio } = profileOf('341700-care').spotCheck ?? { ratio: 0 }
  const needed = [0, 1, 3, 10, 999, 1000].map((services) => sampleNeeded(ratio, services))
  expect(needed).toEqual([0, 1, 1, 3, 300, 300])
  const of = (sampled: number, services: number) =>
    judge(check, { numerator: sampled, denominator: services })
  expect(of(0, 0).state).toBe('none')
  expect(of(299, 999)).toMatchObject({ state: 'short', needed: 300 })
  expect(of(300, 999).state).toBe('met')
  for (const services of [1, 3, 10, 999, 1000])
    expect(of(0, services).needed).toBe(sampleNeeded(ratio, services))
})

it('S2-02 of 80,000,000 元 one hundredth may be spent, and not one 分 more', () => {
  const cap = indicatorOf('341700-care', 'fund-cap')
  const of = (spent: number) => judge(cap, { numerator: spent, denominator: 8_000_000_000 })
  expect(of(80_000_000)).toMatchObject({ state: 'met', needed: 80_000_000 })
  expect(of(80_000_001).state).toBe('short')
  expect(of(79_999_999).state).toBe('met')
})
