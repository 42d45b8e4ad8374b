import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutcomeDefinition } from '#forms/definition'
import { BlankTick } from './blank-tick.tsx'
import type { Measure, Ref, Term } from './model.ts'
import { NumberCell } from './number-cell.tsx'
import { nameOfRef, Pick } from './pick.tsx'
import { type Question, questionAt } from './questions.ts'

export type Asking = {
  readonly questions: readonly Question[]
  /** Results before this one. */
  readonly outcomes: readonly OutcomeDefinition[]
  readonly readOnly: boolean
}
type Sum = Extract<Measure, { readonly terms: unknown }>
type Props = Asking & { readonly measure: Sum; readonly change: (next: Measure) => void }

/** A new summand: a number as it is, a choice with no points yet for each of its options. */
export const termFor = (of: Ref, question: Question | undefined): Term =>
  question && question.options.length > 0
    ? {
        kind: 'points',
        of,
        rows: question.options.map(({ value }) => ({ values: [value], points: Number(value) || 0 })),
        otherwise: 0,
        weight: 1,
      }
    : { kind: 'number', of, weight: 1 }

/** What is added up, or of which the highest or lowest counts: questions with points, numbers, earlier results. */
export function Terms({ measure, change, ...asking }: Props) {
  const { t } = useTranslation('workshop')
  const { questions, outcomes, readOnly } = asking
  const { terms } = measure
  const taken = new Set(terms.map(({ of }) => nameOfRef(of)))
  const put = (at: number, term: Term | undefined) =>
    change({ ...measure, terms: terms.flatMap((one, i) => (i === at ? (term ?? []) : one)) })
  const free = questions.filter(
    ({ of, kind }) => /choice|tick|number/.test(kind) && !taken.has(nameOfRef(of)),
  )
  return (
    <div className="terms">
      <ul>
        {terms.map((term, at) => {
          const question = questionAt(questions, term.of)
          const outcome = outcomes.find(({ key }) => term.of.root === 'outcomes' && key === term.of.path)
          const name = question?.label ?? outcome?.title ?? t('outcomes.gone', { path: term.of.path })
          return (
            <li key={nameOfRef(term.of)}>
              <div className="term-head">
                <strong>{name}</strong>
                <div>
                  {t('outcomes.weight')}
                  <NumberCell
                    label={t('outcomes.weightOf', { name })}
                    value={term.weight}
                    disabled={readOnly}
                    change={(weight) => put(at, { ...term, weight: weight ?? 1 })}
                  />
                </div>
                <Button
                  type="text"
                  disabled={readOnly || terms.length < 2}
                  aria-label={t('outcomes.removeTerm', { name })}
                  onClick={() => put(at, undefined)}
                >
                  ✕
                </Button>
              </div>
              {mayWait(term, question, measure.whole) && (
                <BlankTick
                  name={name}
                  number={term.kind === 'number'}
                  value={term.blank}
                  disabled={readOnly}
                  change={(blank) => {
                    const { blank: _, ...rest } = term
                    put(at, { ...rest, ...blank })
                  }}
                />
              )}
              {term.kind === 'points' && (
                <PointRows
                  term={term}
                  question={question}
                  readOnly={readOnly}
                  put={(next) => put(at, next)}
                />
              )}
            </li>
          )
        })}
      </ul>
      <Pick
        label={t('outcomes.addTerm')}
        placeholder={t('outcomes.addTermHint')}
        questions={free}
        outcomes={outcomes.filter(({ key }) => !taken.has(`outcomes.${key}`))}
        disabled={readOnly}
        pick={(of) => change({ ...measure, terms: [...terms, termFor(of, questionAt(questions, of))] })}
      />
    </div>
  )
}

/** Whether a result waits for this one: for a number always, for a choice where every question must be answered. */
const mayWait = (term: Term, question: Question | undefined, whole: boolean): boolean =>
  term.of.root !== 'outcomes' && question?.kind !== 'tick' && (term.kind === 'number' || whole)

type RowsProps = {
  readonly term: Extract<Term, { readonly kind: 'points' }>
  readonly question: Question | undefined
  readonly readOnly: boolean
  readonly put: (next: Term) => void
}

function PointRows({ term, question, readOnly, put }: RowsProps) {
  const { t } = useTranslation('workshop')
  const known = question?.options ?? []
  const strange = term.rows
    .flatMap(({ values }) => values)
    .filter((value) => !known.some((one) => one.value === value))
    .map((value) => ({ value, label: String(value) }))
  const options = [...known, ...strange]
  const isTick = question?.kind === 'tick'
  const pointsOf = (value: unknown): number =>
    term.rows.find(({ values }) => values.includes(value as never))?.points ?? term.otherwise
  const set = (value: unknown, points: number) =>
    put({
      ...term,
      // A box that nobody touched has no answer: it counts as one that is not ticked.
      ...(isTick && value === false && { otherwise: points }),
      rows: options.map((one) => ({
        values: [one.value],
        points: one.value === value ? points : pointsOf(one.value),
      })),
    })
  return (
    <div className="points">
      {options.map(({ value, label }) => (
        <div key={String(value)}>
          <span>{label}</span>
          <NumberCell
            label={t('outcomes.points', { question: question?.label ?? '', option: label })}
            value={pointsOf(value)}
            disabled={readOnly}
            change={(points) => set(value, points ?? 0)}
          />
        </div>
      ))}
      {!isTick && (
        <div className="muted">
          <span>{t('outcomes.otherwise')}</span>
          <NumberCell
            label={t('outcomes.points', { question: question?.label ?? '', option: t('outcomes.otherwise') })}
            value={term.otherwise}
            disabled={readOnly}
            change={(otherwise) => put({ ...term, otherwise: otherwise ?? 0 })}
          />
        </div>
      )}
    </div>
  )
}
