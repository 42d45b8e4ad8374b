import * as z from 'zod'
import { codeShape, dayShape, ulidShape, words } from './shape.ts'

const personShape = z.strictObject({
  id: ulidShape,
  name: words(50),
  idNumber: z.string().trim().max(18, '证件号码最多 18 位').exactOptional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 -]{4,19}$/, '电话号码只能有数字、空格和短横线')
    .exactOptional(),
  relation: words(20),
  traits: z.array(codeShape).max(20, '最多 20 项'),
  objectClass: codeShape.exactOptional(),
  guardian: words(50).exactOptional(),
  born: dayShape.exactOptional(),
})

/** `POST …/households`. */
export const householdRequestShape = z.strictObject({
  id: ulidShape,
  township: codeShape,
  village: codeShape,
  address: words(200),
  lawfulBasis: z.enum(['statutory_duty', 'consent']),
  noticeVersion: words(40),
  people: z.array(personShape).min(1, '请至少登记一名家庭成员').max(30, '最多 30 名家庭成员'),
})
export type HouseholdInput = z.infer<typeof householdRequestShape>
