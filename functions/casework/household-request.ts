import * as z from 'zod'
import { codeShape, dayShape, ulidShape, words } from '../shape.ts'

/** One person as somebody enters them. */
const personShape = z.strictObject({
  id: ulidShape,
  name: words(50),
  idNumber: z.string().trim().max(18, '证件号码最多 18 位。').exactOptional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 -]{4,19}$/, '电话号码只能有数字、空格和短横线。')
    .exactOptional(),
  relation: words(20),
  traits: z.array(codeShape).max(20, '最多 20 项。'),
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
  people: z.array(personShape).min(1, '请至少登记一名家庭成员。').max(30, '最多 30 名家庭成员。'),
})
export type HouseholdInput = z.infer<typeof householdRequestShape>

/** `PATCH …/households/{id}`: the new address, people who joined, or whether the file is open. */
export const householdChangeShape = z
  .strictObject({
    address: words(200).exactOptional(),
    join: z.array(personShape).min(1).max(10, '一次最多添加 10 名成员。').exactOptional(),
    open: z.boolean().exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, '没有要修改的内容。')
export type HouseholdChangeInput = z.infer<typeof householdChangeShape>
