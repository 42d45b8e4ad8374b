/** A pause that ends a step, in milliseconds. */
const pause = 2_000

/** What is known of an element on the page. */
type Field = { readonly matches: (selector: string) => boolean }

/** Somebody writing into a field; `count` tells one visit from the next. */
export type Visit = { readonly field: Field | undefined; readonly last: number; readonly count: number }

export const noVisit: Visit = { field: undefined, last: 0, count: 0 }

/** A field in which somebody writes; of boxes, lists and buttons each use is a step of its own. */
const written =
  'textarea, input:not([type=checkbox], [type=radio], [type=file], [type=search], [role=combobox])'

/**
 * The visit that a change made now belongs to: all that is written into one field without another change between and
 * without a pause is one. Without a field the change stands alone.
 */
export const visitAt = ({ field, last, count }: Visit, active: Field | null, now: number): Visit => {
  const here = active?.matches(written) ? active : undefined
  const goes = here !== undefined && here === field && now - last < pause
  return { field: here, last: now, count: goes ? count : count + 1 }
}
