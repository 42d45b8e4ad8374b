import { describe, expect, it } from 'vitest'
import type { Division } from '#forms/catalogue'
import { divisionOf } from '../../../functions/casework/division.ts'

const one = (
  code: string,
  kind: Division['kind'],
  parent: string,
  more: Partial<Division> = {},
): Division => ({
  code,
  name: code,
  kind,
  parent,
  standard: 'local',
  ...more,
})
const today = '2026-03-10'
const tree = [
  one('341702', 'county', '341700'),
  one('341702-01', 'township', '341702'),
  one('341702-01-1', 'village', '341702-01'),
  one('210381-01', 'township', '210381'),
  one('210381-02', 'township', '210381'),
  one('210381-02-1', 'village', '210381-02'),
  one('210381-03', 'township', '210381', { to: '2025-12-31' }),
]
const path = (township: string, village = township) => divisionOf(tree, township, village, today)

describe('the path of a household', () => {
  it('runs from the county to the village', () => {
    expect(path('341702-01', '341702-01-1')).toEqual(['341702', '341702-01', '341702-01-1'])
  })

  it('begins with the city itself where the townships lie directly below it', () => {
    expect(path('210381-01')).toEqual(['210381', '210381-01', '210381-01'])
    expect(path('210381-02', '210381-02-1')).toEqual(['210381', '210381-02', '210381-02-1'])
  })

  it.each([
    ['a county instead of a township', '341702', '341702'],
    ['a township that is closed', '210381-03', '210381-03'],
    ['a village of another township', '210381-02', '341702-01-1'],
    ['a township for its village where villages are listed', '210381-02', '210381-02'],
    ['a code that nobody knows', '210381-99', '210381-99'],
  ])('refuses %s', (_, township, village) => {
    expect(() => path(township, village)).toThrow(/区划|乡镇|村/)
  })
})
