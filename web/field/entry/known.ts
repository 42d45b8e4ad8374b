import type { Objects } from '#forms/catalogue'

/** What the people of a household are checked against and chosen from. */
export type Known = {
  /** Local date. */
  readonly today: string
  /** The city is for demonstration: made-up id numbers are taken. */
  readonly demo: boolean
  readonly objects: Objects
}
