import { type Place, places } from './places.ts'
import { register } from './register.ts'
import { type RuleTest, ruleTests } from './tests.ts'

/**
 * `enforced`: a test names the rule and fails when its value changes; `configured`: a pack carries it, and no more is
 * proved; `todo`: a pack lists it as a gap; `nowhere`: it has no place, which fails the suite.
 */
export type State = 'enforced' | 'configured' | 'todo' | 'nowhere'

/** One line of the table. `place` is empty only for `nowhere`, `test` only where there is none. */
export type Line = {
  readonly rule: string
  readonly place: string
  readonly state: State
  readonly test: string
}

/** Code that names a rule is no place of it unless a test holds it there. */
const stateOf = (found: readonly Place[], test: RuleTest | undefined): State => {
  if (found.length > 0 && test && found.some(({ kind }) => kind !== 'todo')) return 'enforced'
  if (found.some(({ kind }) => kind === 'configuration')) return 'configured'
  return found.some(({ kind }) => kind === 'todo') ? 'todo' : 'nowhere'
}

/** Where every rule of the register lives. */
export const ruleTable = (): readonly Line[] => {
  const found = places()
  const tests = ruleTests()
  return register().map(({ id }) => {
    const own = found.get(id) ?? []
    const test = tests.find(({ rules }) => rules.includes(id))
    const state = stateOf(own, test)
    return {
      rule: id,
      place: state === 'nowhere' ? '' : (own[0]?.at ?? ''),
      state,
      test: test && state === 'enforced' ? `${test.file}: ${test.title}` : '',
    }
  })
}

/** How many rules are in each state. */
export const totals = (lines: readonly Line[]): Readonly<Record<State, number>> => {
  const count = (state: State) => lines.filter((line) => line.state === state).length
  return {
    enforced: count('enforced'),
    configured: count('configured'),
    todo: count('todo'),
    nowhere: count('nowhere'),
  }
}
