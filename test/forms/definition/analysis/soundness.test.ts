import { expect, test } from 'vitest'
import type { Entry } from '#forms/definition'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { runForm } from '../../../../forms/definition/analysis/facts.ts'
import { readForm } from '../../../../forms/definition/analysis/form-rules.ts'
import { remarks } from '../../../../forms/definition/analysis/remarks.ts'
import type { Shape } from '../../../../forms/definition/analysis/shape.ts'
import { fc } from '../../../chance.ts'
import { formWithAnswers } from './any-answers.ts'

/** Whether a value is one of those that the analysis expects. */
const expects = (shape: Shape, value: unknown): boolean => {
  const { known, span, text, list, at, wild } = shape
  if (wild || known.has(value ?? null)) return true
  if (typeof value === 'number')
    return (
      span !== undefined &&
      value >= span.low &&
      value <= span.high &&
      (!span.whole || Number.isInteger(value))
    )
  if (typeof value === 'string') return text === true
  if (Array.isArray(value)) {
    if (list)
      return (
        value.length >= list.least &&
        value.length <= list.most &&
        value.every((item) => expects(list.item, item))
      )
    return [...known].some((one) => JSON.stringify(one) === JSON.stringify(value))
  }
  if (typeof value !== 'object' || value === null || !at) return false
  return Object.entries(value).every(([key, inner]) => expects(at(key), inner))
}

/** Whether nothing but a level outside the table speaks against the answers. */
const passes = ({ errors }: Evaluation): boolean => errors.every(({ code }) => code === 'level')

const samples = 40

test('never expects less than the engine finds, and calls nothing dead that lives', () => {
  const counts = { forms: 0, passed: 0, claims: 0 }
  fc.assert(
    fc.property(formWithAnswers(samples), ({ form, answers }) => {
      const { definition, outcomes, recommends } = form
      const plan = compile(definition, { outcomes, recommends })
      fc.pre(plan.findings.every(({ level }) => level !== 'error'))
      counts.forms++
      const rules = readForm(definition, { outcomes, recommends })
      const run = runForm(rules, false)
      const complete = runForm(rules, true)
      const claims = remarks(definition, { outcomes, recommends })
      counts.claims += claims.length
      const claimed = (code: string, path: string) =>
        claims.some((one) => one.code === code && one.path === path)
      for (const given of answers) {
        const result = evaluate(plan, given, { today: '2026-11-21' })
        if (!passes(result)) continue
        counts.passed++
        expect(claims.filter(({ level, code }) => level === 'error' && code !== 'level-none')).toEqual([])
        for (const entry of rules.outline.entries) fieldHolds(entry, result, run, complete, claimed)
        const [score] = result.outcomes
        expect(expects(complete.world.outcomes.get('score')?.shape as Shape, score?.value)).toBe(true)
        const unreached = claims.find(
          ({ code, message }) => code === 'level-never' && message.includes(`“${score?.label}”`),
        )
        expect(unreached).toBeUndefined()
        if (score?.level) expect(claimed('level-none', 'outcomes.score')).toBe(false)
        if (result.recommended.length > 0) expect(claimed('when-never', 'recommends[0]')).toBe(false)
        else expect(claimed('when-always', 'recommends[0]')).toBe(false)
      }
    }),
    { numRuns: 400 },
  )
  expect(counts.forms).toBeGreaterThan(300)
  expect(counts.passed).toBeGreaterThan(200)
  expect(counts.claims).toBeGreaterThan(100)
})

type Run = ReturnType<typeof runForm>

/** One component of one evaluation that passed. Inside rows every row is looked at. */
const fieldHolds = (
  entry: Entry,
  { answers, hidden, overrides }: Evaluation,
  run: Run,
  complete: Run,
  claimed: (code: string, path: string) => boolean,
): void => {
  const rows =
    entry.holder?.kind === 'grid'
      ? ((answers['rows'] ?? []) as readonly Record<string, unknown>[])
      : undefined
  const places = rows
    ? rows.map((row, i) => ({ at: row, path: `rows[${i}].${entry.key}` }))
    : [
        {
          at: (entry.holder ? (answers[entry.holder.key] ?? {}) : answers) as Record<string, unknown>,
          path: entry.path,
        },
      ]
  for (const { at, path } of places) {
    const shown = !hidden.includes(path)
    const name = `${entry.path} ${JSON.stringify(entry.component)} ${JSON.stringify(answers)}`
    if (shown) expect(run.factsOf(entry).shown.yes, name).toBe(true)
    if (shown) expect(claimed('show-never', entry.path), name).toBe(false)
    if (!shown && entry.component['hidden'] !== true && !entry.parent && !entry.component.logic)
      expect(claimed('show-always', entry.path), name).toBe(false)
    if (overrides[path]?.['label'] === '变') expect(claimed('trigger-never', entry.path), name).toBe(false)
    if (entry.kind === 'layout') continue
    expect(expects(run.factsOf(entry).shape, at[entry.key]), `${name} ${at[entry.key]}`).toBe(true)
    expect(expects(complete.factsOf(entry).shape, at[entry.key]), `complete ${name}`).toBe(true)
  }
}
