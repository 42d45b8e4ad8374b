import { readdirSync, readFileSync } from 'node:fs'
import { root, ruleNumber } from './register.ts'

/** A test that names rules in its title. `at` is `file: title`. */
export type RuleTest = { readonly rules: readonly string[]; readonly file: string; readonly title: string }

/** `it('…')`, `test('…')`, `it.each(…)('…')` and the like, with any quotes; a title never spans lines. */
const titled =
  /\b(?:it|test)(?:\.(?:each|for)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['"`])((?:(?!\1)[^\\\n]|\\.)+)\1/g

/** Every test of the suite whose title names a rule. */
export const ruleTests = (): readonly RuleTest[] =>
  readdirSync(new URL('test', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('rules/'))
    .sort()
    .flatMap((name) => {
      const file = `test/${name}`
      return [...readFileSync(new URL(file, root), 'utf8').matchAll(titled)].flatMap(([, , title = '']) => {
        const rules = [...new Set(title.match(ruleNumber) ?? [])]
        return rules.length > 0 ? [{ rules, file, title }] : []
      })
    })
