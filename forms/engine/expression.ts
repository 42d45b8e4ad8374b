import { type Expression, formRoots, parseRule, type Root, RuleFailure } from '../logic/index.ts'

/** A rule that could not be read fails whenever it is asked: closed, never skipped. */
const failing: Expression = () => {
  throw new RuleFailure('type')
}

/** A rule made ready to run. */
export const expression = (rule: unknown, roots: readonly Root[] = formRoots): Expression => {
  const parsed = parseRule(rule, roots)
  return parsed.ok ? parsed.run : failing
}
