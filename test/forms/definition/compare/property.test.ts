import { expect, test } from 'vitest'
import { compare } from '#forms/definition'
import { fc } from '../../../chance.ts'
import { changed, changes } from './edits.ts'
import { answersFor, forms, type Json, type TestForm } from './forms.ts'
import { accepted, causes, harmed, isBroken, run, subjects } from './judged.ts'

const settings = { numRuns: 500 } as const

/** Two versions of a form that can both be used, and answers. */
const versions = fc
  .tuple(forms, fc.array(changes, { maxLength: 3 }), fc.array(changes, { minLength: 1, maxLength: 2 }))
  .map(([form, before, steps]) => {
    const older = changed(form, before)
    return { older, newer: changed(older, steps) }
  })
const seeds = fc.array(fc.nat(10_000), { minLength: 4, maxLength: 4 })

const reversed = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(reversed)
  if (typeof json !== 'object' || json === null) return json
  const members = Object.entries(json).map(([key, inner]) => [key, reversed(inner)])
  return Object.fromEntries(members.reverse())
}

/** Many forms are compiled; other work may share the machine. */
const patience = 90_000

test(
  'what is called compatible is: the same answers pass, stay and decide the same; what is not has its line',
  () => {
    const seen = { compatible: 0, worse: 0, harmed: 0 }
    fc.assert(
      fc.property(versions, seeds, ({ older, newer }, given) => {
        if (isBroken(older) || isBroken(newer)) return
        const bad = compare(older, newer).filter((line) => line.class !== 'compatible')
        for (const seed of given) {
          const was = accepted(older, answersFor(older.definition.components, seed))
          if (was.errors.length > 0) continue
          const paths = harmed(newer, was)
          if (bad.length === 0) {
            seen.compatible++
            expect(paths).toEqual([])
          } else seen.worse++
          for (const path of paths) {
            seen.harmed++
            const roots = new Set([...causes(older, path), ...causes(newer, path)])
            const about = bad.filter((line) => subjects(newer, line).some((key) => roots.has(key)))
            expect(about, path).not.toEqual([])
          }
        }
      }),
      settings,
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200)
  },
  patience,
)

/** What an evaluation decides about answers, in any order. */
const decision = (form: TestForm, given: Json) => {
  const { answers, errors, outcomes, recommended } = run(form, given)
  return [
    Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)),
    errors.map(({ path, code }) => `${path} ${code}`).sort(),
    outcomes.map(({ key, value, level }) => [key, value, level]),
    recommended.map(({ item, quantity }) => [item, quantity]),
  ]
}

test(
  'nothing is said of the same form, also with its keys in another order; where nothing is said, nothing differs',
  () => {
    let silent = 0
    fc.assert(
      fc.property(versions, seeds, ({ older, newer }, given) => {
        expect(compare(older, structuredClone(older))).toEqual([])
        expect(compare(older, reversed(older))).toEqual([])
        if (isBroken(older) || isBroken(newer) || compare(older, newer).length > 0) return
        silent++
        for (const seed of given) {
          const either = answersFor(newer.definition.components, seed + 5)
          const all = { ...answersFor(older.definition.components, seed), ...either }
          expect(decision(newer, all)).toEqual(decision(older, all))
        }
      }),
      settings,
    )
    expect(silent).toBeGreaterThan(5)
  },
  patience,
)

test('each line names a place and says a whole Chinese sentence; inputs stay as they are', () => {
  fc.assert(
    fc.property(versions, ({ older, newer }) => {
      const before = JSON.stringify([older, newer])
      for (const { code, pointer, message } of compare(older, newer)) {
        expect(message).toMatch(/^[“新旧评调填表问样依改].*，.*。$/u)
        expect(message).not.toMatch(/undefined|\[object|NaN/)
        expect(pointer).toMatch(
          /^\/(definition\/(components|display)|outcomes|recommends|team|subject|title)/,
        )
        expect(code).toMatch(/^[a-zA-Z-]+$/)
      }
      expect(JSON.stringify([older, newer])).toBe(before)
    }),
    { ...settings, numRuns: 300 },
  )
})
