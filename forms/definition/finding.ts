/** What the linter says about one place of a definition. `error` forbids use and publishing; `warning` does not. */
export type LintFinding = {
  readonly level: 'error' | 'warning'
  readonly code: string
  /** Form.io data path without row numbers, e.g. `members.idNumber`; empty for the form as a whole. */
  readonly path: string
  /** JSON pointer into the definition, so that an editor can jump there. */
  readonly pointer: string
  readonly label?: string
  /** A Chinese sentence that says what is wrong and what to do. */
  readonly message: string
}
