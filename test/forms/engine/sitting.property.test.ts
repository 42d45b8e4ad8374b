import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { begin } from '#forms/engine/sitting'
import { fc } from '../../chance.ts'
import { today } from './form.ts'
import { diceOf } from './sitting-dice.ts'
import { formOf } from './sitting-forms.ts'
import { pathsOf, stepOf } from './sitting-steps.ts'

type Json = Record<string, unknown>

const own = (json: unknown): Json => (typeof json === 'object' && json !== null ? (json as Json) : {})

const isRecord = (json: unknown): boolean => typeof json === 'object' && json !== null && !Array.isArray(json)

/** What is as before is the very same. */
const sameParts = (before: Evaluation, after: Evaluation): void => {
  for (const part of ['answers', 'errors', 'hidden', 'outcomes', 'recommended', 'overrides'] as const)
    if (isDeepStrictEqual(after[part], before[part])) expect(after[part] === before[part], part).toBe(true)
  for (const [key, value] of Object.entries(after.answers))
    if (isDeepStrictEqual(value, before.answers[key]))
      expect(Object.is(value, before.answers[key]), key).toBe(true)
}

/** The test by hand: `SITTING_RUNS=2000` walks 60,000 steps. */
const runs = Number(process.env['SITTING_RUNS'] ?? 120)

test('after any change the result is what a whole evaluation says, and former results stay as they were', () => {
  const seen = { forms: 0, steps: 0, errors: 0, hidden: 0, changed: 0 }
  fc.assert(
    fc.property(fc.integer(), (chosen) => {
      const dice = diceOf(chosen)
      const { definition, decisions } = formOf(dice)
      const plan = compile(definition, decisions)
      if (plan.findings.some(({ level }) => level === 'error')) return
      seen.forms++
      const paths = pathsOf(plan)
      const sitting = begin(plan, {}, { today })
      let before: Evaluation = sitting.result
      for (let i = 0; i < 30; i++) {
        const [path, value] = stepOf(dice, plan.fields, paths, own(sitting.typed))
        const text = JSON.stringify(before)
        const typed = sitting.typed
        const typedText = JSON.stringify(typed)
        const result = sitting.change(path, value)
        const wanted = evaluate(plan, sitting.typed, { today })
        if (!isDeepStrictEqual(result, wanted)) {
          expect(result, `${path} = ${JSON.stringify(value)}`).toEqual(wanted)
          expect(Object.is(result, wanted), 'differs only for the strict').toBe(true)
        }
        expect(JSON.stringify(result.answers)).toBe(JSON.stringify(wanted.answers))
        expect(sitting.result).toBe(result)
        expect(JSON.stringify(before)).toBe(text)
        expect(JSON.stringify(typed)).toBe(typedText)
        // A silent fall back to whole evaluations would make everything new.
        if (isRecord(typed) && isRecord(sitting.typed)) sameParts(before, result)
        seen.steps++
        if (result.errors.length > 0) seen.errors++
        if (result.hidden.length > 0) seen.hidden++
        if (result.answers !== before.answers) seen.changed++
        before = result
      }
    }),
    { numRuns: runs, endOnFailure: true },
  )
  expect(seen.forms).toBeGreaterThan(runs / 3)
  expect(seen.changed).toBeGreaterThan(seen.steps / 5)
  if (runs !== 120) console.log(seen)
}, 600_000)
