import type { Compatibility } from '#forms/definition'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { spots } from './edits.ts'
import type { Json, TestForm } from './forms.ts'

export const today = '2026-11-21'
export const planOf = ({ definition, outcomes, recommends }: TestForm) =>
  compile(definition as never, { outcomes, recommends })
export const isBroken = (form: TestForm): boolean =>
  planOf(form).findings.some(({ level }) => level === 'error')
export const run = (form: TestForm, given: Json): Evaluation => evaluate(planOf(form), given, { today })

/** The answers as the form accepts them: whatever it refuses is left out, as a person would. */
export const accepted = (form: TestForm, given: Json): Evaluation => {
  const answers = { ...given }
  for (let tries = 0; ; tries++) {
    const result = run(form, answers)
    if (result.errors.length === 0 || tries === 8) return result
    for (const { path } of result.errors) delete answers[path.split(/[.[]/)[0] ?? '']
  }
}

/** Paths (without row numbers) of what stands in `kept` and not, or otherwise, in `now`. */
export const lost = (kept: unknown, now: unknown, path = ''): readonly string[] => {
  if (Array.isArray(kept) && Array.isArray(now) && kept.length === now.length)
    return kept.flatMap((one, i) => lost(one, now[i], path))
  if (isJson(kept) && isJson(now))
    return Object.entries(kept).flatMap(([key, one]) =>
      lost(one, now[key], path === '' ? key : `${path}.${key}`),
    )
  return JSON.stringify(kept) === JSON.stringify(now) ? [] : [path]
}
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const decided = ({ outcomes }: Evaluation) =>
  Object.fromEntries(
    outcomes.map(({ key, value, level, label }) => [`outcomes.${key}`, { value, level, label }]),
  )

/** Paths at which answers that the older form accepted are refused, dropped or decide otherwise under the newer one. */
export const harmed = (newer: TestForm, was: Evaluation): readonly string[] => {
  const is = run(newer, { ...was.answers })
  return [
    ...is.errors.map(({ path }) => path.replaceAll(/\[\d+\]/g, '')),
    ...lost(was.answers, is.answers),
    ...lost(decided(was), decided(is)),
  ]
}

/** Everything that this path may depend on: the names in the rules of its component and of those around it, and so on. */
export const causes = (form: TestForm, path: string): ReadonlySet<string> => {
  const all = spots(form.definition.components).map(({ one }) => one)
  const found = new Set(path.split('.'))
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const one of all) {
      const below = spots([one]).map((spot) => String(spot.one['key']))
      if (below.some((key) => found.has(key))) found.add(String(one['key']))
      if (!found.has(String(one['key']))) continue
      const rules = JSON.stringify([one['conditional'], one['logic'], one['calculateValue'], one['validate']])
      for (const key of all.map((other) => String(other['key'])))
        if (rules.includes(`.${key}"`) || rules.includes(`"${key}"`)) found.add(key)
    }
    for (const { key, value } of form.outcomes)
      if (found.has(key)) for (const name of JSON.stringify(value).match(/\w+/g) ?? []) found.add(name)
  }
  return found
}

/** The keys that a line is about: those of its path, and of the component at its pointer. */
export const subjects = (form: TestForm, { path, pointer }: Compatibility): readonly string[] => {
  const steps = pointer.split('/').slice(1)
  let at: unknown = form
  const keys = path.split('.')
  for (const step of steps) {
    at = typeof at === 'object' && at !== null ? (at as Json)[step] : undefined
    if (isJson(at) && typeof at['key'] === 'string') keys.push(at['key'])
  }
  return keys
}
