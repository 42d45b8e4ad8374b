import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { BlankTick } from './blank-tick.tsx'
import type { Match, Measure, Ref, Scalar } from './model.ts'
import { nameOfRef, Pick } from './pick.tsx'
import { type Question, questionAt } from './questions.ts'
import type { Asking } from './terms.tsx'

type Count = Extract<Measure, { readonly kind: 'count' }>
type Props = Asking & { readonly measure: Count; readonly change: (next: Measure) => void }

export const matchFor = (of: Ref, question: Question | undefined): Match => ({
  of,
  values: [question?.options[0]?.value ?? true],
})

/** Which answers are counted: each question with the choices that count. */
export function Matches({ measure, change, questions, readOnly }: Props) {
  const { t } = useTranslation('workshop')
  const { matches } = measure
  const taken = new Set(matches.map(({ of }) => nameOfRef(of)))
  const put = (at: number, match: Match | undefined) =>
    change({ ...measure, matches: matches.flatMap((one, i) => (i === at ? (match ?? []) : one)) })
  return (
    <div className="terms">
      <p className="muted">{t('outcomes.matches')}</p>
      <ul>
        {matches.map((match, at) => {
          const question = questionAt(questions, match.of)
          const name = question?.label ?? t('outcomes.gone', { path: match.of.path })
          return (
            <li key={nameOfRef(match.of)}>
              <div className="term-head">
                <strong>{name}</strong>
                <Button
                  type="text"
                  disabled={readOnly || matches.length < 2}
                  aria-label={t('outcomes.removeTerm', { name })}
                  onClick={() => put(at, undefined)}
                >
                  ✕
                </Button>
              </div>
              <Choices
                label={t('outcomes.matchWhen', { name })}
                question={question?.kind === 'tick' ? ticked(question) : question}
                values={match.values}
                disabled={readOnly}
                change={(values) => put(at, { ...match, values })}
              />
              {measure.whole && question?.kind !== 'tick' && (
                <BlankTick
                  name={name}
                  number={false}
                  value={match.blank}
                  disabled={readOnly}
                  change={(blank) => put(at, { of: match.of, values: match.values, ...blank })}
                />
              )}
            </li>
          )
        })}
      </ul>
      <Pick
        label={t('outcomes.addTerm')}
        placeholder={t('outcomes.addTermHint')}
        questions={questions.filter(({ of, kind }) => /choice|tick/.test(kind) && !taken.has(nameOfRef(of)))}
        outcomes={[]}
        disabled={readOnly}
        pick={(of) => change({ ...measure, matches: [...matches, matchFor(of, questionAt(questions, of))] })}
      />
    </div>
  )
}

/** A box that is not ticked may have no answer at all: only ticked ones are counted. */
const ticked = (question: Question): Question => ({
  ...question,
  options: question.options.filter(({ value }) => value === true),
})

type ChoicesProps = {
  readonly label: string
  readonly question: Question | undefined
  readonly values: readonly Scalar[]
  readonly disabled: boolean
  readonly change: (values: readonly Scalar[]) => void
}

/** Some of a question's options; at least one. */
export function Choices({ label, question, values, disabled, change }: ChoicesProps) {
  const known = question?.options ?? []
  const strange = values.filter((value) => !known.some((one) => one.value === value))
  const options = [...known, ...strange.map((value) => ({ value, label: String(value) }))]
  const name = (value: Scalar) => JSON.stringify(value)
  return (
    <Select
      mode="multiple"
      className="pick"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      disabled={disabled}
      value={values.map(name)}
      options={options.map(({ value, label: text }) => ({ value: name(value), label: text }))}
      onChange={(names: string[]) => {
        if (names.length > 0) change(names.map((one) => JSON.parse(one) as Scalar))
      }}
    />
  )
}
