/** A JSON Logic rule as it stands in a form: literals, arrays, or objects with exactly one operator. */
export type Rule = unknown

/**
 * The variable roots that a rule may read:
 * `data` all answers · `row` the answers beside this one · `rowIndex` the row's number from 0 ·
 * `form` `{ display }` · `value`, `input` the answer under check · `outcomes` earlier outcomes by key.
 */
export type Root = 'data' | 'row' | 'rowIndex' | 'form' | 'value' | 'input' | 'outcomes'

export const formRoots: readonly Root[] = ['data', 'row', 'rowIndex', 'form', 'value', 'input']
export const outcomeRoots: readonly Root[] = ['data', 'outcomes']

/** Units of work that one evaluation of a form may use: an operator, an element or a path step is one. */
export const fuelPerEvaluation = 1_000_000

/**
 * One read of a rule. `path` is below the root; `[]` stands for the elements of a list, e.g.
 * `['members', '[]', 'cost']`. `deep`: everything under the path is used, not only the list's length and order.
 */
export type Read = { readonly root: Root; readonly path: readonly string[]; readonly deep: boolean }

/** Why a rule is refused: a code, and after a dot what sets one of its cases apart. Others have the words for it. */
export type RuleWords =
  | 'rule-depth'
  | 'rule-shape'
  | `rule-size${'' | '.text' | '.list'}`
  | `rule-literal${'' | '.number'}`
  | 'rule-operator'
  | `rule-arguments${'' | '.count'}`
  | `rule-variable${'' | '.computed' | '.fallback'}`
  | `rule-root${'' | '.reduce'}`

/** `at` is a JSON pointer inside the rule; `values` are what the words name. */
export type RuleProblem = {
  readonly at: string
  readonly words: RuleWords
  readonly values?: Readonly<Record<string, string>>
}

/** What an expression reads when it runs. One object serves many rules: the caller moves its fields. */
export type Scope = {
  data: unknown
  row: unknown
  rowIndex: number | null
  form: unknown
  value: unknown
  input: unknown
  outcomes: unknown
  /** Local date `YYYY-MM-DD`. */
  today: string
  /** Work left; a rule that needs more throws `RuleFailure`. */
  fuel: number
  /** The element that an enclosing `map`, `filter`, `all`, `none`, `some` or `reduce` stands at. */
  element: unknown
  accumulator: unknown
}

export type Expression = (scope: Scope) => unknown

/** Thrown by an expression that cannot be evaluated; the engine turns it into a refusal of the submission. */
export class RuleFailure extends Error {
  readonly code: 'fuel' | 'size' | 'type'
  constructor(code: 'fuel' | 'size' | 'type') {
    super(code)
    this.code = code
  }
}

/** What an evaluation says of a rule that failed; every other error is thrown on. */
export const failureOf = (error: unknown): 'fuel' | 'rule' => {
  if (!(error instanceof RuleFailure)) throw error
  return error.code === 'fuel' ? 'fuel' : 'rule'
}

export const newScope = (data: unknown, today: string, fuel: number = fuelPerEvaluation): Scope => ({
  data,
  row: data,
  rowIndex: null,
  form: null,
  value: null,
  input: null,
  outcomes: null,
  today,
  fuel,
  element: null,
  accumulator: null,
})
