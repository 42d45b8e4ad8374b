import { same } from '../compare/same.ts'
import type { Entry } from '../outline.ts'
import type { Run } from './facts.ts'
import type { FormRules, OutcomeRule } from './form-rules.ts'
import { answersIn, hidings } from './hidings.ts'
import type { Remark } from './remark-rules.ts'
import { nothing, type Shape } from './shape.ts'

/** Nobody reads more about one result; of longer sums not every question is tried. */
const most = { said: 5, tried: 60 }

/**
 * A result of several answers that is missing only because one of its questions is hidden. Where all of them are hidden
 * by the same condition there is nothing to find out, and nothing is said.
 */
export const remarkHidden = (rule: OutcomeRule, rules: FormRules, complete: Run, remark: Remark): void => {
  const asked = answersIn(rule.node)
  if (asked.size < 2 || !complete.ask(rule).known.has(null)) return
  const answered = (entry: Entry): Shape => {
    const { shape } = complete.factsOf(entry)
    return asked.has(entry)
      ? { ...shape, known: new Set([...shape.known].filter((one) => one !== null)) }
      : shape
  }
  if (complete.askIf(rule, answered).known.has(null)) return
  const missingWithout = (entry: Entry): boolean =>
    hidings(entry, rules, complete).some((given) =>
      complete
        .askIf(rule, (one) => (one === entry ? nothing : (given.get(one) ?? answered(one))))
        .known.has(null),
    )
  const culprits = [...asked]
    .filter((entry) => isHiddenApart(entry, asked, complete))
    .slice(0, most.tried)
    .filter(missingWithout)
  for (const { label } of culprits.slice(0, most.said))
    remark('outcome-hidden', rule.pointer, { asked: label, label: rule.definition.title })
}

/** Whether a question can be hidden, with its answer gone, while not all the others are hidden for the same reason. */
const isHiddenApart = (entry: Entry, asked: ReadonlySet<Entry>, run: Run): boolean => {
  const { shown, shape } = run.factsOf(entry)
  if (!shown.yes || !shown.no || !shape.known.has(null)) return false
  return reasons(entry).some(
    (own) => ![...asked].every((one) => reasons(one).some((other) => same(own, other))),
  )
}

const reasons = ({ component, parent }: Entry): readonly unknown[] => [
  ...(component.conditional ? [component.conditional] : []),
  ...(parent ? reasons(parent) : []),
]
