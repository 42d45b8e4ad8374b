/** A test before or after the service: which form, and the score of one dimension. */
export type Test = { readonly form: string; readonly score: number }

/** `none`: nothing can be said, because one of the two is missing or another form was used. */
export type Effect =
  | { readonly state: 'measured'; readonly change: number }
  | { readonly state: 'none'; readonly words: string }

/** What a service changed: after minus before, of the same form (S0-23). Without a test before there is no effect. */
export const effectOf = (before: Test | undefined, after: Test | undefined): Effect => {
  if (!before) return { state: 'none', words: '没有前测，不能计算效果。' }
  if (!after) return { state: 'none', words: '还没有后测。' }
  if (before.form !== after.form) return { state: 'none', words: '前测和后测用的不是同一张表，不能比较。' }
  return { state: 'measured', change: after.score - before.score }
}
