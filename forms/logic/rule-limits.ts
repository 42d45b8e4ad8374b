/** What one rule may cost to write down, and to work out. */
export const depth = 40
export const nodes = 2_000
/** Signs of one text, elements of one list. */
export const text = 10_000
export const list = 10_000
