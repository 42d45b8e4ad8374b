import * as z from 'zod'
import { fen, source } from './source.ts'

/** A contract that runs for a cycle of years and is signed anew within it (S3-11). */
export const contract = z.strictObject({
  cycleYears: z.number().int().min(1),
  termYears: z.number().int().min(1),
  /** 分 for one term; `null` = not stated. Paid as the profile's `settlement` says. */
  total: fen.nullable(),
  /** 工作日 from the day of signing until the staff must be at work. */
  onDutyWorkdays: z.number().int().min(1).optional(),
  source: source.optional(),
  onDutySource: source.optional(),
})
export type Contract = z.infer<typeof contract>

/** Whether a contract may be signed again. If not, `because` says why in Chinese. */
export type Renewal = { readonly renewable: true } | { readonly renewable: false; readonly because: string }

/**
 * Judges the next signing from the yearly evaluations of the terms so far, oldest first; `null` = not evaluated yet.
 * The last evaluation must be passed, and no term may reach beyond the cycle (S3-11).
 */
export const renewal = (
  { cycleYears, termYears }: Contract,
  evaluations: readonly ('pass' | 'fail' | null)[],
): Renewal => {
  const no = (because: string): Renewal => ({ renewable: false, because })
  const last = evaluations.at(-1)
  if (last === undefined) return no('合同尚未签订，不存在续签。')
  if (last === null) return no('年度评估尚未完成，评估合格后才能续签。')
  if (evaluations.includes('fail')) return no('年度评估不合格，不予续签。')
  return (evaluations.length + 1) * termYears > cycleYears
    ? no(`${cycleYears} 年周期已满，应重新采购。`)
    : { renewable: true }
}
