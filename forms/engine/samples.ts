import type { FormDocument, Sample } from '../definition/index.ts'
import { type CompileOptions, compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Plan } from './plan.ts'
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
    const message = differences(sample, result, wordsOf(plan, options)).join('；')
    return message === ''
      ? { title: sample.title, passed: true }
      : { title: sample.title, passed: false, message }
  })
}

/** What people call a path, a level and an item; the code itself where it has no name. */
type Words = {
  readonly question: (path: string) => string
  readonly level: (outcome: string, level: string | undefined) => string
  readonly item: (key: string) => string
}

const wordsOf = (plan: Plan, { options }: Pick<CompileOptions, 'options'>): Words => ({
  question: (path) => plan.fields.get(path.replaceAll(/\[\d+\]/g, ''))?.label ?? path,
  level: (outcome, level) => {
    const found = plan.outcomes.find(({ definition }) => definition.key === outcome)
    return found?.definition.bands?.find((band) => band.level === level)?.label ?? level ?? '无'
  },
  item: (key) => options?.['catalogue']?.find(({ value }) => value === key)?.label ?? key,
})

const differences = ({ expect }: Sample, result: Evaluation, words: Words): readonly string[] => {
  const list: string[] = []
  const errors = result.errors.map(({ path }) => path)
  if (result.errors[0]?.code === 'definition') return [result.errors[0].message]
  if (expect.errors && !sameSet(expect.errors, errors))
    list.push(
      `应报错的问题是 ${listed(expect.errors.map(words.question))}，实际是 ${listed(errors.map(words.question))}`,
    )
  for (const [key, wanted] of Object.entries(expect.outcomes ?? {})) {
    const outcome = result.outcomes.find((one) => one.key === key)
    if (!outcome) list.push(`没有得出「${key}」`)
    else {
      if ('value' in wanted && JSON.stringify(wanted.value) !== JSON.stringify(outcome.value))
        list.push(
          `「${outcome.title}」应为 ${JSON.stringify(wanted.value)}，实际是 ${JSON.stringify(outcome.value)}`,
        )
      if (wanted.level !== undefined && wanted.level !== outcome.level)
        list.push(
          `「${outcome.title}」等级应为「${words.level(key, wanted.level)}」，实际是「${words.level(key, outcome.level)}」`,
        )
    }
  }
  const items = result.recommended.map(({ item }) => item)
  if (expect.recommended && !sameSet(expect.recommended, items))
    list.push(`应建议 ${listed(expect.recommended.map(words.item))}，实际是 ${listed(items.map(words.item))}`)
  return list
}

const listed = (items: readonly string[]): string => (items.length === 0 ? '（无）' : items.join('、'))

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort())
