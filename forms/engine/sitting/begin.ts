import { isRecord } from '../../definition/index.ts'
import { type EvaluateOptions, evaluate } from '../evaluate.ts'
import type { Plan } from '../plan.ts'
import type { Evaluation } from '../result.ts'
import { graft } from './graft.ts'
import { attempt, type State, stateOf } from './state.ts'
import { type PathStep, stepsOf, typedAt, withTyped } from './typed.ts'

/** One form being filled: the answers as they are typed, and at every moment what `evaluate` says about them. */
export type Sitting = {
  /** What was typed; a hidden question keeps its text. Never written to, every change makes a new object. */
  readonly typed: Readonly<Record<string, unknown>>
  /** Always as `evaluate(plan, typed, options)`; what has not changed is the same object as before. */
  readonly result: Evaluation
  /**
   * Changes one answer by its path (`name`, `members[0].name`, a whole grid `members`; '' all of them), where
   * undefined takes it away, and says what holds now. Never throws. What is handed over must not be written to
   * afterwards. A path that no form can have changes nothing.
   */
  readonly change: (path: string, value: unknown) => Evaluation
}

/**
 * Begins to fill a form. A change costs what hangs on it, not what the form has:
 *
 *     evaluate   settle ──────────────▶ validate ────────▶ decide
 *                every component,       everything shown,  outcomes,
 *                in order of need       in its order       advice
 *
 *     change     the answer ─▶ who reads it ─▶ who reads those …   ends where nothing becomes different
 *                     └────────────┴──▶ examined again ─▶ lists told anew where one was
 *                                  └──▶ decided again, if an outcome reads it
 *
 * Where that cannot be bounded (a rule about its own column of a grid, a form without fuel, answers that cannot
 * be read) the whole form is evaluated.
 */
export const begin = (plan: Plan, answers: unknown, options: EvaluateOptions): Sitting => {
  let typed = answers as Sitting['typed']
  /** Keys of `typed`, until one comes or goes. */
  let names: readonly string[] | undefined
  let state: State | undefined
  const anew = (before?: Evaluation): Evaluation => {
    state = stateOf(plan, typed, options)
    const said = state && attempt(state, typed)
    if (said) return said
    state = undefined
    return graft(before, evaluate(plan, typed, options))
  }
  let result = anew()
  const change = (path: string, value: unknown): Evaluation => {
    const steps = stepsOf(path)
    if (!steps) return result
    try {
      if (Object.is(typedAt(typed, steps), value)) return result
      const known = names ?? (isRecord(typed) ? Object.keys(typed) : undefined)
      const next = withTyped(typed, steps, value, known) as Sitting['typed']
      names = sameKeys(typed, next, steps[0]) ? known : undefined
      typed = next
    } catch {
      // Answers that cannot be copied, like the ones with getters that throw.
      return result
    }
    result = (state && isRecord(typed) && attempt(state, typed, steps[0])) || anew(result)
    return result
  }
  return {
    get typed() {
      return typed
    },
    get result() {
      return result
    },
    change,
  }
}

/** Whether a change at `first` has left the keys as they were. */
const sameKeys = (before: unknown, after: unknown, first: PathStep | undefined): boolean =>
  first !== undefined &&
  isRecord(before) &&
  isRecord(after) &&
  Object.hasOwn(before, first) === Object.hasOwn(after, first)
