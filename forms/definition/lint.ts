import { remarks } from './analysis/remarks.ts'
import type { Definition } from './component.ts'
import type { FormDocument } from './document.ts'
import type { Judgement, LintFinding } from './finding.ts'
import { type JudgeOptions, judge } from './judge.ts'
import { publishing } from './publishing.ts'
import { sentence } from './words.ts'

export type LintOptions = JudgeOptions

/**
 * Says in Chinese everything for which the profile refuses a definition (`error`), and what it only minds
 * (`warning`); where nothing is refused, also what its rules can never do (see `remarks`). Takes any JSON, also deep,
 * huge, cyclic or of wrong types, in bounded time, and never throws.
 * Pointers lead into the definition; those of the options begin `/outcomes` and `/recommends`.
 */
export const lint = (definition: unknown, options: LintOptions = {}): readonly LintFinding[] => {
  const judged = judge(definition, options, publishing).map(inWords)
  const refused = judged.some(({ level }) => level === 'error')
  return refused ? judged : [...judged, ...remarks(definition as Definition, options)]
}

const inWords = ({ words, values, ...found }: Judgement): LintFinding => ({
  ...found,
  message: sentence(words, values),
})

/** The same for a whole form document: pointers lead into the document (`/definition/components/0`, `/outcomes/0/value`). */
export const lintForm = (form: FormDocument): readonly LintFinding[] => {
  const inner = lint(form.definition, {
    ...(form.outcomes && { outcomes: form.outcomes }),
    ...(form.recommends && { recommends: form.recommends }),
  })
  return inner.map((finding) =>
    /^\/(?:outcomes|recommends)(?:\/|$)/.test(finding.pointer)
      ? finding
      : { ...finding, pointer: `/definition${finding.pointer}` },
  )
}
