import type { Ref, Scalar } from './model.ts'
import { argsOf } from './same-meaning.ts'

/** With `instead` what counts where there is no answer. */
export const writeRef = ({ root, path }: Ref, instead?: number) =>
  instead === undefined ? { var: `${root}.${path}` } : { var: [`${root}.${path}`, instead] }

/** A read of an answer or an earlier result, with `instead` only one that counts as this where there is none. */
export const readRef = (rule: unknown, instead?: number): Ref | undefined => {
  const [name, ...given] = argsOf(rule, 'var') ?? []
  if (given.length > 1 || given[0] !== instead) return undefined
  const [, root, path] = (typeof name === 'string' && /^(data|row|outcomes)\.(.+)$/.exec(name)) || []
  return path === undefined ? undefined : { root: root as Ref['root'], path }
}

export const sameRef = (a: Ref, b: Ref): boolean => a.root === b.root && a.path === b.path

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || isNumber(value)

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

/** Reads “is one of these”. */
export const readAny = (
  rule: unknown,
): { readonly of: Ref; readonly values: readonly Scalar[] } | undefined => {
  const [name, value] = argsOf(rule, '===', 2) ?? []
  const [needle, list] = argsOf(rule, 'in', 2) ?? []
  const of = readRef(name ?? needle)
  const values = name === undefined ? list : [value]
  return of && Array.isArray(values) && values.length > 0 && values.every(isScalar)
    ? { of, values }
    : undefined
}

export const writeAny = (of: Ref, values: readonly Scalar[]): unknown =>
  values.length === 1 ? { '===': [writeRef(of), values[0]] } : { in: [writeRef(of), [...values]] }
