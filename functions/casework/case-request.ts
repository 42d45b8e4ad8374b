import * as z from 'zod'
import { codeShape, dayShape, memberShape, ulidShape, words } from '../shape.ts'

/** `POST …/households/{id}/cases`. */
export const caseRequestShape = z.strictObject({
  id: ulidShape,
  programme: codeShape,
  persons: z.array(ulidShape).min(1, '请至少选择一名家庭成员。').max(30, '最多 30 名家庭成员。'),
  source: codeShape,
  assignee: memberShape.exactOptional(),
  partner: memberShape.exactOptional(),
  due: dayShape.exactOptional(),
})
export type CaseInput = z.infer<typeof caseRequestShape>

const reason = words(500, 5)
/** May be left out: a case knows its household. */
const household = ulidShape.exactOptional()
const pair = { assignee: memberShape, partner: memberShape.exactOptional(), due: dayShape.exactOptional() }

/** `PATCH …/cases/{case}`. */
export const caseActionShape = z.discriminatedUnion(
  'action',
  [
    z.strictObject({ action: z.literal('accept'), household, ...pair }),
    z.strictObject({ action: z.literal('assign'), household, ...pair }),
    z.strictObject({ action: z.literal('assess'), household }),
    z.strictObject({ action: z.literal('return'), household, reason }),
    z.strictObject({
      action: z.literal('decide'),
      household,
      approved: z.boolean(),
      reason: reason.exactOptional(),
    }),
    z.strictObject({ action: z.literal('refer'), household, provider: codeShape }),
    z.strictObject({ action: z.literal('start'), household }),
    z.strictObject({ action: z.literal('stop'), household, reason }),
    z.strictObject({ action: z.literal('close'), household, reason }),
  ],
  { error: '没有这种操作，请刷新页面后重试。' },
)
export type CaseActionInput = z.infer<typeof caseActionShape>
