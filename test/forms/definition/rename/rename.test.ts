import { describe, expect, test } from 'vitest'
import { type FormDocument, followKeys, lintForm, outline } from '#forms/definition'
import { runSamples } from '#forms/samples'
import { fc } from '../../../chance.ts'
import { allPacks } from '../../packs/disk.ts'

const v = (name: string) => ({ var: name })
const number = (key: string, more: object = {}) => ({ type: 'number', key, label: key, input: true, ...more })
const shown = (component: string) => ({
  conditional: { show: true, conjunction: 'all', conditions: [{ component, operator: 'isNotEmpty' }] },
})
const form = (definition: object, more: object = {}) =>
  ({
    schema: 1,
    key: 'f',
    title: '表',
    definition: { display: 'form', ...definition },
    ...more,
  }) as unknown as FormDocument

/** The same form with another key at one place, as the drawing hands it over. */
const withKey = (one: FormDocument, pointer: string, key: string): FormDocument => {
  const copy = structuredClone(one)
  const entry = outline(copy.definition).entries.find((each) => each.pointer === pointer)
  Object.assign(entry?.component ?? {}, { key })
  return copy
}
const renamed = (one: FormDocument, pointer: string, from: string, to: string) =>
  followKeys(withKey(one, pointer, to), [{ pointer, from }])

