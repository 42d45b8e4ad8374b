import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerHousehold } from '../../../functions/casework/index.ts'
import { load } from '../../forms/packs/disk.ts'
import { type Cities, startCities } from '../configuration/fixture.ts'
import { putRelease } from './city.ts'

let cities: Cities
const papers = { '210381': '210381-station', '110000': '110000-precise' } as const

beforeAll(async () => {
  cities = await startCities()
  for (const [city, folder] of Object.entries(papers))
    await putRelease(await cities.store(city), { ...load(folder).documents })
})
afterAll(() => cities.stop())

const register = async (city: keyof typeof papers, id: number, township: string, more: object = {}) => {
  const person = {
    id: `01J8Z3K4M5N6P7Q8R9S0T1V2${id}P`,
    name: '无名氏',
    relation: 'head',
    traits: [],
    ...more,
  }
  const asked = {
    id: `01J8Z3K4M5N6P7Q8R9S0T1V2${id}H`,
    township,
    village: township,
    address: '无固定住所',
    lawfulBasis: 'statutory_duty' as const,
    noticeVersion: '2026-01',
    people: [person],
  }
  return (await registerHousehold(await cities.store(city), asked, cities.clock)).card
}

describe('a household of a new city', () => {
  it('S3-01 of Haicheng lies in a township directly below the city, whose code stands for the county', async () => {
    expect(await register('210381', 1, '210381-01', { objectClass: 'tekun' })).toMatchObject({
      path: ['210381', '210381-01', '210381-01'],
      township: '210381-01',
    })
  })

  it('S4-18 of Beijing is on file without an id number and without an address', async () => {
    const card = await register('110000', 2, '110101001', { traits: ['vagrant'], objectClass: 'vagrant' })
    expect(card.path).toEqual(['110101', '110101001', '110101001'])
  })

  it.each([
    ['the city itself', '210381'],
    ['a township of another city', '110101001'],
    ['a township that nobody knows', '210381-28'],
  ])('does not lie in %s', async (_, township) => {
    await expect(register('210381', 3, township)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is not registered under the class of another city', async () => {
    await expect(register('210381', 4, '210381-02', { objectClass: 'near-poor' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
