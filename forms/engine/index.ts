/** The form engine: a definition becomes a plan once; a plan evaluates answers anywhere, the same way. */
export { type CompileOptions, compile } from './compile.ts'
export { type EvaluateOptions, evaluate } from './evaluate.ts'
export type { LevelTable, LevelTables } from './levels.ts'
export type { Field, Plan } from './plan.ts'
export type {
  AnswerError,
  Evaluation,
  Outcome,
  Override,
  Recommended,
  TraceStep,
} from './result.ts'
export { valueAt } from './trace.ts'