describe('another key', () => {
  const grid = {
    type: 'datagrid',
    key: 'people',
    label: '成员',
    input: true,
    components: [number('age'), number('cost', { calculateValue: { '*': [v('row.age'), 2] } })],
  }
  const whole = form(
    {
      components: [
        number('age'),
        grid,
        number('old', shown('age')),
        number('twice', {
          calculateValue: {
            '+': [
              v('data.age'),
              { reduce: [v('data.people'), { '+': [v('accumulator'), v('current.age')] }, 0] },
            ],
          },
        }),
        number('late', {
          validate: { json: { '>': [v('input'), v('data.age')] } },
          logic: [
            {
              name: 'l',
              trigger: { type: 'simple', simple: { show: true, when: 'age', eq: '1' } },
              actions: [{ type: 'value', value: { var: ['data.age', 0] } }],
            },
          ],
        }),
      ],
    },
    {
      outcomes: [
        { key: 'age', title: '龄', rule: 'v1', value: { if: [{ missing: ['data.age'] }, 0, v('data.age')] } },
      ],
      recommends: [
        {
          item: 'meal',
          because: '老',
          when: { some: [v('data.people'), { '>': [v('age'), 60] }] },
          quantity: v('outcomes.age'),
        },
      ],
      samples: [
        {
          title: '一',
          today: '2026-01-01',
          answers: { age: 7, people: [{ age: 61, cost: 122 }] },
          expect: {
            answers: { age: 7, 'people[0].age': 61 },
            errors: ['age', 'outcomes.age'],
            hidden: ['old'],
          },
        },
      ],
    },
  )

  test('is followed wherever the old one stood, and nowhere else', () => {
    const { form: next, count } = renamed(whole, '/components/0', 'age', 'years')
    const text = JSON.stringify(next)
    expect(text).not.toMatch(/data\.age|"component":"age"|"when":"age"/)
    expect(next.definition.components[4]).toMatchObject({
      validate: { json: { '>': [v('input'), v('data.years')] } },
      logic: [{ trigger: { simple: { when: 'years' } }, actions: [{ value: { var: ['data.years', 0] } }] }],
    })
    expect(next.outcomes?.[0]).toMatchObject({
      key: 'age',
      value: { if: [{ missing: ['data.years'] }, 0, v('data.years')] },
    })
    // The question of the same key in the rows is another one.
    expect(next.recommends?.[0]).toEqual(whole.recommends?.[0])
    expect(next.definition.components[1]).toEqual(whole.definition.components[1])
    expect(next.samples?.[0]).toMatchObject({
      answers: { years: 7, people: [{ age: 61 }] },
      expect: { answers: { years: 7, 'people[0].age': 61 }, errors: ['years', 'outcomes.age'] },
    })
    expect(count).toBe(10)
  })

  test('of a question in rows is followed in its rows', () => {
    const { form: next } = renamed(whole, '/components/1/components/0', 'age', 'years')
    expect(next.recommends?.[0]?.when).toEqual({ some: [v('data.people'), { '>': [v('years'), 60] }] })
    expect(JSON.stringify(next.definition)).toContain('current.years')
    expect(JSON.stringify(next.definition)).toContain('row.years')
    expect(next.samples?.[0]).toMatchObject({
      answers: { age: 7, people: [{ years: 61, cost: 122 }] },
      expect: { answers: { 'people[0].years': 61 } },
    })
    expect(next.outcomes).toEqual(whole.outcomes)
  })

  test('of the grid itself leaves its rows as they are', () => {
    const { form: next } = renamed(whole, '/components/1', 'people', 'members')
    expect(next.recommends?.[0]?.when).toEqual({ some: [v('data.members'), { '>': [v('age'), 60] }] })
    expect(next.samples?.[0]).toMatchObject({
      answers: { members: [{ age: 61 }] },
      expect: { answers: { 'members[0].age': 61 } },
    })
  })

  test('is named as shortly as the old one: beside it, by its path, or by a part of its answer', () => {
    const ticks = { type: 'selectboxes', key: 'ills', label: '病', values: [{ value: 'deaf', label: '聋' }] }
    const rows = {
      ...grid,
      components: [
        number('age'),
        ticks,
        number('near', shown('age')),
        number('far', shown('people.age')),
        number('deaf', shown('ills.deaf')),
      ],
    }
    const one = form({ components: [rows] })
    const asked = (next: FormDocument) =>
      [...JSON.stringify(next).matchAll(/"component":"(.*?)"/g)].map(([, name]) => name)
    expect(asked(renamed(one, '/components/0/components/0', 'age', 'years').form)).toEqual([
      'years',
      'people.years',
      'ills.deaf',
    ])
    expect(asked(renamed(one, '/components/0/components/1', 'ills', 'sick').form)).toEqual([
      'age',
      'people.age',
      'sick.deaf',
    ])
    expect(asked(renamed(one, '/components/0', 'people', 'all').form)).toEqual([
      'age',
      'all.age',
      'ills.deaf',
    ])
  })

  test('changes nothing of what was handed over, and counts nothing where nobody names it', () => {
    const before = JSON.stringify(whole)
    expect(renamed(whole, '/components/2', 'old', 'older').count).toBe(1)
    expect(JSON.stringify(whole)).toBe(before)
    const { form: same, count } = followKeys(whole, [])
    expect([count, same]).toEqual([0, whole])
  })

  test('holds out what is no rule, no sample and no answer', () => {
    const odd = form(
      {
        components: [
          number('a'),
          number('b', {
            conditional: { when: 7, conditions: 'x' },
            logic: [null, { trigger: 1, actions: {} }],
          }),
        ],
      },
      {
        outcomes: [null, { value: { var: [{}] } }, { value: [1, { a: 1, b: 2 }] }],
        samples: [null, { answers: 'a', expect: 3 }],
        recommends: 'x',
      },
    )
    expect(renamed(odd, '/components/0', 'a', 'c').form).toEqual(withKey(odd, '/components/0', 'c'))
  })
})

test('every form of the packs stays whole whichever of its questions has another key', () => {
  const forms = allPacks.flatMap(({ documents }) =>
    Object.entries(documents).flatMap(([name, document]) =>
      name.startsWith('form:') ? [document as FormDocument] : [],
    ),
  )
  const errors = (one: FormDocument) =>
    lintForm(one)
      .filter(({ level }) => level === 'error')
      .map(({ message }) => message)
  const cases = (one: FormDocument) => runSamples(one).map(({ passed }) => passed)
  let followed = 0
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (a, b) => {
      const one = forms[a % forms.length] as FormDocument
      const entries = outline(one.definition).entries.filter(({ key }) => key !== '')
      const entry = entries[b % entries.length]
      if (!entry) return
      const { form: next, count } = renamed(one, entry.pointer, entry.key, 'anotherKey')
      followed += count
      expect(errors(next)).toEqual(errors(one))
      expect(cases(next)).toEqual(cases(one))
      const back = followKeys(withKey(next, entry.pointer, entry.key), [
        { pointer: entry.pointer, from: 'anotherKey' },
      ])
      expect(back.form).toEqual(one)
      expect(back.count).toBe(count)
    }),
    { numRuns: 60 },
  )
  expect(followed).toBeGreaterThan(60)
})
