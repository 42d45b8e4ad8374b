import { parseRule, type Read, type Root } from '../logic/index.ts'
import type { WordValues } from './finding.ts'
import type { Entry, Outline } from './outline.ts'
import { resolveRead, type Target } from './reference.ts'
import type { WordKey } from './words.ts'

/** Takes what is wrong with a rule, and where. */
export type RuleFault = (words: WordKey, pointer: string, values?: WordValues) => void

type Found = { readonly read: Read; readonly target: Target }

/** What a rule of a component (or of an outcome: undefined) reads; what cannot be read, or does not exist, is a fault. */
export const readsOf = (
  rule: unknown,
  pointer: string,
  roots: readonly Root[],
  outline: Outline,
  from: Entry | undefined,
  fault: RuleFault,
): readonly Found[] => {
  const parsed = parseRule(rule, roots)
  if (!parsed.ok) {
    for (const { words, at, values } of parsed.problems) fault(words, pointer + at, values)
    return []
  }
  return parsed.reads.map((read) => {
    const target = resolveRead(outline, from, read)
    if (!target.ok) fault(target.code, pointer, { name: target.name })
    return { read, target }
  })
}
