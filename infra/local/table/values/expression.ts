import type { Attribute } from './attribute.ts'

/** What dynalite's parsers leave on a request: the forms of its syntax trees. */
export type Path = readonly (string | number)[]
export type Operand = Path | FunctionCall | Attribute
export interface FunctionCall {
  readonly type: 'function'
  readonly name: string
  readonly args: readonly Operand[]
}
export interface Comparison {
  readonly type: '=' | '<>' | '<' | '<=' | '>' | '>=' | 'between' | 'in'
  readonly args: readonly Operand[]
}
export interface Combination {
  readonly type: 'and' | 'or' | 'not'
  readonly args: readonly Condition[]
}
export type Condition = Combination | Comparison | FunctionCall

export interface Arithmetic {
  readonly type: 'add' | 'subtract'
  readonly args: readonly UpdateOperand[]
}
export type UpdateOperand =
  | Path
  | Attribute
  | Arithmetic
  | { readonly type: 'function'; readonly name: string; readonly args: readonly UpdateOperand[] }
export type UpdateSection =
  | { readonly type: 'set'; readonly path: Path; readonly val: UpdateOperand }
  | { readonly type: 'remove'; readonly path: Path }
  | { readonly type: 'add' | 'delete'; readonly path: Path; readonly val: Attribute }

type Heads = Readonly<Record<string, true>>
export interface ParsedCondition {
  readonly expression: Condition
  readonly nestedPaths: Heads
  readonly pathHeads: Heads
}
export interface ParsedUpdate {
  readonly sections: readonly UpdateSection[]
  readonly paths: readonly Path[]
  readonly nestedPaths: Heads
}
export interface ParsedProjection {
  readonly paths: readonly Path[]
  readonly nestedPaths: Heads
}

export function isPath(operand: Operand | UpdateOperand): operand is Path {
  return Array.isArray(operand)
}

export function isCall(operand: Operand): operand is FunctionCall {
  return !isPath(operand) && 'type' in operand && operand.type === 'function'
}
