import { newScope, operators, RuleFailure } from '../../logic/index.ts'

const scope = newScope(null, '2000-01-01')

/** What an operator gives for values that are known; undefined where the rule would fail. */
export const concrete = (name: string, values: readonly unknown[]): unknown => {
  scope.fuel = 100_000
  try {
    return operators[name]?.build(values.map((value) => () => value))(scope) ?? null
  } catch (error) {
    if (error instanceof RuleFailure) return undefined
    throw error
  }
}
