import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Measure, Ref } from './model.ts'
import { NumberCell } from './number-cell.tsx'
import { Pick } from './pick.tsx'
import { type Question, questionAt } from './questions.ts'
import type { Asking } from './terms.tsx'

type Of<K extends Measure['kind']> = Extract<Measure, { readonly kind: K }>
type Props<K extends Measure['kind']> = Asking & {
  readonly measure: Of<K>
  readonly change: (next: Measure) => void
}

export const lookupFor = (of: Ref, question: Question | undefined): Of<'lookup'> => ({
  kind: 'lookup',
  of,
  rows: (question?.options ?? [{ value: true }]).map(({ value }, i) => ({ values: [value], result: i })),
  otherwise: null,
})

/** Each choice of one question and what comes of it. */
export function Lookup({ measure, change, questions, readOnly }: Props<'lookup'>) {
  const { t } = useTranslation('workshop')
  const question = questionAt(questions, measure.of)
  const nameOf = (values: readonly unknown[]) =>
    values
      .map((value) => question?.options.find((one) => one.value === value)?.label ?? String(value))
      .join('、')
  return (
    <div className="terms">
      <Pick
        label={t('outcomes.of')}
        value={measure.of}
        questions={questions.filter(({ kind }) => kind === 'choice')}
        outcomes={[]}
        disabled={readOnly}
        pick={(of) => change(lookupFor(of, questionAt(questions, of)))}
      />
      <div className="points">
        {measure.rows.map((row, at) => (
          <div key={nameOf(row.values)}>
            <span>{nameOf(row.values)}</span>
            <NumberCell
              label={t('outcomes.resultOf', { name: nameOf(row.values) })}
              value={row.result}
              disabled={readOnly}
              change={(result) =>
                change({
                  ...measure,
                  rows: measure.rows.map((one, i) => (i === at ? { ...one, result: result ?? 0 } : one)),
                })
              }
            />
          </div>
        ))}
        <Otherwise
          value={measure.otherwise}
          readOnly={readOnly}
          change={(otherwise) => change({ ...measure, otherwise })}
        />
      </div>
    </div>
  )
}

/** From the highest down: whoever reaches a limit gets its result. */
export function Steps({ measure, change, questions, outcomes, readOnly }: Props<'steps'>) {
  const { t } = useTranslation('workshop')
  const { rows } = measure
  const put = (at: number, row: (typeof rows)[number] | undefined) =>
    change({ ...measure, rows: rows.flatMap((one, i) => (i === at ? (row ?? []) : one)) })
  return (
    <div className="terms">
      <Pick
        label={t('outcomes.of')}
        value={measure.of}
        questions={questions.filter(({ kind }) => kind === 'number')}
        outcomes={outcomes}
        disabled={readOnly}
        pick={(of) => change({ ...measure, of })}
      />
      <div className="points">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <div key={at} className="step">
            <span>{t('outcomes.least')}</span>
            <NumberCell
              label={t('outcomes.leastAt', { n: at + 1 })}
              value={row.least}
              disabled={readOnly}
              change={(least) => put(at, { ...row, least: least ?? 0 })}
            />
            <span>{t('outcomes.result')}</span>
            <NumberCell
              label={t('outcomes.resultOf', { name: `${t('outcomes.least')} ${row.least}` })}
              value={row.result}
              disabled={readOnly}
              change={(result) => put(at, { ...row, result: result ?? 0 })}
            />
            <Button
              type="text"
              disabled={readOnly || rows.length < 2}
              aria-label={t('outcomes.removeRow', { n: at + 1 })}
              onClick={() => put(at, undefined)}
            >
              ✕
            </Button>
          </div>
        ))}
        <Otherwise
          value={measure.otherwise}
          readOnly={readOnly}
          change={(otherwise) => change({ ...measure, otherwise })}
        />
      </div>
      <Button
        disabled={readOnly}
        onClick={() => {
          const last = rows.at(-1)
          change({
            ...measure,
            rows: [...rows, { least: (last?.least ?? 1) - 1, result: (last?.result ?? 0) + 1 }],
          })
        }}
      >
        {t('outcomes.addStep')}
      </Button>
    </div>
  )
}

type OtherwiseProps = {
  readonly value: number | null
  readonly readOnly: boolean
  readonly change: (value: number | null) => void
}

function Otherwise({ value, readOnly, change }: OtherwiseProps) {
  const { t } = useTranslation('workshop')
  return (
    <div className="muted">
      <span>{t('outcomes.otherwise')}</span>
      <NumberCell
        empty
        label={t('outcomes.resultOf', { name: t('outcomes.otherwise') })}
        value={value}
        placeholder={t('outcomes.noResult')}
        disabled={readOnly}
        change={change}
      />
    </div>
  )
}
