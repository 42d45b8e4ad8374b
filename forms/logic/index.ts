/**
 * JSON Logic for forms: parsed once into closures, with a fixed list of operators and variable roots,
 * own properties only, bounded work, and failure (never a guess) where a rule cannot be evaluated.
 */
export {
  finite,
  hasText,
  isBlank,
  isFlag,
  isList,
  isNumber,
  isObject,
  isRecord,
  isScalar,
  isText,
  listed,
  numeric,
  own,
  pointerStep,
  reservedNames,
  textual,
} from './json.ts'
export { listOperators } from './lists.ts'
export { operators } from './operators.ts'
export { type Parsed, parseRule } from './parse.ts'
export {
  type Expression,
  failureOf,
  formRoots,
  fuelPerEvaluation,
  newScope,
  outcomeRoots,
  type Read,
  type Root,
  type Rule,
  RuleFailure,
  type RuleProblem,
  type RuleWords,
  type Scope,
} from './rule.ts'
export * as ruleLimits from './rule-limits.ts'
export { deeper, spend, spendSearch, truthy } from './value.ts'
