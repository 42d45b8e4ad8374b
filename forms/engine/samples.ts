import type { FormDocument, Sample } from '../definition/index.ts'
import { type CompileOptions, compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation } from './result.ts'

export type SampleResult = {
  readonly title: string
  readonly passed: boolean
  /** What differs, in Chinese. */
  readonly message?: string
}

/** Runs the cases stored with a form. Demo ids pass, since samples hold invented people. */
export const runSamples = (
  form: FormDocument,
  options: Pick<CompileOptions, 'options' | 'levels'> = {},
): readonly SampleResult[] => {
  const plan = compile(form.definition, {
    ...options,
    ...(form.outcomes && { outcomes: form.outcomes }),
    ...(form.recommends && { recommends: form.recommends }),
  })
  return (form.samples ?? []).map((sample) => {
    const result = evaluate(plan, sample.answers, { today: sample.today, demo: true })
    const message = differences(sample, result).join('；')
    return message === ''
      ? { title: sample.title, passed: true }
      : { title: sample.title, passed: false, message }
  })
}

const differences = ({ expect }: Sample, result: Evaluation): readonly string[] => {
  const list: string[] = []
  const errors = result.errors.map(({ path }) => path)
  if (result.errors[0]?.code === 'definition') return [result.errors[0].message]
  if (expect.errors && !sameSet(expect.errors, errors))
    list.push(`应有错误 ${listed(expect.errors)}，实际是 ${listed(errors)}`)
  for (const [key, wanted] of Object.entries(expect.outcomes ?? {})) {
    const outcome = result.outcomes.find((one) => one.key === key)
    if (!outcome) list.push(`没有得出「${key}」`)
    else {
      if ('value' in wanted && JSON.stringify(wanted.value) !== JSON.stringify(outcome.value))
        list.push(
          `「${outcome.title}」应为 ${JSON.stringify(wanted.value)}，实际是 ${JSON.stringify(outcome.value)}`,
        )
      if (wanted.level !== undefined && wanted.level !== outcome.level)
        list.push(`「${outcome.title}」等级应为 ${wanted.level}，实际是 ${outcome.level ?? '无'}`)
    }
  }
  const items = result.recommended.map(({ item }) => item)
  if (expect.recommended && !sameSet(expect.recommended, items))
    list.push(`应建议 ${listed(expect.recommended)}，实际是 ${listed(items)}`)
  return list
}

const listed = (items: readonly string[]): string => (items.length === 0 ? '（无）' : items.join('、'))

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort())
