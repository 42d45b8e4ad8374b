import { isRecord } from '../../definition/index.ts'
import { fuelPerEvaluation } from '../../logic/index.ts'
import type { EvaluateOptions } from '../evaluate.ts'
import { overfull } from '../extent.ts'
import { frameOf, newRun } from '../frame.ts'
import { decide } from '../outcomes.ts'
import type { Frame, Level, Plan, Run } from '../plan.ts'
import type { AnswerError, Evaluation } from '../result.ts'
import { most } from '../validate.ts'
import { graft } from './graft.ts'
import { type Links, linksOf } from './links.ts'
import { reexamine, sortKeys, tell } from './reexamine.ts'
import { refill } from './reopen.ts'
import { resettle } from './resettle.ts'
import { enter, newTurn, type Turn, wait } from './turn.ts'

/** What stands between two changes. */
export type State = {
  readonly plan: Plan
  readonly run: Run
  readonly links: Links
  readonly level: Level
  readonly root: Frame
  /** Fuel of all that is settled and examined, and of what is decided. */
  spent: number
  decided: number
  /** Errors of the answers; and of outcomes, which are only said while the answers have none. */
  wrong: readonly AnswerError[]
  faults: readonly AnswerError[]
  said: Evaluation | undefined
}

/** Undefined where the form or the answers leave nothing to keep. */
export const stateOf = (plan: Plan, typed: unknown, options: EvaluateOptions): State | undefined => {
  try {
    const [level] = plan.levels
    if (!level || !isRecord(typed) || plan.findings.some((finding) => finding.level === 'error'))
      return undefined
    const links = linksOf(plan)
    if (!links.bounded) return undefined
    const root = frameOf(level, undefined, typed, null)
    const run = newRun(plan, root.out, options)
    return { plan, run, links, level, root, spent: 0, decided: 0, wrong: [], faults: [], said: undefined }
  } catch {
    // No plan at all.
    return undefined
  }
}

/**
 * Lets a change at `first` (undefined: anywhere) run its course. Undefined where only a whole evaluation can
 * tell; then the state is of no more use.
 */
export const attempt = (
  state: State,
  typed: Record<string, unknown>,
  first?: string | number,
): Evaluation | undefined => {
  const { plan, run, links, root, level } = state
  const { scope } = run
  const turn = newTurn(run, links, state.spent)
  scope.fuel = fuelPerEvaluation
  try {
    if (links.nested && overfull(plan, typed)) return undefined
    if (!state.said) {
      turn.decide = true
      turn.retell = true
      enter(turn, level, root)
    } else if (first === undefined) refill(turn, level, root, typed)
    else {
      root.raw = typed
      const node = links.keys[0]?.get(String(first))
      if (node) wait(turn, node, root)
    }
    plan.steps.forEach((node, i) => {
      const frames = turn.waiting[i]
      if (!frames) return
      turn.now = i
      for (const frame of frames) if (!frame.kept?.gone) resettle(turn, node, frame)
    })
    sortKeys(turn)
    reexamine(turn)
    state.said = say(state, turn)
    state.spent = turn.spent
    const fits = scope.fuel >= 0 && state.spent + state.decided <= fuelPerEvaluation
    return fits && !turn.lost ? state.said : undefined
  } catch {
    // A belt, as in `evaluate`: getters or proxies in the answers can throw anywhere.
    return undefined
  }
}

const nothing: Omit<Evaluation, 'answers'> = {
  errors: [],
  hidden: [],
  outcomes: [],
  recommended: [],
  overrides: {},
}

/** The result, with everything in it that is still the same. */
const say = (state: State, turn: Turn): Evaluation => {
  const { plan, run, root, said, level } = state
  const before = said ?? nothing
  let { errors, hidden, overrides, outcomes, recommended } = before
  if (turn.retell) {
    const tale = tell(level, root)
    state.wrong = tale.errors
    hidden = same(hidden, tale.hidden)
    overrides = graft(overrides, { ...tale.overrides })
  }
  if (turn.decide) {
    const faults: AnswerError[] = []
    const fuel = run.scope.fuel
    run.scope.row = root.out
    const decided = decide(plan, run.scope, faults)
    state.decided = fuel - run.scope.fuel
    state.faults = graft(state.faults, faults)
    outcomes = graft(outcomes, decided.outcomes)
    recommended = graft(recommended, decided.recommended)
  }
  if (turn.retell || turn.decide)
    errors = same(errors, state.wrong.length > 0 ? state.wrong.slice(0, most) : state.faults)
  const next = { answers: root.out, errors, hidden, outcomes, recommended, overrides }
  const changed = Object.entries(next).some(([key, part]) => said?.[key as keyof Evaluation] !== part)
  return said && !changed ? said : next
}

/** The list before, if the new one has the same elements. */
const same = <T>(before: readonly T[], now: readonly T[]): readonly T[] =>
  before.length === now.length && before.every((one, i) => one === now[i]) ? before : now
