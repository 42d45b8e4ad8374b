import { failureOf, hasText, isList } from '../logic/index.ts'
import * as flag from './flag.ts'
import { prefixOf, titleOf } from './frame.ts'
import type { Frame, Level, Node, Report, Run } from './plan.ts'
import type { AnswerError, Override } from './result.ts'
import { failing, verdict } from './settle.ts'

/** More errors than this help nobody. */
export const most = 500

/** Second pass: checks every value that is shown, in document order and row by row. */
export const validate = (level: Level, frame: Frame, run: Run, report: Report): void => {
  for (const node of level.nodes) {
    const flags = frame.flags[node.slot] ?? 0
    if ((flags & unseen) !== 0) report.hidden.push(prefixOf(frame) + node.key)
    if (!(flags & flag.hidden)) {
      const fault = examine(node, frame, run)
      if (fault && report.errors.length < most) report.errors.push(errorOf(node, frame, fault))
      if (run.override) report.overrides[prefixOf(frame) + node.key] = run.override
    }
    const kids = node.inner && frame.kids?.[node.slot]
    if (!node.inner || !kids) continue
    for (const kid of kids) validate(node.inner, kid, run, report)
    if (node.rows)
      for (const twin of twinsOf(node, kids)) if (report.errors.length < most) report.errors.push(twin)
  }
}

/** Named in `hidden`. */
export const unseen = flag.hidden | flag.concealed

export const errorOf = (node: Node, frame: Frame, { code, message }: Fault): AnswerError => ({
  path: prefixOf(frame) + node.key,
  code,
  message: titleOf(frame) + (message ?? node.message(code)),
})

/** What is wrong with one component that is shown; what its `logic` changes about it, into `run.override`. */
export const examine = (node: Node, frame: Frame, run: Run): Fault | undefined => {
  run.override = undefined
  try {
    return faultOf(node, frame, late(node, frame, run), run)
  } catch (error) {
    return { code: failureOf(error) }
  }
}

export type Fault = { readonly code: string; readonly message?: string | undefined }

const faultOf = (node: Node, frame: Frame, flags: number, run: Run): Fault | undefined => {
  const refused = frame.bad?.[node.slot]
  if (refused !== undefined) return { code: refused }
  if (!node.gate && !node.inner) return undefined
  // What is hidden by setting holds only the form's own value, which nobody can mend: like Form.io we let it be.
  if ((flags & flag.concealed) !== 0) return undefined
  const value = frame.out[node.key]
  const empty = node.empty(value)
  if (empty && (flags & flag.required) !== 0) return { code: 'required' }
  const failed = failing(node, value, empty, run)
  if (failed) return failed
  if (node.rows && (isList(value) ? value.length : 0) < node.rows.min) return { code: 'minRows' }
  if (!node.rule) return undefined
  const result = verdict(node.rule.run, value, frame, run)
  if (result === true) return undefined
  return {
    code: 'json',
    message: node.rule.message ?? (hasText(result) ? result : undefined),
  }
}

/** Rules of `logic` that only matter now; and what all rules changed, for the renderer. */
const late = (node: Node, frame: Frame, run: Run): number => {
  let flags = frame.flags[node.slot] ?? 0
  if (node.levers.length === 0 && node.lateLevers.length === 0) return flags
  const texts: Record<string, string> = {}
  const pulled = (levers: Node['levers'], move: boolean) => {
    for (const lever of levers) {
      if (!lever.test(frame, run)) continue
      for (const effect of lever.effects) {
        if (effect.kind === 'text') texts[effect.property] = effect.text
        else if (move && effect.kind === 'flag') flags = effect.on ? flags | effect.bit : flags & ~effect.bit
      }
    }
  }
  pulled(node.levers, false)
  pulled(node.lateLevers, true)
  const disabled = (flags & flag.disabled) !== 0
  const required = (flags & flag.required) !== 0
  const override: Override = {
    ...texts,
    ...(disabled !== node.disabled && { disabled }),
    ...(required !== node.required && { required }),
  }
  if (Object.keys(override).length > 0) run.override = override
  return flags
}

/** Whether `twinsOf` can find anything. */
export const seeksTwins = (grid: Node): boolean =>
  grid.rows !== undefined && (wholeRows(grid) || grid.inner?.nodes.some(({ unique }) => unique) === true)

const wholeRows = (grid: Node): boolean => grid.unique && grid.entry.component.validate?.unique === true

/** `unique` inside a grid: no two rows the same; on the grid itself: no two rows alike as a whole. */
export const twinsOf = (grid: Node, rows: readonly Frame[]): readonly AnswerError[] => {
  const twins: AnswerError[] = []
  const compare = (asked: (row: Frame) => unknown, errorAt: (row: Frame) => AnswerError) => {
    const seen = new Set<string>()
    for (const row of rows) {
      const value = asked(row)
      if (value === undefined) continue
      const text = JSON.stringify(value)
      if (seen.has(text)) twins.push(errorAt(row))
      seen.add(text)
    }
  }
  for (const node of grid.inner?.nodes ?? [])
    if (node.unique)
      compare(
        ({ out, flags }) =>
          node.empty(out[node.key]) || ((flags[node.slot] ?? 0) & flag.hidden) !== 0
            ? undefined
            : out[node.key],
        (row) => errorOf(node, row, { code: 'unique' }),
      )
  if (wholeRows(grid))
    compare(
      ({ out }) => out,
      (row) => ({
        path: prefixOf(row).slice(0, -1),
        code: 'unique',
        message: titleOf(row) + grid.message('unique'),
      }),
    )
  return twins
}
