import { Button, Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Lookup, lookupFor, Steps } from './lookups.tsx'
import { Matches, matchFor } from './matches.tsx'
import type { Measure, Ref } from './model.ts'
import { Pick } from './pick.tsx'
import { questionAt } from './questions.ts'
import { type Asking, Terms, termFor } from './terms.tsx'

type Props = Asking & {
  readonly measure: Measure
  /** The rule in plain words. */
  readonly words: string
  readonly change: (next: Measure) => void
  readonly toSource: () => void
}

const kinds = ['sum', 'count', 'max', 'min', 'lookup', 'steps', 'same'] as const

/** How a result comes about: the kind, and what it needs. */
export function MeasureEditor({ measure, words, change, toSource, ...asking }: Props) {
  const { t } = useTranslation('workshop')
  const { questions, outcomes, readOnly } = asking
  const makes = kinds.flatMap((kind) => {
    const made = beginning(kind, measure, asking)
    return made ? [{ kind, made }] : []
  })
  const shown = measure.kind === 'own' ? ([...makes, { kind: 'own', made: measure }] as const) : makes
  return (
    <>
      <Select
        className="pick"
        aria-label={t('outcomes.how')}
        value={measure.kind}
        disabled={readOnly}
        options={shown.map(({ kind }) => ({ value: kind, label: t(`outcomes.kinds.${kind}`) }))}
        onChange={(kind: Measure['kind']) => {
          const next = shown.find((one) => one.kind === kind)
          if (next && kind !== measure.kind) change(next.made)
        }}
      />
      {measure.kind === 'own' && (
        <div className="own-rule">
          <p>{words}</p>
          <p className="muted">
            {t('outcomes.ownLead')}
            {!readOnly && t('outcomes.ownReplace')}
          </p>
          <Button onClick={toSource}>{t('outcomes.toSource')}</Button>
        </div>
      )}
      {'terms' in measure && <Terms {...asking} measure={measure} change={change} />}
      {measure.kind === 'count' && <Matches {...asking} measure={measure} change={change} />}
      {measure.kind === 'lookup' && <Lookup {...asking} measure={measure} change={change} />}
      {measure.kind === 'steps' && <Steps {...asking} measure={measure} change={change} />}
      {measure.kind === 'same' && (
        <Pick
          label={t('outcomes.of')}
          value={measure.of}
          questions={questions.filter(({ kind }) => kind === 'number')}
          outcomes={outcomes}
          disabled={readOnly}
          pick={(of) => change({ kind: 'same', of })}
        />
      )}
      {'whole' in measure && (
        <p className="whole">
          <Checkbox
            checked={measure.whole}
            disabled={readOnly}
            onChange={({ target }) => change({ ...measure, whole: target.checked })}
          >
            {t('outcomes.whole')}
          </Checkbox>
          {!measure.whole && 'terms' in measure && measure.terms.some(({ kind }) => kind === 'number') && (
            <span className="muted">{t('outcomes.wholeNumber')}</span>
          )}
        </p>
      )}
    </>
  )
}

/** A measure of this kind to begin with, of what the present one asks as far as it fits; undefined where nothing fits. */
export const beginning = (
  kind: (typeof kinds)[number],
  from: Measure | undefined,
  { questions, outcomes }: Asking,
): Measure | undefined => {
  const before: readonly Ref[] =
    !from || from.kind === 'own'
      ? []
      : 'terms' in from
        ? from.terms.map(({ of }) => of)
        : from.kind === 'count'
          ? from.matches.map(({ of }) => of)
          : [from.of]
  const fitting = (kindsOf: RegExp, results: boolean): readonly Ref[] => {
    const fits = (of: Ref) =>
      of.root === 'outcomes' ? results : kindsOf.test(questionAt(questions, of)?.kind ?? '')
    const all = [
      ...questions.map(({ of }) => of),
      ...outcomes.map(({ key }): Ref => ({ root: 'outcomes', path: key })),
    ]
    const kept = before.filter(fits)
    return kept.length > 0 ? kept : all.filter(fits).slice(0, 1)
  }
  const at = (of: Ref) => questionAt(questions, of)
  const whole = from && 'whole' in from ? from.whole : true
  if (kind === 'sum' || kind === 'max' || kind === 'min') {
    const terms =
      from && 'terms' in from
        ? from.terms
        : fitting(/choice|tick|number/, true).map((of) => termFor(of, at(of)))
    return terms.length > 0 ? { kind, whole, terms } : undefined
  }
  if (kind === 'count') {
    const matches = fitting(/choice|tick/, false).map((of) => matchFor(of, at(of)))
    return matches.length > 0 ? { kind, whole, matches } : undefined
  }
  const [of] = fitting(kind === 'lookup' ? /choice/ : /number/, kind !== 'lookup')
  if (!of) return undefined
  if (kind === 'lookup') return lookupFor(of, at(of))
  if (kind === 'same') return { kind, of }
  return { kind, of, rows: [{ least: 1, result: 1 }], otherwise: 0 }
}
