/** A Form.io component as it stands in JSON. Only `lint` decides what of it is accepted; unknown keys are never read. */
export type Component = {
  readonly type: string
  readonly key?: string
  readonly label?: string
  readonly components?: readonly Component[]
  readonly validate?: Validate
  readonly conditional?: Conditional | null
  readonly logic?: readonly LogicRule[]
  readonly properties?: Properties
  readonly [key: string]: unknown
}

/** What Yihu adds to Form.io. */
export type Properties = {
  /** Code in the shared dictionary of data elements. */
  readonly element?: string
  readonly sensitivity?: Sensitivity
  readonly format?: Format
  /** Where the question comes from: a paper and its rule. */
  readonly source?: unknown
  /** On a select, radio or selectboxes: the name under which `compile` is given the options, e.g. `catalogue`. */
  readonly options?: string
  readonly [key: string]: unknown
}

export type Sensitivity = 'public' | 'internal' | 'personal' | 'sensitive'
export type Format = 'cn-id' | 'cn-credit-code' | 'cn-mobile' | 'cn-division' | 'money'
export const sensitivities: readonly Sensitivity[] = ['public', 'internal', 'personal', 'sensitive']
export const formats: readonly Format[] = ['cn-id', 'cn-credit-code', 'cn-mobile', 'cn-division', 'money']

export type Validate = {
  readonly required?: boolean
  readonly min?: number | string | null
  readonly max?: number | string | null
  readonly minLength?: number | string | null
  readonly maxLength?: number | string | null
  readonly minWords?: number | string | null
  readonly maxWords?: number | string | null
  readonly pattern?: string
  readonly integer?: boolean
  readonly step?: number | string | null
  readonly unique?: boolean
  readonly minSelectedCount?: number | string | null
  readonly maxSelectedCount?: number | string | null
  readonly customMessage?: string
  readonly json?: unknown
  readonly [key: string]: unknown
}

/** Three shapes: `when/eq` (old), `conditions` (new), `json` (JSON Logic). */
export type Conditional = {
  readonly show?: boolean | string | null
  readonly when?: string | null
  readonly eq?: unknown
  readonly conjunction?: 'all' | 'any' | string
  readonly conditions?: readonly SimpleCondition[]
  readonly json?: unknown
  readonly [key: string]: unknown
}
export type SimpleCondition = {
  readonly component: string
  readonly operator: string
  readonly value?: unknown
}

export type LogicRule = {
  readonly name?: string
  readonly trigger: {
    readonly type: 'simple' | 'json' | string
    readonly simple?: Conditional
    readonly json?: unknown
    readonly [key: string]: unknown
  }
  readonly actions: readonly LogicAction[]
  readonly [key: string]: unknown
}
export type LogicAction = {
  readonly type: 'property' | 'value' | string
  readonly property?: { readonly value?: string; readonly type?: string; readonly label?: string }
  readonly state?: boolean
  readonly text?: string
  readonly value?: unknown
  readonly [key: string]: unknown
}

/** One choice of a radio, select or select boxes. */
export type Option = { readonly value: string | number | boolean; readonly label: string }

/** A Form.io form; without `display` it is a plain one, as in Form.io. */
export type Definition = {
  readonly display?: 'form' | 'wizard'
  readonly components: readonly Component[]
}
