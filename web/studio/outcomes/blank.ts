import { conditionOf, type Entry, readSwitches } from '#forms/definition'
import type { Measure } from './model.ts'
import { type Question, questionAt } from './questions.ts'

/** Whether a question is not always there: a condition or a rule hides it, or something around it. */
const isSometimes = (entry: Entry): boolean =>
  conditionOf(entry) !== undefined ||
  readSwitches(entry).length > 0 ||
  (entry.parent !== undefined && isSometimes(entry.parent))

/** The same result without waiting for questions that may be hidden: unanswered, they count as 0. */
export const withHiddenAsZero = (measure: Measure, questions: readonly Question[]): Measure => {
  const marked = <One extends { readonly of: Question['of'] }>(one: One): One => {
    const question = questionAt(questions, one.of)
    return question && isSometimes(question.entry) ? { ...one, blank: true } : one
  }
  if (measure.kind === 'count') return { ...measure, matches: measure.matches.map(marked) }
  return 'terms' in measure ? { ...measure, terms: measure.terms.map(marked) } : measure
}
