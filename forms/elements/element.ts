/** Type of a data element's value. `money` is 元 with at most two decimals as a person types it. */
export type ElementType =
  | 'text'
  | 'number'
  | 'integer'
  | 'money'
  | 'date'
  | 'boolean'
  | 'code'
  | 'codes'
  | 'table'
export type Sensitivity = 'public' | 'internal' | 'personal' | 'sensitive'

/**
 * One entry of the shared dictionary of data elements (数据元). A city's field points to it with
 * `properties.element`, so that a province can see which city asks what.
 */
export type Element = {
  readonly code: string
  readonly name: string
  readonly type: ElementType
  readonly unit?: string
  /** Value → label, for `code` and `codes`. Cities may use fewer; others cannot be compared. */
  readonly options?: Readonly<Record<string, string>>
  readonly sensitivity: Sensitivity
  /** The paper or standard it is taken from. */
  readonly standard?: string
}
