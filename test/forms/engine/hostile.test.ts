import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '#forms/engine'
import { errorsOf, form, number, run, text, today, values } from './form.ts'

describe('hostile answers', () => {
  test('are no object: one error, no answers', () => {
    for (const wrong of [null, undefined, 1, 'x', [], () => 1]) {
      const result = run(form(text('a')), wrong)
      expect(result.answers).toEqual({})
      expect(errorsOf(result)).toEqual([' type'])
    }
  })

  test('reach no prototype', () => {
    const definition = form(
      text('a'),
      { type: 'container', key: 'box', components: [text('x')] },
      { type: 'selectboxes', key: 's', values: values('a') },
    )
    const evil: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":"x","box":{"__proto__":{"polluted":1}},"s":{"__proto__":true}}',
    )
    const result = run(definition, evil)
    expect(errorsOf(result)).toEqual(['s option'])
    expect(result.answers).toEqual({ a: 'x', box: {} })
    expect('polluted' in {}).toBe(false)
    expect(Object.getPrototypeOf(result.answers)).toBe(Object.prototype)
  })

  test('that only inherit a value have none', () => {
    expect(run(form(text('a')), Object.create({ a: 'x' })).answers).toEqual({})
  })

  test('that throw when read are refused', () => {
    const trap = Object.defineProperty({}, 'a', {
      get: () => {
        throw new Error('no')
      },
      enumerable: true,
    })
    expect(errorsOf(run(form(text('a')), trap))).toEqual([' internal'])
    const proxy = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('no')
        },
      },
    )
    expect(errorsOf(run(form(text('a')), proxy))).toEqual([' internal'])
  })

  test('of any size cost no more than the form: a million rows, 20,000 choices, a megabyte of text, 10,000 levels', () => {
    const definition = form(
      { type: 'editgrid', key: 'g', components: [text('x', { validate: { required: true } })] },
      { type: 'selectboxes', key: 's', values: values('a') },
      text('t', { inputMask: '99', validate: { pattern: '[a-z]+' } }),
      { type: 'url', key: 'u' },
      { type: 'signature', key: 'f' },
      text('m', { multiple: true }),
    )
    let deep: unknown = 'x'
    for (let i = 0; i < 10_000; i++) deep = { x: [deep] }
    const big = 'a'.repeat(1_000_000)
    const boxes = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, true]))
    const result = run(definition, {
      g: Array(1_000_000).fill({}),
      s: boxes,
      t: big,
      u: `http://${big}`,
      f: deep,
      m: Array(100_000).fill('x'),
      extra: deep,
    })
    expect(errorsOf(result)).toEqual([
      'g maxRows',
      's option',
      't tooLong',
      'u tooLong',
      'f type',
      'm tooMany',
    ])
    expect(result.answers).toEqual({ g: [] })
  })

  test('errors are capped, so that a refusal stays small', () => {
    const columns = Array.from({ length: 20 }, (_, i) => text(`c${i}`, { validate: { required: true } }))
    expect(
      run(form({ type: 'datagrid', key: 'g', components: columns }), { g: Array(100).fill({}) }).errors,
    ).toHaveLength(500)
  })

  test('lone surrogates, NUL, NaN, infinities, minus zero', () => {
    const definition = form(text('a'), number('n'))
    expect(errorsOf(run(definition, { a: 'x\udc00' }))).toEqual(['a sign'])
    expect(errorsOf(run(definition, { a: '\u0000' }))).toEqual(['a sign'])
    for (const n of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(errorsOf(run(definition, { n }))).toEqual(['n type'])
    expect(Object.is(run(definition, { n: -0 }).answers['n'], 0)).toBe(true)
  })

  test('parts of the input never become parts of the output', () => {
    const definition = form(
      { type: 'container', key: 'box', components: [text('x')] },
      { type: 'datagrid', key: 'g', components: [text('x')] },
      { type: 'selectboxes', key: 's', values: values('a') },
      { type: 'select', key: 'm', multiple: true, data: { values: values('a') } },
    )
    const given = { box: { x: '1' }, g: [{ x: '1' }], s: { a: true }, m: ['a'] }
    const { answers } = run(definition, given)
    expect(answers).toEqual(given)
    given.box.x = '2'
    given.g.push({ x: '2' })
    given.s.a = false
    given.m.push('z')
    expect(answers).toEqual({ box: { x: '1' }, g: [{ x: '1' }], s: { a: true }, m: ['a'] })
  })
})

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
