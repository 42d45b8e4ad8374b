import {
  type Entry,
  type FormDocument,
  holdersOf,
  holdsValue,
  type Option,
  type OptionLists,
  optionsOf,
  outline,
  surveyPart,
} from '#forms/definition'
import type { Ref, Scene } from './model.ts'
import { sameRef } from './ref.ts'

/** What can be asked of an answer. A part of a question (an option to tick, a line of a survey) is one of its own. */
export type Question = {
  readonly of: Ref
  readonly label: string
  readonly kind: 'choice' | 'tick' | 'number' | 'list' | 'date' | 'text' | 'other'
  /** What may be chosen, or ticked and not ticked. */
  readonly options: readonly Option[]
  /** The question and, of a part, its name in the answer. */
  readonly entry: Entry
  readonly part?: string
}

const ticks: readonly Option[] = [
  { value: true, label: '已勾选' },
  { value: false, label: '未勾选' },
]

/**
 * Every answer that a rule can ask, in the order of the form. `from`: the question whose rule it is; then its own row
 * can be asked too. Rows of other grids hold many answers and are left out.
 */
export const questionsOf = (form: FormDocument, city: OptionLists = {}, from?: Entry): readonly Question[] =>
  outline(form.definition).entries.flatMap((entry) => {
    if (!holdsValue(entry.kind) || entry.kind === 'container' || entry.key === '') return []
    const of = refTo(entry, from)
    return of && entry.path !== from?.path ? parts(entry, of, city) : []
  })

/** By `row.` in the same row, by `data.` where no grid is around. */
const refTo = (entry: Entry, from: Entry | undefined): Ref | undefined => {
  const grids = holdersOf(entry).filter(({ kind }) => kind === 'grid')
  if (grids.length === 0) return { root: 'data', path: entry.path }
  const beside = from?.holder && entry.holder?.path === from.holder.path && entry.holder.kind === 'grid'
  return beside ? { root: 'row', path: entry.key } : undefined
}

const parts = (entry: Entry, of: Ref, city: OptionLists): readonly Question[] => {
  const { component, kind, label } = entry
  const whole = (as: Question['kind'], options: readonly Option[] = []): readonly Question[] => [
    { of, label, kind: as, options, entry },
  ]
  const part = ({ value, label: name }: Option, as: 'tick' | 'choice', options: readonly Option[]) => ({
    of: { ...of, path: `${of.path}.${value}` },
    label: `${label}：${name}`,
    kind: as,
    options,
    entry,
    part: String(value),
  })
  switch (kind) {
    case 'choice':
      return whole(component['multiple'] === true ? 'list' : 'choice', optionsOf(component, city))
    case 'selectboxes':
      return optionsOf(component, city).map((one) => part(one, 'tick', ticks))
    case 'survey':
      return surveyPart(component, 'questions').map((one) =>
        part(one, 'choice', surveyPart(component, 'values')),
      )
    case 'checkbox':
      return whole('tick', ticks)
    case 'number':
      return whole(component['multiple'] === true ? 'other' : 'number')
    case 'computed':
      return whole('number')
    case 'datetime':
    case 'day':
      return whole('date')
    case 'text':
      return whole(component['multiple'] === true ? 'list' : 'text')
    default:
      return whole('other')
  }
}

export const questionAt = (questions: readonly Question[], of: Ref): Question | undefined =>
  questions.find((one) => sameRef(one.of, of))

/** What reading and writing rules must know of this form. */
export const sceneOf = (form: FormDocument, questions: readonly Question[]): Scene => ({
  isNumber: (ref) => ref.root === 'outcomes' || /number|date/.test(questionAt(questions, ref)?.kind ?? ''),
  isSure: (ref) => questionAt(questions, ref)?.kind === 'tick',
  bandsOf: (key) => form.outcomes?.find((one) => one.key === key)?.bands ?? [],
})
