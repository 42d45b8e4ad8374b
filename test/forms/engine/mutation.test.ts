import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importForm, judge } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { fc } from '../../chance.ts'
import { today } from './form.ts'

type Json = unknown
const folder = new URL('../fixtures/', import.meta.url)
const forms: readonly Json[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Json)
  .map((json) => importForm(json).form.definition)

const junk = [
  null,
  0,
  -1,
  '',
  'x',
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  true,
  '{{ a+1 }}',
  { var: 'data.x' },
  { '+': [1, { var: 'row.a' }] },
  '(a+)+',
  [null],
  { components: [{}] },
]

/** Every object and list inside, the whole first. */
const insides = (json: Json, found: object[] = []): readonly object[] => {
  if (typeof json === 'object' && json !== null) {
    found.push(json)
    for (const inner of Object.values(json)) insides(inner, found)
  }
  return found
}

/** Changes a few places of a copy: another value, a missing one, or a part from elsewhere in the form. */
const mutated = (json: Json, cuts: readonly (readonly [number, number, number, number])[]): Json => {
  const copy = structuredClone(json)
  const places = insides(copy)
  for (const [where, which, how, what] of cuts) {
    const place = places[where % places.length] as Record<string, unknown>
    const keys = Object.keys(place)
    const key = keys[which % Math.max(1, keys.length)]
    if (key === undefined) continue
    if (how % 3 === 0) {
      if (Array.isArray(place)) place.splice(Number(key), 1)
      else delete place[key]
    } else
      place[key] =
        how % 3 === 1 ? junk[what % junk.length] : structuredClone(insides(json)[what % places.length])
  }
  return copy
}

test('a real form with parts broken at random is refused or works, and never throws', () => {
  const nat = fc.nat({ max: 100_000 })
  const cuts = fc.array(fc.tuple(nat, nat, nat, nat), { minLength: 1, maxLength: 4 })
  let works = 0
  let refused = 0
  fc.assert(
    fc.property(fc.constantFrom(...forms), cuts, fc.jsonValue(), (form, places, answers) => {
      const broken = mutated(form, places)
      expect(importForm(broken).form.schema).toBe(1)
      const plan = compile(broken as never)
      expect(plan.findings).toEqual(judge(broken))
      const result = evaluate(plan, answers, { today })
      expect(result.errors.some(({ code }) => code === 'internal')).toBe(false)
      if (result.errors[0]?.code === 'definition') refused++
      else works++
    }),
    { numRuns: 300 },
  )
  expect(Math.min(works, refused)).toBeGreaterThan(10)
})
