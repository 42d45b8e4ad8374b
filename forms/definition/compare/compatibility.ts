/** What a change does to answers that were valid under the old form, worst first. */
export const classes = ['loses-answers', 'changes-meaning', 'tightens', 'compatible'] as const
export type CompatibilityClass = (typeof classes)[number]

/** One change of meaning between two versions of a form. */
export type Compatibility = {
  readonly class: CompatibilityClass
  /** What changed: `removed`, `option-removed`, `required`, `conditional` … */
  readonly code: string
  /** Data path without row numbers (`members.idNumber`), a layout component's key, `outcomes.<key>`; empty: the whole form. */
  readonly path: string
  /** JSON pointer into the newer input; into the older one for what was removed. */
  readonly pointer: string
  readonly label?: string
  /** Chinese, complete: what changed, and what that does to answers given under the old form. */
  readonly message: string
}

/** The worst of some classes; undefined of none. */
export const worst = (list: readonly CompatibilityClass[]): CompatibilityClass | undefined =>
  classes.find((one) => list.includes(one))
