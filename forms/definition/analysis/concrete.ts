import { newScope, operators, RuleFailure } from '../../logic/index.ts'

/** An operator for values that are known; it gives undefined where the rule would fail. */
export const trying = (name: string, count: number): ((values: readonly unknown[]) => unknown) => {
  let now: readonly unknown[] = []
  const run = operators[name]?.build(Array.from({ length: count }, (_, i) => () => now[i]))
  const scope = newScope(null, '2000-01-01')
  return (values) => {
    now = values
    scope.fuel = 100_000
    try {
      return run?.(scope) ?? null
    } catch (error) {
      if (error instanceof RuleFailure) return undefined
      throw error
    }
  }
}

export const concrete = (name: string, values: readonly unknown[]): unknown =>
  trying(name, values.length)(values)
