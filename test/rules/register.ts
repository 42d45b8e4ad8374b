import { readFileSync } from 'node:fs'

/** One rule of the five papers: its number, its sentences, what the system owes it. */
export type Rule = { readonly id: string; readonly quotes: readonly string[]; readonly implement: string }

/** The top of the source tree. */
export const root = new URL('../../', import.meta.url)

/** The register of every rule that a paper states, in the order of the papers. */
export const register = (): readonly Rule[] =>
  JSON.parse(readFileSync(new URL('forms/packs/rules.json', root), 'utf8'))

/** A rule's number wherever it stands: `S2-15`. */
export const ruleNumber = /\bS[0-4]-\d{2}\b/g
