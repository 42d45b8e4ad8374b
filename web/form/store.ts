import type { Evaluation, Plan } from '#forms/engine'
import { begin, type Sitting } from '#forms/engine/sitting'
import { createListeners, touches } from './listeners.ts'
import type { Answers } from './path.ts'

export type FormState = {
  /** What was typed. A hidden question keeps its text here, so that it comes back when the question does. */
  readonly typed: Answers
  /** What the engine makes of it: cleaned, computed, judged. */
  readonly result: Evaluation
  readonly hidden: ReadonlySet<string>
  /** First message of each path. */
  readonly errors: ReadonlyMap<string, string>
  /** Paths whose errors may be shown: left by the cursor, or named by an attempt to go on. */
  readonly shown: ReadonlySet<string>
  /** What the server refused, by path, until that answer changes. */
  readonly refused: ReadonlyMap<string, string>
  /** Where the reader asked to be led; a new object at every asking. A folded row that holds it opens. */
  readonly goal?: { readonly path: string }
}

export type FormStore = {
  readonly read: () => FormState
  /** With a path: only of what is typed there, and of whether it is hidden, wrong or changed by a rule. */
  readonly watch: (listener: () => void, path?: string) => () => void
  readonly set: (path: string, value: unknown) => void
  /** Shows the errors of these paths from now on. */
  readonly show: (paths: Iterable<string>) => void
  /** Leads to a question, wherever it is folded away. */
  readonly lead: (path: string) => void
  readonly refuse: (errors: readonly { readonly path: string; readonly message: string }[]) => void
}

type Options = {
  readonly plan: Plan
  /** Today's local date `YYYY-MM-DD`, asked at every change: a form may stand open over midnight. */
  readonly today: () => string
  /** As `evaluate` takes it: for demonstration cities. */
  readonly demo?: boolean
  readonly answers?: Answers
  /** After every change of an answer. */
  readonly onChange?: (answers: Answers) => void
}

/** The state of one form being filled. The engine judges on every change; nothing here decides by itself. */
export function createFormStore({ plan, today, demo = false, answers = {}, onChange }: Options): FormStore {
  let day = today()
  let sitting = begin(plan, answers, { today: day, demo })
  let state: FormState = { ...judged(sitting), shown: new Set(), refused: new Map() }
  const listeners = createListeners()
  const change = (next: FormState, path?: string) => {
    const before = state
    state = next
    listeners.tell(before, next, path)
  }
  return {
    read: () => state,
    watch: (listener, path) => listeners.add(listener, path),
    set: (path, value) => {
      const now = today()
      if (now !== day) sitting = begin(plan, sitting.typed, { today: now, demo })
      day = now
      sitting.change(path, value)
      const { typed } = state
      if (sitting.typed === typed && sitting.result === state.result) return
      change({ ...state, ...judged(sitting, state), refused: without(state.refused, path) }, path)
      if (sitting.typed !== typed) onChange?.(state.typed)
    },
    show: (paths) => {
      const fresh = [...paths].filter((path) => !state.shown.has(path))
      if (fresh.length > 0) change({ ...state, shown: new Set([...state.shown, ...fresh]) })
    },
    lead: (path) => change({ ...state, goal: { path } }),
    refuse: (errors) =>
      change({ ...state, refused: new Map(errors.map(({ path, message }) => [path, message])) }),
  }
}

/** What the sitting says; sets and maps are made anew only where the engine made a new list. */
const judged = (
  { typed, result }: Sitting,
  before?: FormState,
): Pick<FormState, 'typed' | 'result' | 'hidden' | 'errors'> => ({
  typed,
  result,
  hidden: before && before.result.hidden === result.hidden ? before.hidden : new Set(result.hidden),
  errors: before && before.result.errors === result.errors ? before.errors : firstOf(result.errors),
})

const firstOf = (errors: Evaluation['errors']): ReadonlyMap<string, string> => {
  const messages = new Map<string, string>()
  for (const { path, message } of errors) if (!messages.has(path)) messages.set(path, message)
  return messages
}

const without = (refused: FormState['refused'], changed: string): FormState['refused'] => {
  const left = [...refused].filter(([path]) => !touches(path, changed))
  return left.length === refused.size ? refused : new Map(left)
}
