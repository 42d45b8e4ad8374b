import type { FormDocument, OptionLists } from '../definition/index.ts'
import { type CompileOptions, compile, evaluate, type Plan } from '../engine/index.ts'
import { differences } from './differences.ts'
import { namingOf } from './naming.ts'
import { readSample, samplesMost, titleOf } from './shape.ts'

export type SampleResult = {
  readonly title: string
  readonly passed: boolean
  /** What differs, in Chinese. */
  readonly message?: string
}

export type RunOptions = Pick<CompileOptions, 'options' | 'levels'>

/** The plan that samples of a form run on. */
export const samplePlan = (form: FormDocument, options: RunOptions): Plan =>
  compile(form.definition, {
    ...options,
    ...(form.outcomes && { outcomes: form.outcomes }),
    ...(form.recommends && { recommends: form.recommends }),
  })

/**
 * Runs the cases stored with a form, at most 200. Demo ids pass, since samples hold invented people. Never throws: a
 * sample of the wrong shape fails and says why.
 */
export const runSamples = (form: FormDocument, options: RunOptions = {}): readonly SampleResult[] => {
  const plan = samplePlan(form, options)
  const naming = namingOf(plan, options.options as OptionLists | undefined)
  const samples: unknown = form.samples ?? []
  if (!Array.isArray(samples)) return [{ title: '样例', passed: false, message: '样例应当是一个列表。' }]
  const results = samples.slice(0, samplesMost).map((value: unknown, index): SampleResult => {
    const title = titleOf(value, index)
    const sample = readSample(value)
    if (typeof sample === 'string') return { title, passed: false, message: sample }
    const result = evaluate(plan, sample.answers, { today: sample.today, demo: true })
    const message = differences(sample, result, naming).join('；')
    return message === '' ? { title, passed: true } : { title, passed: false, message }
  })
  if (samples.length <= samplesMost) return results
  const rest = `一张表最多 ${samplesMost} 个样例，现有 ${samples.length} 个`
  return [...results, { title: titleOf(samples[samplesMost], samplesMost), passed: false, message: rest }]
}
