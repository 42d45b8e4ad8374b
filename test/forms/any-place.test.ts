import { describe, expect, test } from 'vitest'
import { analyse, compare, type FormDocument, importForm, lintForm } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { fieldsOf } from '#forms/mapping'
import { checkDocument, diff, merge } from '#forms/release'
import { runSamples } from '#forms/samples'
import { components, documentOf } from './any-place-forms.ts'

/** What no form means, and what stops everything that asks a value for its text or number without looking. */
const hostile = '{"toString":null,"valueOf":1,"length":-1,"__proto__":{}}'

type Spot = { readonly holder: Record<string, unknown>; readonly key: string; readonly pointer: string }
const placesOf = (json: unknown, pointer = ''): readonly Spot[] =>
  typeof json !== 'object' || json === null
    ? []
    : Object.entries(json).flatMap(([key, inner]) => [
        { holder: json as Record<string, unknown>, key, pointer: `${pointer}/${key}` },
        ...placesOf(inner, `${pointer}/${key}`),
      ])

/** The document with one place spoilt. */
const spoilt = (
  document: object,
  at: number,
  by: string,
): { readonly form: FormDocument; readonly pointer: string } => {
  const form = structuredClone(document) as FormDocument
  const { holder, key, pointer } = placesOf(form)[at] as Spot
  holder[key] = JSON.parse(by)
  return { form, pointer }
}

/** The belts that are for what is no JSON at all; whoever ends in one has not looked at what came. */
const belted = (form: FormDocument, sound: FormDocument, whole: boolean): readonly string[] => {
  const plan = compile(form.definition, { outcomes: form.outcomes ?? [], recommends: form.recommends ?? [] })
  const found: readonly (readonly [string, boolean])[] = [
    ['lint', lintForm(form).some(({ code }) => code === 'unreadable')],
    ['compile', plan.findings.some(({ code }) => code === 'unreadable')],
    ['evaluate', evaluate(plan, {}, { today: '2026-11-22' }).errors.some(({ code }) => code === 'internal')],
    ['compare', [...compare(sound, form), ...compare(form, sound)].some(({ code }) => code === 'unreadable')],
    ['analyse', whole && analyse(form.definition, form as never).rules.length === 0],
    ['import', whole && importForm(form).report.taken === 0],
  ]
  return found.flatMap(([name, ends]) => (ends ? [name] : []))
}

describe.each(components.map((list, i) => [i + 1, documentOf(list)] as const))('form %i', (_, sound) => {
  const places = placesOf(sound)

  test('is read by every door with an object of hostile names at any one place', () => {
    const found: string[] = []
    for (let at = 0; at < places.length; at++) {
      const { form, pointer } = spoilt(sound, at, hostile)
      const whole = pointer.startsWith('/definition/components/')
      const doors = (run: () => readonly string[]) => {
        try {
          found.push(...run().map((door) => `${pointer}: ${door} gave up`))
        } catch (error) {
          found.push(`${pointer}: ${error}`)
        }
      }
      doors(() => belted(form, sound as FormDocument, whole))
      doors(() => {
        const [older, newer] = [{ 'form:any': sound }, { 'form:any': form }]
        expect(diff(older, newer).length * diff(newer, older).length).toBeGreaterThan(0)
        merge(sound, form, { ...sound, title: '另一个' })
        checkDocument('form:any', form)
        fieldsOf(form)
        runSamples(form)
        return []
      })
    }
    expect(found).toEqual([])
    expect(places.length).toBeGreaterThan(80)
  })
})
