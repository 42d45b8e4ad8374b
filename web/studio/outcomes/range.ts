import type { OutcomeDefinition } from '#forms/definition'
import { type Range, tidy } from './bands.ts'
import { readMeasure } from './measure.ts'
import type { Measure, Ref, Scene, Term } from './model.ts'
import { type Question, questionAt } from './questions.ts'

type Around = {
  readonly outcomes: readonly OutcomeDefinition[]
  readonly questions: readonly Question[]
  readonly scene: Scene
}

/** What a measure can come to; undefined where no bound is known. Earlier results are followed, never in a circle. */
export const rangeOf = (measure: Measure, around: Around, deep = 0): Range | undefined => {
  if (deep > 20) return undefined
  const at = (ref: Ref) => rangeAt(ref, around, deep)
  switch (measure.kind) {
    case 'own':
      return undefined
    case 'same':
      return at(measure.of)
    case 'count':
      return { least: 0, most: measure.matches.length, step: 1 }
    case 'lookup':
    case 'steps': {
      const results = measure.rows.map(({ result }) => result)
      return spread(measure.otherwise === null ? results : [...results, measure.otherwise])
    }
    default: {
      const ranges = measure.terms.map((term) => termRange(term, at))
      return ranges.includes(undefined) ? undefined : fold(measure.kind, ranges as readonly Range[])
    }
  }
}

const spread = (values: readonly number[]): Range | undefined =>
  values.length === 0
    ? undefined
    : { least: Math.min(...values), most: Math.max(...values), step: values.reduce(common, 1) }

/** The greatest step of which both are multiples; 0 where there is none above a millionth. */
const common = (a: number, b: number): number => {
  let [large, small] = [Math.abs(a), Math.abs(b)]
  if (large === 0) return 0
  while (small > 0) [large, small] = [small, tidy(large % small)]
  return tidy(large)
}

const termRange = (term: Term, at: (ref: Ref) => Range | undefined): Range | undefined => {
  const plain =
    term.kind === 'number'
      ? withZero(at(term.of), term.blank)
      : spread([...term.rows.map(({ points }) => points), term.otherwise])
  if (!plain) return undefined
  const ends = [tidy(plain.least * term.weight), tidy(plain.most * term.weight)]
  return {
    least: Math.min(...ends),
    most: Math.max(...ends),
    step: plain.step === 0 ? 0 : common(1, tidy(plain.step * term.weight)),
  }
}

const withZero = (range: Range | undefined, blank: true | undefined): Range | undefined =>
  range && blank ? { ...range, least: Math.min(0, range.least), most: Math.max(0, range.most) } : range

const fold = (kind: 'sum' | 'max' | 'min', ranges: readonly Range[]): Range => {
  const loose = ranges.some((one) => one.step === 0)
  const step = loose ? 0 : ranges.reduce((all, one) => common(all, one.step), 1)
  const of = (name: 'least' | 'most'): number => {
    const ends = ranges.map((range) => range[name])
    return kind === 'sum' ? tidy(ends.reduce((a, b) => a + b, 0)) : Math[kind](...ends)
  }
  return { least: of('least'), most: of('most'), step }
}

const rangeAt = (ref: Ref, around: Around, deep: number): Range | undefined => {
  if (ref.root === 'outcomes') {
    const outcome = around.outcomes.find(({ key }) => key === ref.path)
    return outcome && rangeOf(readMeasure(outcome.value, around.scene), around, deep + 1)
  }
  const question = questionAt(around.questions, ref)
  if (!question) return undefined
  if (question.kind === 'choice') {
    const values = question.options.map(({ value }) => Number(value))
    return values.some(Number.isNaN) ? undefined : spread(values)
  }
  const { min, max, integer } = question.entry.component.validate ?? {}
  if (question.kind !== 'number' || !isBound(min) || !isBound(max)) return undefined
  const decimals = question.entry.component['decimalLimit']
  const step =
    integer === true
      ? 1
      : typeof decimals === 'number' && decimals >= 0 && decimals <= 6
        ? 10 ** -decimals
        : 0
  return { least: Number(min), most: Number(max), step }
}

const isBound = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && Number.isFinite(Number(value))
