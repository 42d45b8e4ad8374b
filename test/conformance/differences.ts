import type { Deliberate } from './deliberate.ts'
import { otherwise } from './otherwise.ts'
import { rules } from './rules.ts'
import { stricter } from './stricter.ts'

export type { Deliberate } from './deliberate.ts'

/**
 * The table of deliberate differences to `@formio/core`, each listed once, in the order in which they are asked: the
 * first that applies to a difference counts. The suite fails for a difference of no row, and for a row of no difference.
 */
export const differences: readonly Deliberate[] = [...stricter, ...otherwise, ...rules]
