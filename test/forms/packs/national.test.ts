import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { elementOf } from '#forms/elements'
import { compile, evaluate } from '#forms/engine'
import { abilityForm, selfCareForm } from '#forms/national'
import { nationalForms } from '#forms/packs'
import { formDocument } from '#forms/release'
import { runSamples } from '#forms/samples'
import { abilityDimensions } from '#forms/standards'
import { eachObject, json } from './disk.ts'

const made = [selfCareForm(), abilityForm()]

test('the list names every file of the folder, and each holds what the functions give', () => {
  const folder = new URL('../../../forms/packs/national/', import.meta.url)
  expect(nationalForms.map(({ file }) => file).toSorted()).toEqual(
    readdirSync(folder)
      .map((name) => `national/${name}`)
      .toSorted(),
  )
  for (const [i, { key, title, file }] of nationalForms.entries()) {
    expect([made[i]?.key, made[i]?.title]).toEqual([key, title])
    // To write them anew: print the form with JSON.stringify and let the formatter arrange it.
    expect(json(file), file).toEqual(JSON.parse(JSON.stringify(made[i])))
  }
})

describe.each(made)('$title', (form) => {
  const { outcomes = [], recommends = [] } = form
  test('fits its schema and has nothing to mend, not even a warning', () => {
    expect(formDocument.safeParse(form).error?.issues).toBeUndefined()
    expect(lint(form.definition, { outcomes, recommends })).toEqual([])
  })

  test('every sample passes', () => {
    expect(runSamples(form).filter(({ passed }) => !passed)).toEqual([])
  })

  test('an empty form concludes nothing', () => {
    const result = evaluate(compile(form.definition, { outcomes, recommends }), {}, { today: '2026-03-10' })
    expect(result.outcomes.map(({ value }) => value)).toEqual(outcomes.map(() => null))
    expect(result.errors.every(({ code }) => code === 'required')).toBe(true)
  })

  test('every question has an element of the dictionary and its sensitivity', () => {
    eachObject(form.definition, (node) => {
      if (node['input'] !== true) return
      const { element, sensitivity } = node['properties'] as { element: string; sensitivity: string }
      expect(elementOf(element)?.sensitivity, String(node['key'])).toBe(sensitivity)
    })
  })

  test('is worded in Chinese, and no two choices of a question read the same', () => {
    eachObject(form.definition, (node, at) => {
      for (const name of ['label', 'title', 'description'])
        if (typeof node[name] === 'string') expect(node[name], at).toMatch(/\p{Script=Han}/u)
      const values = node['values'] as { label: string; value: unknown }[] | undefined
      if (!Array.isArray(values)) return
      expect(new Set(values.map(({ label }) => label)).size, at).toBe(values.length)
      expect(new Set(values.map(({ value }) => value)).size, at).toBe(values.length)
    })
  })
})

test('every vector of the two rules is a sample', () => {
  const [selfCare, ability] = made.map(({ samples = [] }) => samples)
  expect(selfCare?.slice(0, 7).map(({ expect: { outcomes } }) => outcomes?.['selfCareLevel'])).toEqual([
    { value: 0, level: 'able' },
    { value: 1, level: 'partial' },
    { value: 2, level: 'partial' },
    { value: 3, level: 'partial' },
    { value: 4, level: 'unable' },
    { value: 5, level: 'unable' },
    { value: 6, level: 'unable' },
  ])
  const told = ability?.map(({ answers, expect: { outcomes } }) => {
    const { coma, diagnosis, falls } = answers as Record<string, unknown>
    return [outcomes?.['total']?.value, coma, diagnosis, falls, outcomes?.['abilityLevel']?.value]
  })
  for (const vector of [
    [90, 'no', 'none', undefined, 0],
    [89, 'no', 'none', undefined, 1],
    [66, 'no', 'none', undefined, 1],
    [65, 'no', 'none', undefined, 2],
    [46, 'no', 'none', undefined, 2],
    [45, 'no', 'none', undefined, 3],
    [30, 'no', 'none', undefined, 3],
    [29, 'no', 'none', undefined, 4],
    [90, 'yes', 'none', undefined, 4],
    [66, 'no', 'none', 2, 2],
    [29, 'no', 'dementia', undefined, 4],
  ])
    expect(told).toContainEqual(vector)
})

test('the 26 items are asked with every score of their range, each explained', () => {
  const asked: Record<string, readonly unknown[]> = {}
  eachObject(made[1]?.definition, (node) => {
    if (!Array.isArray(node['values']) || typeof node['description'] !== 'string') return
    asked[String(node['key'])] = (node['values'] as { value: unknown }[]).map(({ value }) => value)
  })
  for (const { items } of abilityDimensions)
    for (const { key, max } of items)
      expect(asked[key], key).toEqual(Array.from({ length: max + 1 }, (_, i) => max - i))
})
