import { RuleFailure } from '../logic/index.ts'
import { type Frame, flag, type Level, type Node, type Run } from './plan.ts'
import type { AnswerError, Override } from './result.ts'
import { verdict } from './settle.ts'

/** More errors than this help nobody. */
const most = 500

export type Report = {
  readonly errors: AnswerError[]
  readonly hidden: string[]
  readonly overrides: Record<string, Override>
}

/** Second pass: checks every value that is shown, in document order and row by row. */
export const validate = (level: Level, frame: Frame, run: Run, report: Report): void => {
  for (const node of level.nodes) {
    const early = frame.flags[node.slot] ?? 0
    if ((early & (flag.hidden | flag.concealed)) !== 0) {
      report.hidden.push(frame.prefix + node.key)
      if (early & flag.hidden) {
        descend(node, frame, run, report)
        continue
      }
    }
    try {
      const fault = faultOf(node, frame, late(node, frame, early, run, report), run)
      if (fault) say(node, frame, fault.code, report, fault.message)
    } catch (error) {
      if (!(error instanceof RuleFailure)) throw error
      say(node, frame, error.code === 'fuel' ? 'fuel' : 'rule', report)
    }
    descend(node, frame, run, report)
  }
}

const descend = (node: Node, frame: Frame, run: Run, report: Report): void => {
  const kids = node.inner && frame.kids?.[node.slot]
  if (!node.inner || !kids) return
  for (const kid of kids) validate(node.inner, kid, run, report)
  if (node.rows) uniqueCells(node, kids, report)
}

const say = (node: Node, frame: Frame, code: string, report: Report, message?: string): void => {
  if (report.errors.length >= most) return
  report.errors.push({
    path: frame.prefix + node.key,
    code,
    message: frame.title + (message ?? node.message(code)),
  })
}

type Fault = { readonly code: string; readonly message?: string | undefined }

const faultOf = (node: Node, frame: Frame, flags: number, run: Run): Fault | undefined => {
  const refused = frame.bad?.[node.slot]
  if (refused !== undefined) return { code: refused }
  if (!node.gate && !node.inner) return undefined
  // What is hidden by setting holds only the form's own value, which nobody can mend: like Form.io we let it be.
  if ((flags & flag.concealed) !== 0) return undefined
  const value = frame.out[node.key]
  const empty = node.empty(value)
  if (empty && (flags & flag.required) !== 0) return { code: 'required' }
  // Spaces alone do not answer a required question, yet they are text that has to fit.
  if (!empty || typeof value === 'string')
    for (const check of node.checks) if (!check.holds(value, run)) return check
  if (node.rows && (Array.isArray(value) ? value.length : 0) < node.rows.min) return { code: 'minRows' }
  if (!node.rule) return undefined
  const result = verdict(node.rule.run, value, frame, run)
  if (result === true) return undefined
  return {
    code: 'json',
    message: node.rule.message ?? (typeof result === 'string' && result !== '' ? result : undefined),
  }
}

/** Rules of `logic` that only matter now; and what all rules changed, for the renderer. */
const late = (node: Node, frame: Frame, early: number, run: Run, report: Report): number => {
  if (node.levers.length === 0 && node.lateLevers.length === 0) return early
  let flags = early
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
  if (Object.keys(override).length > 0) report.overrides[frame.prefix + node.key] = override
  return flags
}

/** `unique` inside a grid: no two rows the same; on the grid itself: no two rows alike as a whole. */
const uniqueCells = (grid: Node, rows: readonly Frame[], report: Report): void => {
  for (const node of grid.inner?.nodes ?? []) {
    if (!node.unique) continue
    const seen = new Set<string>()
    for (const row of rows) {
      const value = row.out[node.key]
      if (node.empty(value) || ((row.flags[node.slot] ?? 0) & flag.hidden) !== 0) continue
      const text = JSON.stringify(value)
      if (seen.has(text)) say(node, row, 'unique', report)
      seen.add(text)
    }
  }
  if (!grid.unique || grid.entry.component.validate?.unique !== true) return
  const seen = new Set<string>()
  for (const row of rows) {
    const text = JSON.stringify(row.out)
    if (seen.has(text) && report.errors.length < most)
      report.errors.push({
        path: row.prefix.slice(0, -1),
        code: 'unique',
        message: row.title + grid.message('unique'),
      })
    seen.add(text)
  }
}
