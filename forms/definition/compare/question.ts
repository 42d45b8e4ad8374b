import { optionsOf } from '../options.ts'
import type { Kind } from '../types.ts'
import { judgeChoices } from './choices.ts'
import { at, same } from './same.ts'
import type { Say } from './say.ts'
import type { Form, Seat } from './seat.ts'
import { filled, judgeSettings } from './settings.ts'
import { judgeGate } from './visibility.ts'

/** Says everything that changed about one component that stands in both forms. */
export const judgeComponent = (was: Seat, is: Seat, old: Form, form: Form, say: Say): void => {
  const [a, b] = [was.component, is.component]
  if (was.label !== is.label) say.setting('compatible', 'label', was.label, is.label)
  judgeGate(was, is, old, form, say)
  const passes = judgeType(was, is, say)
  if (is.layout || was.layout) return
  judgeSettings(was, is, say)
  const [made, makes] = [a, b].map((component) => filled(component['calculateValue']))
  if (!same(made, makes))
    say.setting(made === undefined ? 'loses-answers' : 'changes-meaning', 'calculateValue', made, makes)
  const [cleared, clears] = [a, b].map((component) => component['clearOnHide'] !== false)
  if (cleared !== clears)
    say.setting(clears ? 'loses-answers' : 'changes-meaning', 'clearOnHide', cleared, clears)
  if (!passes) return
  const [one, many] = [a, b].map((component) => component['multiple'] === true)
  if (one !== many)
    say.setting(is.kind === 'attachments' && many ? 'compatible' : 'loses-answers', 'multiple', one, many)
  if (listed.has(is.kind)) judgeChoices(was, is, say)
}

const listed: ReadonlySet<Kind | undefined> = new Set(['choice', 'selectboxes', 'survey'])
const written: ReadonlySet<Kind | undefined> = new Set(['text', 'datetime', 'day', 'time'])

/** Whether every answer of this question is a text. */
const isText = ({ kind, component }: Seat): boolean =>
  written.has(kind) ||
  (kind === 'choice' && optionsOf(component).every(({ value }) => typeof value === 'string')) ||
  (kind === 'tags' && component['storeas'] !== 'array')

/** False: no answer of the old type passes as one of the new. */
const judgeType = (was: Seat, is: Seat, say: Say): boolean => {
  const [a, b] = [was.component.type, is.component.type]
  if (a === b) return true
  const alike = was.kind === is.kind && is.kind !== undefined
  const passes = alike || (was.layout && is.layout) || (is.kind === 'text' && isText(was))
  const narrows = b === 'email' || b === 'url' || (alike && at(is.component, 'inputMask'))
  if (!passes) say.setting('loses-answers', 'type', a, b)
  else if (!was.layout && (is.kind === 'number' || !alike)) say.setting('changes-meaning', 'type', a, b)
  else say.setting(narrows ? 'tightens' : 'compatible', 'type', a, b)
  return passes
}
