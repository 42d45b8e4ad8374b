/**
 * `POST …/draft/what-if` → 200 WhatIf. Last month's quotes, priced twice: by the configuration that is in use on `on`, and
 * by the draft. Reads only; no name, id number or id of anybody is in the answer.
 */
export type WhatIfRequest = {
  /** `2026-10`: assessments that were confirmed or submitted in this month. */
  readonly month: string
  /**
   * As if everything were served on this local date. Absent: the first day from today on which the two fee standards
   * differ, else today.
   */
  readonly on?: string
}

/** 分. Sums of the lines that have a price both before and after: what is not set is no zero, and is told apart. */
export type BeforeAfter = { readonly before: number; readonly after: number }

export type WhatIf = {
  readonly month: string
  readonly on: string
  /** Days from today on which the draft begins to differ from what is in use; for a choice of `on`. */
  readonly days: readonly string[]
  /** The release that `before` was priced by, and the revision of the draft that `after` was. */
  readonly release: number
  readonly rev: number
  /** Assessments that advised a service, and how many could not be read any more. */
  readonly records: number
  readonly unreadable: number
  /** More than was read: the figures are those of the first `records` alone. */
  readonly truncated: boolean
  readonly lines: number
  readonly total: BeforeAfter
  /** What the persons pay themselves of it. */
  readonly own: BeforeAfter
  readonly households: WhatIfHouseholds
  /** Lines that lose their price, and those that get one; `amount`: what they came to while they had it. */
  readonly newlyUnset: WhatIfApart
  readonly newlySet: WhatIfApart
  /** Lines that have no price before and after. */
  readonly stillUnset: number
  readonly items: readonly WhatIfItemChange[]
  readonly counties: readonly WhatIfCountyChange[]
  readonly funds: readonly WhatIfFundChange[]
  /** At most ten, the largest first. */
  readonly largest: readonly WhatIfHouseholdChange[]
  /** The whole in Chinese sentences, in the order in which they are read. */
  readonly words: readonly string[]
}

/** `more`, `less`, `same`: by what all services of a household cost; `ownMore`, `ownLess`: by what it pays itself. */
export type WhatIfHouseholds = {
  readonly all: number
  readonly more: number
  readonly less: number
  readonly same: number
  readonly ownMore: number
  readonly ownLess: number
}

export type WhatIfApart = { readonly lines: number; readonly amount: number }

export type WhatIfItemChange = BeforeAfter & {
  readonly item: string
  readonly name: string
  readonly lines: number
  readonly newlyUnset: number
  readonly newlySet: number
}

/** `division` is of the first level; `''` where a record lies in none. */
export type WhatIfCountyChange = BeforeAfter & {
  readonly division: string
  readonly name: string
  readonly households: number
  readonly more: number
  readonly less: number
}

export type WhatIfFundChange = BeforeAfter & { readonly fund: string; readonly name: string }

/** One household by a number that means nothing outside this answer. */
export type WhatIfHouseholdChange = BeforeAfter & {
  readonly household: number
  readonly division: string
  readonly name: string
  /** Chinese: 「助浴 2 次：120.00 元 → 130.00 元」. */
  readonly lines: readonly string[]
}
