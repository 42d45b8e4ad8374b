import { isRecord, same } from '#forms/definition'

/**
 * One way of writing for what can be written in several: arguments always in a list, a test for one value as `===`,
 * a chain of conditions flat and with its last word.
 */
export const plainly = (rule: unknown): unknown => {
  if (Array.isArray(rule)) return rule.map(plainly)
  const operation = operationOf(rule)
  if (!operation) return rule
  const [name, args] = operation
  if (name === 'var') return args.length < 2 || args[1] === null ? { var: args[0] } : { var: args }
  const inner = args.map(plainly)
  const [first, second] = inner
  if (name === 'in' && inner.length === 2 && Array.isArray(second) && second.length === 1)
    return { '===': [first, second[0]] }
  if (name !== 'if' && name !== '?:') return { [name]: inner }
  const whole = inner.length % 2 === 0 ? [...inner, null] : inner
  const last = operationOf(whole.at(-1))
  return { if: last?.[0] === 'if' && whole.length > 1 ? [...whole.slice(0, -1), ...last[1]] : whole }
}

/** Whether two rules are the same but for how they are written. */
export const sameMeaning = (a: unknown, b: unknown): boolean => same(plainly(a), plainly(b))

/** Name and arguments of an operation; undefined for a plain value. */
export const operationOf = (rule: unknown): readonly [string, readonly unknown[]] | undefined => {
  if (!isRecord(rule)) return undefined
  const [[name, args] = [], more] = Object.entries(rule)
  if (name === undefined || more) return undefined
  return [name, Array.isArray(args) ? args : [args]]
}

/** The arguments of an operation of this name, if that many. */
export const argsOf = (rule: unknown, name: string, count?: number): readonly unknown[] | undefined => {
  const [found, args] = operationOf(rule) ?? []
  return found === name && args && (count === undefined || args.length === count) ? args : undefined
}
