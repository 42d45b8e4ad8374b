/** Whether something may be done; `words` says why not and what to do, in a Chinese sentence. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly words: string }

export const allowed: Verdict = { allowed: true }
export const refused = (words: string): Verdict => ({ allowed: false, words })
