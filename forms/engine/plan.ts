import type {
  Definition,
  Entry,
  Judgement,
  Kind,
  Option,
  OutcomeDefinition,
  RecommendDefinition,
} from '../definition/index.ts'
import type { Expression, Scope } from '../logic/index.ts'
import type { AnswerError, Override } from './result.ts'

/** Why a value is not taken. Gates return one instead of throwing; there is one object per code. */
export class Bad {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

/** Takes a value of the right type (a copy, never the input's own objects) or says why not. */
export type Gate = (value: unknown, run: Run) => unknown
/** A rule about a value that is there: true if it holds. */
export type Check = {
  readonly code: string
  readonly message: string
  readonly holds: (value: unknown, run: Run) => boolean
}
export type Test = (frame: Frame, run: Run) => boolean

/** A compiled action of `logic`. */
export type Effect =
  | { readonly kind: 'flag'; readonly bit: number; readonly on: boolean }
  | { readonly kind: 'text'; readonly property: string; readonly text: string }
  | { readonly kind: 'value'; readonly run: Expression }
export type Lever = { readonly test: Test; readonly effects: readonly Effect[] }

/** One object of the answers that holds values: the form, a container, or the row of a grid. */
export type Level = {
  readonly index: number
  readonly owner: Node | undefined
  readonly nodes: Node[]
}

/** One component of the plan. */
export type Node = {
  readonly entry: Entry
  readonly kind: Kind
  readonly key: string
  readonly slot: number
  readonly level: Level
  /** Slot of the component above: in the same frame, or (`above`) in the frame that holds this one. */
  readonly parent: number
  readonly above: boolean
  readonly concealed: boolean
  readonly disabled: boolean
  readonly required: boolean
  readonly clears: boolean
  readonly test: Test | undefined
  readonly levers: readonly Lever[]
  readonly lateLevers: readonly Lever[]
  readonly calculate: Expression | undefined
  readonly fallback: unknown
  readonly gate: Gate | undefined
  readonly checks: readonly Check[]
  readonly rule: { readonly run: Expression; readonly message: string | undefined } | undefined
  readonly empty: (value: unknown) => boolean
  readonly message: (code: string) => string
  readonly inner: Level | undefined
  readonly rows: { readonly cap: number; readonly min: number } | undefined
  /** With `unique` in a grid: no two rows may hold the same value. */
  readonly unique: boolean
}

/** What the renderer and traces need to know of a value: its place without row numbers, and its choices. */
export type Field = {
  /** e.g. `members.idNumber`. */
  readonly path: string
  readonly label: string
  readonly kind: Kind
  readonly entry: Entry
  /** The choices of a radio, select or select boxes; empty for others. */
  readonly options: readonly Option[]
  /** What alone works the value out; undefined where somebody answers, or a rule may replace it. */
  readonly calculate: Expression | undefined
}

export type CompiledOutcome = {
  readonly definition: OutcomeDefinition
  readonly run: Expression
}
export type CompiledRecommend = {
  readonly definition: RecommendDefinition
  readonly when: Expression
  readonly quantity: Expression | undefined
}

/** A form that is ready to be evaluated. Make it with `compile`; it never changes. */
export type Plan = {
  readonly definition: Definition
  /** What the profile minds; with one error in it every evaluation is refused (`errors[0].code === 'definition'`). */
  readonly findings: readonly Judgement[]
  /** Every value of the form in document order, by path without row numbers. */
  readonly fields: ReadonlyMap<string, Field>
  readonly steps: readonly Node[]
  readonly levels: readonly Level[]
  readonly outcomes: readonly CompiledOutcome[]
  readonly recommends: readonly CompiledRecommend[]
}

/** One object under construction: the form's, a container's or a row's. `flags` holds a byte per slot. */
export type Frame = {
  readonly parent: Frame | undefined
  /** The container or grid that this object or row stands in; undefined: the form. */
  readonly owner: Node | undefined
  /** In a sitting a new object whenever something in it changes, else one object that is filled. */
  out: Record<string, unknown>
  raw: Record<string, unknown> | undefined
  readonly flags: Uint8Array
  bad: (string | undefined)[] | undefined
  kids: (Frame[] | undefined)[] | undefined
  readonly rowIndex: number | null
  /** Before a key this makes its path: `members[0].`; made when first asked for (`prefixOf`). */
  prefix: string | undefined
  /** What a sitting remembers of this object from one change to the next. */
  kept: Kept | undefined
}

/** What the second pass finds. */
export type Report = {
  readonly errors: AnswerError[]
  readonly hidden: string[]
  readonly overrides: Record<string, Override>
}

/** By slot: what was found out in the last run, and what that cost. */
export type Kept = {
  /** Fuel of the first and of the second pass, at `2 * slot` and `2 * slot + 1`. */
  readonly costs: (number | undefined)[]
  readonly faults: (AnswerError | undefined)[]
  readonly overrides: (Override | undefined)[]
  /** With a grid: cells and rows that are there twice. */
  readonly twins: (readonly AnswerError[] | undefined)[]
  /** All that is to say about this object and everything in it, until something of it changes. */
  tale: Report | undefined
  /** Taken out of the form: a removed row, a hidden container. */
  gone: boolean
}

/** One evaluation at work; from `flags` on: what was just found out about one component in one frame. */
export type Run = {
  readonly today: string
  readonly demo: boolean
  readonly scope: Scope
  flags: number
  /** Its value (undefined: none); for a container or grid what was given for it. */
  value: unknown
  /** Why that is wrong. */
  bad: string | undefined
  /** With a container or grid: whether what it holds is there. */
  open: boolean
  /** What the second pass found that `logic` changed about a component. */
  override: Override | undefined
}
