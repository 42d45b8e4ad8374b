import { catalogueFindings } from '../../catalogue/index.ts'
import { textIn } from '../diff/same.ts'
import type { Documents, Finding, SampleResult } from '../finding.ts'
import { keysInOrder } from '../kinds.ts'
import { checkShape } from './document.ts'
import { type PlacedSample, runSamples } from './samples.ts'

/** Everything that is to be known before a configuration is published. */
export type Examination = {
  readonly findings: readonly Finding[]
  readonly samples: readonly SampleResult[]
  /** No error among the findings and no sample failed. */
  readonly publishable: boolean
}

/**
 * Checks a whole configuration: the shape of each document, every form and its rules, what documents say about each
 * other, and the sample cases of the forms. Takes any JSON; never throws. Errors first, then in reading order.
 */
export const examine = (documents: Documents): Examination => {
  const keys = keysInOrder(Object.keys(documents))
  // What the documents leave open is among what catalogueFindings says.
  const shapes = keys.flatMap((key) => checkShape(key, documents[key]))
  const samples = runSamples(documents)
  // Every sample of a form that is wrong itself fails; its own errors have said so.
  const wrong = new Set(shapes.flatMap(({ level, document }) => (level === 'error' ? [document] : [])))
  const failed = samples
    .filter(({ form }) => !wrong.has(`form:${form}`))
    .flatMap((sample) => failure(sample, textIn(documents[`form:${sample.form}`], 'title') ?? sample.form))
  const findings = [...shapes, ...catalogueFindings(documents), ...failed]
  const place = new Map(keys.map((key, i) => [key, i]))
  const sorted = findings.toSorted(
    (a, b) =>
      ranks[a.level] - ranks[b.level] || (place.get(a.document) ?? -1) - (place.get(b.document) ?? -1),
  )
  return {
    findings: sorted,
    samples: samples.map(({ index: _, ...result }) => result),
    publishable: sorted.every(({ level }) => level !== 'error') && samples.every(({ passed }) => passed),
  }
}

/** The findings of `examine`. A sample that fails is an error at its place in the form. */
export const checkConfiguration = (documents: Documents): readonly Finding[] => examine(documents).findings

const ranks = { error: 0, warning: 1, todo: 2 } as const

const failure = (sample: PlacedSample, title: string): readonly Finding[] =>
  sample.passed
    ? []
    : [
        {
          level: 'error',
          document: `form:${sample.form}`,
          pointer: `/samples/${sample.index}`,
          code: 'sample-failed',
          message: `评估表“${title}”的样例“${sample.title}”没有通过：${(sample.message ?? '结果与预期不符').replace(/。$/, '')}。`,
          label: sample.title,
        },
      ]
