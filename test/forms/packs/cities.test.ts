import { describe, expect, test } from 'vitest'
import { catalogue, profile } from '../../../forms/catalogue/index.ts'
import { commonServiceOf } from '../../../forms/elements/index.ts'
import { fees } from '../../../forms/fees/index.ts'
import { allPacks } from './disk.ts'

const cities = allPacks
  .filter(({ city }) => city.startsWith('3499'))
  .map(({ city, documents }) => ({
    city,
    profile: profile.parse(documents['profile']),
    items: catalogue.parse(documents['catalogue']).items,
    fees: fees.parse(documents['fees']),
  }))

describe('the four invented cities', () => {
  test('are 演示甲市 to 演示丁市 in Anhui, and say that they are invented', () => {
    expect(cities.map(({ profile: { city, name } }) => [city, name])).toEqual([
      ['349901', '演示甲市'],
      ['349902', '演示乙市'],
      ['349903', '演示丙市'],
      ['349904', '演示丁市'],
    ])
    for (const one of cities) {
      expect(one.profile.province.code).toBe('340000')
      expect(one.profile.demo && one.fees.demo).toBe(true)
    }
  })

  test('share codes but not names or keys', () => {
    const names = cities.map(({ items }) => items.find(({ common }) => common === 'svc.bath')?.name)
    expect(names).toEqual(['上门助浴', '助浴', '洗浴服务', undefined])
    const keys = cities.flatMap(({ items }) => items.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('one unit of 助浴 differs: 小时 against 次', () => {
    const units = cities.map(({ items }) => items.find(({ common }) => common === 'svc.bath')?.unit)
    expect(units).toEqual(['次', '小时', '次', undefined])
    expect(commonServiceOf('svc.bath')?.unit).toBe('次')
  })

  test('one city has a share of 22 % without a common code', () => {
    const shares = cities.map(
      ({ items }) => items.filter(({ common }) => common === null).length / items.length,
    )
    expect(shares.map((share) => Math.round(share * 100))).toEqual([0, 0, 22, 0])
  })

  test('one price is left open on purpose', () => {
    const open = cities.map((one) => one.fees.rows.filter(({ amount }) => amount === null).length)
    expect(open).toEqual([0, 0, 0, 1])
  })
})
