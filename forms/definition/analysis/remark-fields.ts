import { optionsOf } from '../options.ts'
import type { Entry } from '../outline.ts'
import { choicesOf, limitOf, rowsOf } from './domain.ts'
import type { Facts, Run } from './facts.ts'
import type { EntryRules, Placed } from './form-rules.ts'
import type { Remark } from './remark-rules.ts'
import { isKnown, isNever, part, type Shape } from './shape.ts'

/** Whether a component stands in every answer, so that what is wrong with it forbids every one. */
const everywhere = (entry: Entry, { shown }: Facts): boolean => {
  for (let at = entry.holder; at; at = at.holder) if (at.kind === 'grid') return false
  return !shown.no
}

/** What is wrong with one component whatever is answered: nobody can fill it, pass it, or reach its options. */
export const remarkField = (own: EntryRules, run: Run, read: ReadonlySet<Entry>, remark: Remark): void => {
  const { entry, check, calculation } = own
  const facts = run.factsOf(entry)
  if (!facts.shown.yes || facts.shape.wild) return
  const level = everywhere(entry, facts) && !facts.concealed ? 'error' : 'warning'
  const when = level === 'error' ? '任何答案都' : '这里一出现就'
  const at = (place: string): string => entry.pointer + place
  if (facts.required === 'always' && facts.concealed && facts.locked)
    remark('required-hidden', at('/validate/required'))
  else if (facts.required === 'always' && !facts.concealed && empty(facts.shape, entry))
    remark('required-never', at('/validate/required'), { when }, level)
  if (entry.kind === 'grid') remarkRows(entry, facts, when, level, remark)
  if (entry.kind === 'selectboxes') remarkTicks(entry, facts, remark)
  if (check) remarkCheck(check, facts, run, level, remark)
  if (entry.kind === 'choice') remarkChoice(own, facts, run, when, level, remark)
  const seen = !facts.concealed && entry.kind !== 'computed'
  if (calculation && !seen && !read.has(entry) && entry.component.properties?.element === undefined)
    remark('calculation-unused', calculation.pointer)
}

const answerable = /^(?:text|number|choice|datetime|day|time|computed|checkbox)$/

/** Whether there can be no answer at all. */
const empty = (shape: Shape, { kind }: Entry): boolean => {
  if (!answerable.test(kind)) return false
  return kind === 'checkbox'
    ? isNever(part(shape, true))
    : isKnown(shape) && [...shape.known].every((value) => value === null || value === '')
}

const remarkRows = (
  { component, pointer }: Entry,
  { shape, required, concealed }: Facts,
  when: string,
  level: 'error' | 'warning',
  remark: Remark,
): void => {
  const most = shape.list?.most ?? 0
  const least = Math.max(rowsOf(component).min, required === 'always' ? 1 : 0)
  if (least > most && !concealed) remark('rows-never', `${pointer}/validate`, { least, most, when }, level)
  else if (most === 0 && !concealed) remark('rows-none', `${pointer}/validate`)
}

const remarkTicks = ({ component, pointer }: Entry, { concealed }: Facts, remark: Remark): void => {
  const least = limitOf(component.validate?.minSelectedCount)
  const most = choicesOf(component)?.length
  if (least !== undefined && most !== undefined && least > most && !concealed)
    remark('ticks-never', `${pointer}/validate/minSelectedCount`, { least, most })
}

/** A check passes with true alone; with anything else the answer is refused. */
const remarkCheck = (
  check: Placed,
  { shape, concealed }: Facts,
  run: Run,
  level: 'error' | 'warning',
  remark: Remark,
): void => {
  if (concealed) return
  const result = run.ask(check, shape)
  if (result.wild) return
  if (!result.known.has(true)) remark('check-never', check.pointer, {}, level)
  else if (isKnown(result) && result.known.size === 1) remark('check-always', check.pointer)
}

const remarkChoice = (
  { entry, calculation, sets }: EntryRules,
  facts: Facts,
  run: Run,
  when: string,
  level: 'error' | 'warning',
  remark: Remark,
): void => {
  const choices = choicesOf(entry.component)
  if (!choices || entry.component['multiple'] === true) return
  for (const rule of [calculation, ...sets]) {
    if (!rule) continue
    const { known, ...rest } = run.ask(rule)
    const wrong = [...known].filter(
      (value) =>
        value !== null && value !== '' && !choices.some((choice) => String(choice) === String(value)),
    )
    if (wrong.length === 0) continue
    const all =
      rule === calculation && sets.length === 0 && wrong.length === known.size && isKnown({ known, ...rest })
    const value = wrong.slice(0, 3).map(String).join('”“').slice(0, 120)
    if (all) remark('choice-wrong', rule.pointer, { value, when }, level)
    else remark('choice-wrong', rule.pointer, { value, when: '那时' })
  }
  const { shape, locked } = facts
  const fixed = calculation !== undefined || (locked && sets.length > 0)
  if (!fixed || shape.loose || !isKnown(shape)) return
  const left = optionsOf(entry.component).filter(({ value }) => !shape.known.has(value))
  if (left.length > 0 && left.length < choices.length)
    remark(
      'choice-unreached',
      `${entry.pointer}${entry.component.type === 'select' ? '/data/values' : '/values'}`,
      {
        options: left
          .slice(0, 5)
          .map(({ label }) => label)
          .join('”“'),
      },
    )
}
