import type { LintFinding } from '../finding.ts'
import type { LintOptions } from '../lint.ts'
import type { Entry } from '../outline.ts'
import { runForm } from './facts.ts'
import { type FormRules, type Placed, readForm } from './form-rules.ts'
import type { Node } from './node.ts'
import { remarkField } from './remark-fields.ts'
import { remarkOutcomes } from './remark-outcomes.ts'
import { type Remark, remarkEntryRules } from './remark-rules.ts'
import { remarkWords } from './remark-words.ts'

/** Nobody reads more; warnings never crowd out an error. */
const most = { error: 300, warning: 100 }

/**
 * What is probably not meant in a form that the linter finds no error in: rules that can never hold, questions that
 * nobody can answer, options and levels that nothing reaches. A rule that can hold is never called dead: what is not
 * known is taken for anything. An `error` only where no answer at all could be submitted.
 * Takes a definition that `judge` finds no error in; bounded time, and never throws.
 */
export const remarks = (
  definition: { readonly components?: unknown },
  options: LintOptions = {},
): readonly LintFinding[] => {
  const found: LintFinding[] = []
  try {
    collect(definition, options, found)
  } catch {
    // A belt for what is no JSON (getters, proxies): the linter has looked at it already.
  }
  return found
}

const collect = (
  definition: { readonly components?: unknown },
  options: LintOptions,
  found: LintFinding[],
): void => {
  const count = { error: 0, warning: 0 }
  const rules = readForm(definition, options)
  const seen = new Map<Node, number>()
  const run = runForm(rules, false, seen)
  const complete = runForm(rules, true)
  const about =
    (path: string, label: string): Remark =>
    (code, pointer, values, level = 'warning') => {
      if (++count[level] <= most[level])
        found.push({
          level,
          code,
          path: path.slice(0, 300),
          pointer,
          ...(label !== '' && { label: label.slice(0, 80) }),
          message: remarkWords(code, values),
        })
    }
  const read = readEntries(rules)
  for (const own of rules.ofEntry) {
    const remark = about(own.entry.path, own.entry.label)
    // What stands in a part that nobody sees is said once, of that part.
    if (own.entry.parent && !run.factsOf(own.entry.parent).shown.yes) continue
    remarkField(own, run, read, remark)
    remarkEntryRules(own, run, seen, remark)
  }
  remarkOutcomes(rules, run, complete, seen, about)
}

/** Every question that some rule looks at, and what stands inside it. */
const readEntries = ({ outline, ofEntry, outcomes, recommends }: FormRules): ReadonlySet<Entry> => {
  const found = new Set<Entry>()
  const visit = (rule: Placed | undefined): void => rule && look(rule.node)
  const look = ({ source, args }: Node): void => {
    if (source?.kind === 'answer') found.add(source.entry)
    args.forEach(look)
  }
  for (const { shows, calculation, check, switches, sets } of ofEntry)
    for (const rule of [shows, calculation, check, ...sets, ...switches.map(({ trigger }) => trigger)])
      visit(rule)
  outcomes.forEach(visit)
  for (const { when, quantity } of recommends) [when, quantity].forEach(visit)
  for (const entry of outline.entries) if (entry.holder && found.has(entry.holder)) found.add(entry)
  return found
}
