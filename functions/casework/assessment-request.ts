import * as z from 'zod'
import { codeShape, memberShape, ulidShape } from '../shape.ts'

const instant = z.iso.datetime({ offset: true, error: '时间格式不对，请刷新后重试。' })

/** `POST …/households/{id}/assessments`. What `answers` may hold is the form's to say. */
export const assessmentRequestShape = z.strictObject({
  id: ulidShape,
  case: ulidShape,
  person: ulidShape.exactOptional(),
  form: codeShape,
  release: z.int('版本号应为整数。').min(1, '版本号从 1 开始。').max(999_999, '没有这个版本。'),
  answers: z.record(z.string(), z.unknown(), '这一项应为一组字段。'),
  investigators: z.array(memberShape).min(1, '请填写调查人员。').max(2, '调查人员最多两名。'),
  startedAt: instant,
  finishedAt: instant,
})
export type AssessmentInput = z.infer<typeof assessmentRequestShape>
