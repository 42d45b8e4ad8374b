import { isList, isObject } from '../logic/index.ts'
import { overfull } from './extent.ts'
import { frameOf, newRun } from './frame.ts'
import { brokenForm } from './messages.ts'
import { decide } from './outcomes.ts'
import type { Frame, Level, Plan, Report } from './plan.ts'
import type { Evaluation } from './result.ts'
import { settle } from './settle.ts'
import { validate } from './validate.ts'

export type EvaluateOptions = {
  /** Local date `YYYY-MM-DD` of the evaluation (see `localDate`). */
  readonly today: string
  /** Only for demonstration cities: accept ids that begin with 9999 and phones of the form 100-0000-0000. */
  readonly demo?: boolean
}

/**
 * Decides what answers mean under a form. Never throws and never changes its input; the same input gives the
 * same result, and `answers` evaluated again gives `answers` again.
 *
 * What a client may send, by component type (everything else is an error at its path, unknown keys are dropped):
 * - textfield textarea phoneNumber email url: text of at most 10,000 characters
 * - number currency: a finite number (no numeric text); with `format: money` an integer of 分
 * - checkbox: true or false
 * - radio select: one of the options; the result has the option's value as the form writes it
 * - selectboxes: `{ option: boolean }` · survey: `{ question: value }`
 * - datetime: ISO 8601, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss[.sss]][Z|±HH:mm]` · time: `HH:mm[:ss]`
 * - day: `MM/DD/YYYY`, with `dayFirst` `DD/MM/YYYY`, hidden parts left out, `00` for a part not known
 * - tags: text, or a list of texts with `storeas: array`
 * - signature: `{ attachment, sha256 }` · file: a list of such, one at most unless `multiple`
 * - `multiple` on text, number, select, radio, datetime, day, time: a list of at most 200
 * - container: an object · datagrid editgrid: a list of objects, at most `validate.maxLength` (100 if unset, 200 at most)
 * - hidden, anything disabled or calculated: whatever is sent is dropped, the form's own value stands
 * `null` and `''` mean "not answered" and are left out (null stands where a default would otherwise come back).
 */
export const evaluate = (plan: Plan, answers: unknown, options: EvaluateOptions): Evaluation => {
  if (!isList((plan as Partial<Plan> | null | undefined)?.findings))
    return refused('definition', brokenForm())
  const broken = plan.findings.find((finding) => finding.level === 'error')
  if (broken) return refused('definition', brokenForm(broken))
  if (!isObject(answers) || isList(answers)) return refused('type', '答案应当是一组字段。')
  try {
    if (overfull(plan, answers as Record<string, unknown>))
      return refused('tooMany', '答案的行数太多，无法处理，请减少行数。')
    return run(plan, answers as Record<string, unknown>, options)
  } catch {
    // A belt: getters or proxies in the input can throw anywhere. Closed, never half accepted.
    return refused('internal', '答案无法读取，请重新填写。')
  }
}

const refused = (code: string, message: string): Evaluation => ({
  answers: {},
  errors: [{ path: '', code, message }],
  hidden: [],
  outcomes: [],
  recommended: [],
  overrides: {},
})

const run = (plan: Plan, answers: Record<string, unknown>, options: EvaluateOptions): Evaluation => {
  const root = plan.levels[0] as Level
  const frame = frameOf(root, undefined, answers, null)
  const frames: Frame[][] = plan.levels.map((_, i) => (i === 0 ? [frame] : []))
  const work = newRun(plan, frame.out, options)
  for (const node of plan.steps) {
    const list = frames[node.level.index] as Frame[]
    for (let i = 0; i < list.length; i++) settle(node, list[i] as Frame, work, frames)
  }
  const report: Report = { errors: [], hidden: [], overrides: {} }
  validate(root, frame, work, report)
  work.scope.row = frame.out
  const { outcomes, recommended } = decide(plan, work.scope, report.errors)
  return { answers: frame.out, outcomes, recommended, ...report }
}
