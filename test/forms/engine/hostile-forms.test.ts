import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '#forms/engine'
import { errorsOf, form, number, run, text, today } from './form.ts'

describe('hostile forms', () => {
  test('a plan with errors refuses everything and says why', () => {
    for (const wrong of [null, 1, {}, { display: 'form', components: [{ type: 'evil', key: 'a' }] }]) {
      const result = evaluate(compile(wrong as never), { a: 1 }, { today })
      expect(result).toMatchObject({
        answers: {},
        errors: [{ path: '', code: 'definition' }],
        outcomes: [],
        recommended: [],
      })
    }
  })

  test('what is no plan, and options that are none, throw nothing', () => {
    for (const wrong of [null, undefined, {}, form(text('a')), { findings: 1 }])
      expect(errorsOf(evaluate(wrong as never, { a: 'x' }, { today }))).toEqual([' definition'])
    for (const wrong of [null, 1, 'x', []])
      expect(evaluate(compile(form(text('a')), wrong as never), { a: 'x' }, { today }).answers).toEqual({
        a: 'x',
      })
  })

  test('rules that eat the fuel refuse the submission by name, and end', () => {
    const product = (inner: unknown): unknown => ({
      reduce: [{ var: 'data.g' }, { '+': [{ var: 'accumulator' }, inner] }, 0],
    })
    const cell = { reduce: [{ var: 'data.g' }, { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0] }
    const columns = Array.from({ length: 100 }, (_, i) =>
      number(`c${i}`, { calculateValue: { '+': [cell, cell, cell] } }),
    )
    const definition = form(
      { type: 'datagrid', key: 'g', components: [number('n')], validate: { maxLength: 200 } },
      { type: 'datagrid', key: 'h', components: columns, validate: { maxLength: 200 } },
      number('total', { calculateValue: product(1) }),
    )
    const result = run(definition, { g: Array(200).fill({ n: 1 }), h: Array(200).fill({}) })
    expect(new Set(result.errors.map(({ code }) => code))).toEqual(new Set(['fuel']))
    expect(result.errors).toHaveLength(500)
  })

  test('a calculation of the wrong type is an error, not an answer', () => {
    const definition = form(number('n', { calculateValue: { cat: ['x'] } }), {
      type: 'checkbox',
      key: 'c',
      calculateValue: { '+': [1, 1] },
    })
    const result = run(definition, { n: 1, c: true })
    expect(errorsOf(result)).toEqual(['n calculated', 'c calculated'])
    expect(result.answers).toEqual({})
  })

  test('a plan does not change with what it was made from, and nothing of one evaluation stays for the next', () => {
    const components = [text('a', { validate: { required: true } })]
    const definition = form(...components)
    const plan = compile(definition)
    Object.assign(components[0] as object, { validate: { required: false }, type: 'evil' })
    expect(evaluate(plan, {}, { today }).errors).toHaveLength(1)
    expect(evaluate(plan, {}, { today })).toEqual(evaluate(plan, {}, { today }))
  })

  test('the same content gives the same plan, other content another', () => {
    expect(compile(form(text('a')))).toBe(compile(form(text('a'))))
    expect(compile(form(text('a')))).not.toBe(compile(form(text('b'))))
    expect(compile(form(text('a')))).not.toBe(compile(form(text('a')), { outcomes: [] }))
  })
})
