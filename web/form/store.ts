import type { Evaluation } from '#forms/engine'
import { type Answers, valueAt, withValue } from './path.ts'

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
  readonly watch: (listener: () => void) => () => void
  readonly set: (path: string, value: unknown) => void
  /** Shows the errors of these paths from now on. */
  readonly show: (paths: Iterable<string>) => void
  /** Leads to a question, wherever it is folded away. */
  readonly lead: (path: string) => void
  readonly refuse: (errors: readonly { readonly path: string; readonly message: string }[]) => void
}

type Options = {
  readonly evaluate: (answers: Answers) => Evaluation
  readonly answers?: Answers
  /** After every change of an answer. */
  readonly onChange?: (answers: Answers) => void
}

/** The state of one form being filled. The engine judges on every change; nothing here decides by itself. */
export function createFormStore({ evaluate, answers = {}, onChange }: Options): FormStore {
  const judge = (typed: Answers) => {
    const result = evaluate(typed)
    const errors = new Map<string, string>()
    for (const { path, message } of result.errors) if (!errors.has(path)) errors.set(path, message)
    return { typed, result, hidden: new Set(result.hidden), errors }
  }
  let state: FormState = { ...judge(answers), shown: new Set(), refused: new Map() }
  const listeners = new Set<() => void>()
  const change = (next: FormState) => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    read: () => state,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (path, value) => {
      if (Object.is(valueAt(state.typed, path), value)) return
      const refused = new Map([...state.refused].filter(([key]) => !touches(key, path)))
      change({ ...state, ...judge(withValue(state.typed, path, value)), refused })
      onChange?.(state.typed)
    },
    show: (paths) => change({ ...state, shown: new Set([...state.shown, ...paths]) }),
    lead: (path) => change({ ...state, goal: { path } }),
    refuse: (errors) =>
      change({ ...state, refused: new Map(errors.map(({ path, message }) => [path, message])) }),
  }
}

/** Whether a change at `changed` makes what was said about `path` out of date. */
export const touches = (path: string, changed: string): boolean =>
  path === changed || isBelow(path, changed) || isBelow(changed, path)

/** `members[0].name` is below `members[0]` and `members`. */
export const isBelow = (path: string, above: string): boolean =>
  path.startsWith(above) && (path[above.length] === '.' || path[above.length] === '[')
