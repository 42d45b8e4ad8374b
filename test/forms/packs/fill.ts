import { cityOptions } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { formsOf, load } from './disk.ts'

export type Answers = Readonly<Record<string, unknown>>

/** Fills a form of a pack with the answers of its first sample, changed. */
export const filler = (folder: string, key: string, today = '2026-03-12') => {
  const { documents } = load(folder)
  const form = formsOf(documents).find((one) => one.key === key)
  if (!form) throw new Error(`no form ${key} in ${folder}`)
  const { outcomes = [], recommends = [] } = form
  const plan = compile(form.definition, { outcomes, recommends, options: cityOptions(documents) })
  return (change: Answers = {}) => {
    const given = JSON.parse(JSON.stringify({ ...form.samples?.[0]?.answers, ...change })) as Answers
    const result = evaluate(plan, given, { today, demo: true })
    return {
      answers: result.answers as Answers,
      errors: result.errors.map(({ path }) => path),
      level: (outcome: string) => result.outcomes.find((one) => one.key === outcome)?.level,
      value: (outcome: string) => result.outcomes.find((one) => one.key === outcome)?.value,
    }
  }
}
