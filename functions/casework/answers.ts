import type { Field, Plan } from '#forms/engine'
import type { Sensitivity } from '../identity/index.ts'

/** One answered question: `path` with row numbers, the field that asked, and how careful one must be with it. */
export type Answer = {
  readonly path: string
  /** Absent for a value that nobody typed, such as a hidden component's. */
  readonly field?: Field
  readonly sensitivity: Sensitivity
  readonly value: unknown
}
type Answers = Readonly<Record<string, unknown>>

/**
 * A form's answers are about people: what says nothing of its sensitivity is personal. Where the form itself cannot be read
 * any more nothing is said of anything, and everything may be sensitive.
 */
export const unsaidIn = (plan: Plan): Sensitivity => (plan.fields.size > 0 ? 'personal' : 'sensitive')

const isObject = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const joined = (above: string, key: string): string => (above === '' ? key : `${above}.${key}`)

/** A copy of an evaluated form's answers in which every single answer is what `change` makes of it. */
export const mapAnswers = (plan: Plan, answers: Answers, change: (answer: Answer) => unknown): Answers => {
  const level = (data: Answers, path: string, name: string, inherited: Sensitivity): Answers =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => {
        const field = plan.fields.get(joined(name, key))
        const at = joined(path, key)
        const sensitivity = field?.entry.component.properties?.sensitivity ?? inherited
        const inner = (one: unknown, where: string) =>
          isObject(one) ? level(one, where, joined(name, key), sensitivity) : one
        if (field?.kind === 'grid' && Array.isArray(value))
          return [key, value.map((row, n) => inner(row, `${at}[${n}]`))]
        if (field?.kind === 'container') return [key, inner(value, at)]
        return [key, change({ path: at, sensitivity, value, ...(field && { field }) })]
      }),
    )
  return level(answers, '', '', unsaidIn(plan))
}

/** Every answer of an evaluated form that says something, in the order it stands there. */
export const answersOf = (plan: Plan, answers: Answers): readonly Answer[] => {
  const found: Answer[] = []
  mapAnswers(plan, answers, (answer) => {
    if (answer.value !== undefined && answer.value !== null) found.push(answer)
  })
  return found
}

const label = (field: Field | undefined, value: unknown): string =>
  field?.options.find((option) => option.value === value)?.label ?? String(value)

/** An answer in words. */
export const textOf = ({ field, value }: Answer): string => {
  if (value === true) return '是'
  if (value === false) return '否'
  if (Array.isArray(value)) return value.map((one) => label(field, one)).join('、')
  if (isObject(value))
    return Object.entries(value)
      .filter(([, chosen]) => chosen !== false)
      .map(([key, chosen]) =>
        chosen === true ? label(field, key) : `${label(field, key)}：${String(chosen)}`,
      )
      .join('、')
  return label(field, value)
}
