import { describe, expect, test } from 'vitest'
import { errorsOf, form, run, text, values } from './form.ts'

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

  test('errors are capped, so that a refusal stays small', () => {
    const columns = Array.from({ length: 20 }, (_, i) => text(`c${i}`, { validate: { required: true } }))
    expect(
      run(form({ type: 'datagrid', key: 'g', components: columns }), { g: Array(100).fill({}) }).errors,
    ).toHaveLength(500)
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
