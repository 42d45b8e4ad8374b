import type { CompatibilityClass } from '../definition/index.ts'

/** One change between two configurations, in words that an office can read. The API's `Change` has the same shape. */
export type Change = {
  readonly document: string
  readonly documentTitle: string
  /** JSON pointer: into the newer document, or into the older one for what was removed. */
  readonly pointer: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Chinese, complete: 「助浴：60 元/次 → 65 元/次，自 2027-01-01」. */
  readonly words: string
  /** In a form: what the change does to answers given under the older one. */
  readonly effect?: CompatibilityClass
}
