import type { Ref, Scalar } from './model.ts'
import { argsOf } from './same-meaning.ts'

export const writeRef = ({ root, path }: Ref) => ({ var: `${root}.${path}` })

/** A read of an answer or an earlier result. */
export const readRef = (rule: unknown): Ref | undefined => {
  const [name] = argsOf(rule, 'var', 1) ?? []
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
