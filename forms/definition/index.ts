/** The accepted Form.io profile: its types, its linter, and the importer of forms from elsewhere. */
export { type Analysis, analyse, type Party, type RuleFacts, type Written } from './analysis/analyse.ts'
export { asksCity, cityOptions, type OptionLists } from './city-options.ts'
export {
  type Compatibility,
  type CompatibilityClass,
  compare,
  comparison,
  type Judged,
  ruleNames,
  type Seat,
  same,
  settingNames,
  within,
  worst,
} from './compare/index.ts'
export {
  type Component,
  type Conditional,
  type Definition,
  type Format,
  formats,
  type LogicAction,
  type LogicRule,
  type Option,
  type Properties,
  type Sensitivity,
  type SimpleCondition,
  sensitivities,
  type Validate,
} from './component.ts'
export {
  type Band,
  type FormDocument,
  type OutcomeDefinition,
  type Period,
  periods,
  type RecommendDefinition,
  type Sample,
  type Source,
} from './document.ts'
export type { Judgement, LintFinding } from './finding.ts'
export { type Fault, type Graph, graph } from './graph.ts'
export { type ImportReport, importForm, type Refused, type Translated, translate } from './import/index.ts'
export { type JudgeOptions, judge } from './judge.ts'
export { type LintOptions, lint, lintForm } from './lint.ts'
export { optionsOf, surveyPart } from './options.ts'
export { type Entry, holdsValue, labelOf, type Outline, outline } from './outline.ts'
export { judgePattern, type PatternVerdict } from './pattern.ts'
export {
  columns as questionColumns,
  type QuestionList,
  type QuestionReport,
  type RowNote,
  type Rows,
  readQuestions,
  typeWords,
} from './questions/index.ts'
export { isRecord } from './record.ts'
export { holdersOf, type Named, resolveName, resolveRead, type Target } from './reference.ts'
export { followKeys, type Rename, type Renamed } from './rename/index.ts'
export {
  type Condition,
  type ConditionOperator,
  calculationOf,
  checkRuleOf,
  conditionOf,
  conditionOperators,
  isConditionOperator,
  readSwitches,
  type Switch,
  type Term,
} from './rules.ts'
export { isHolder, type Kind, kindOf, kinds, limits } from './types.ts'
export { type Nest, nests, type Place, walk } from './walk.ts'
