import { describe, expect, test } from 'vitest'
import type { FormDocument } from '#forms/definition'
import national from '../../../../forms/packs/national/form-ability.json' with { type: 'json' }
import selfCare from '../../../../forms/packs/national/form-self-care.json' with { type: 'json' }
import { readMeasure, writeMeasure } from '../../../../web/studio/outcomes/measure.ts'
import type { Measure, Ref } from '../../../../web/studio/outcomes/model.ts'
import { questionsOf, sceneOf } from '../../../../web/studio/outcomes/questions.ts'
import { sameRef } from '../../../../web/studio/outcomes/ref.ts'
import { sameMeaning } from '../../../../web/studio/outcomes/same-meaning.ts'
import { fc } from '../../../chance.ts'
import { measure, scene } from './rules.ts'

/**
 * What a rule can still tell of a measure: where every answer is sure or may be left out there is nothing to wait for;
 * of choices that nobody waits for nothing is written, and of a number only what it counts as.
 */
const asRead = (one: Measure): Measure => {
  if (!('whole' in one)) return one
  const all: readonly { readonly of: Ref; readonly blank?: true }[] = 'terms' in one ? one.terms : one.matches
  const asked = all.filter(({ of, blank }) => !blank && !scene.isSure(of))
  const whole = one.whole && asked.length > 0
  const marked = <Part extends { readonly of: Ref; readonly blank?: true; readonly kind?: string }>(
    part: Part,
  ): Part => {
    const { blank, ...rest } = part
    const left = whole && !scene.isSure(part.of) && !asked.some(({ of }) => sameRef(of, part.of))
    return (blank && part.kind === 'number') || left
      ? ({ ...rest, blank: true } as unknown as Part)
      : (rest as Part)
  }
  return 'terms' in one
    ? { ...one, whole, terms: one.terms.map(marked) }
    : { ...one, whole, matches: one.matches.map(marked) }
}

describe('a measure', () => {
  test('comes back from its rule as it was', () => {
    fc.assert(
      fc.property(measure, (one) => {
        const rule = writeMeasure(one, scene)
        const read = readMeasure(rule, scene)
        // Where every answer is sure there is nothing to wait for.
        expect(read).toEqual(asRead(one))
        expect(writeMeasure(read, scene)).toEqual(rule)
      }),
      { numRuns: 500 },
    )
  })

  test('is never lost: any JSON is read as something that is written the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (rule) => {
        expect(sameMeaning(writeMeasure(readMeasure(rule, scene), scene), rule)).toBe(true)
      }),
    )
  })

  test.each([
    [{ if: [{ '===': [{ var: 'data.c1' }, 'a'] }, 1, 2, 3, 4] }],
    [{ if: [{ '===': [{ var: 'data.c1' }, 'a'] }, 1, { '===': [{ var: 'data.c2' }, 'b'] }, 2, 0] }],
    [{ '+': [{ '*': [{ var: 'data.n1' }, { var: 'data.n2' }] }] }],
    [{ if: [{ and: [{ '!!': [{ var: 'data.c2' }] }] }, { '+': [{ var: 'data.n1' }, 2] }, null] }],
    [{ var: 'current.age' }],
    [{ var: ['data.n1', 0] }],
    [{ '+': [{ var: ['data.n1', 3] }, { var: 'data.n2' }] }],
    [{ '+': [{ var: 'data.n1' }], max: [1] }],
    ['text'],
    [null],
  ])('leaves %j to whoever wrote it', (rule) => {
    expect(readMeasure(rule, scene)).toEqual({ kind: 'own', rule })
  })

  test('reads the rules of the national forms', () => {
    const kinds = (form: unknown) => {
      const { outcomes = [] } = form as FormDocument
      const around = sceneOf(form as FormDocument, questionsOf(form as FormDocument))
      return outcomes.map(({ value }) => readMeasure(value, around).kind)
    }
    expect(kinds(selfCare)).toEqual(['count', 'same'])
    expect(kinds(national)).toEqual(['sum', 'sum', 'sum', 'sum', 'sum', 'steps', 'own'])
  })
})
