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

/** One object under construction. `flags` holds a byte per slot. */
export type Frame = {
  readonly parent: Frame | undefined
  readonly out: Record<string, unknown>
  readonly raw: Record<string, unknown> | undefined
  readonly flags: Uint8Array
  bad: (string | undefined)[] | undefined
  kids: (Frame[] | undefined)[] | undefined
  readonly rowIndex: number | null
  /** Before a key this makes its path: `members[0].`. */
  readonly prefix: string
  /** Said before a message inside a grid: `家庭成员第 1 行：`. */
  readonly title: string
}

export const flag = { hidden: 1, disabled: 2, concealed: 4, required: 8 } as const

/** One evaluation at work. */
export type Run = {
  readonly today: string
  readonly demo: boolean
  readonly scope: Scope
  readonly frames: Frame[][]
}
