import { ulid } from 'ulid'
import { idNumberSign } from '#forms/standards'
import type { HouseholdInput } from '../../../functions/casework/index.ts'
import { places } from '../harness.ts'

/** An invented id number with a right check sign: 9999, then `seed` and the birth `YYYYMMDD`. */
export const idNumber = (seed: number, birth: string): string => {
  const digits = `9999${String(seed % 100).padStart(2, '0')}${birth}${String(Math.floor(seed / 100) % 1000).padStart(3, '0')}`
  return digits + idNumberSign(digits)
}

let seed = 0

/** A household of one old person who lives alone; every call another one. */
export const oldPerson = (change: Partial<HouseholdInput> = {}): HouseholdInput => {
  seed++
  return {
    id: ulid(),
    township: places.township,
    village: places.village,
    address: `演示路 ${seed} 号`,
    lawfulBasis: 'statutory_duty',
    noticeVersion: '2026-1',
    people: [
      {
        id: ulid(),
        name: '章演示',
        idNumber: idNumber(seed, '19400215'),
        phone: `100-0000-${String(seed).padStart(4, '0')}`,
        relation: '户主',
        traits: ['elder', 'living-alone'],
        objectClass: 'tekun',
      },
    ],
    ...change,
  }
}
