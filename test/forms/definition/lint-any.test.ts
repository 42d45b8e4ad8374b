import { describe, expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { codes, field, form } from './form.ts'

describe('takes any JSON and more, in bounded work', () => {
  test.each([
    null,
    undefined,
    0,
    'x',
    [],
    {},
    { components: 1 },
    { display: 'form', components: [null, 1, [], 'x'] },
    { display: 'form', components: {} },
  ])('%j', (json) => {
    expect(codes(json).length).toBeGreaterThan(0)
  })

  test('wrong types everywhere', () => {
    for (const wrong of [1, 'x', null, [], true, { a: 1 }])
      for (const key of [
        'type',
        'key',
        'label',
        'validate',
        'conditional',
        'logic',
        'properties',
        'values',
        'data',
        'defaultValue',
        'components',
        'columns',
        'rows',
        'questions',
        'datePicker',
        'fields',
        'errors',
        'calculateValue',
        'multiple',
        'inputMask',
      ])
        for (const type of [
          'textfield',
          'select',
          'survey',
          'datagrid',
          'columns',
          'table',
          'tabs',
          'datetime',
          'day',
          'button',
        ])
          expect(Array.isArray(lint(form({ type, key: 'a', [key]: wrong })))).toBe(true)
  })

  test('10,000 levels, a million components, circles, a huge text, getters that throw', () => {
    let nested: unknown = field()
    for (let i = 0; i < 10_000; i++) nested = { type: 'panel', key: `p${i}`, components: [nested] }
    expect(codes(form(nested))).toContain('too-deep')
    expect(codes({ display: 'form', components: Array(1_000_000).fill(field()) })).toContain('key-twice')
    const circle: { type: string; key: string; components: unknown[] } = {
      type: 'container',
      key: 'c',
      components: [],
    }
    circle.components.push(circle, circle, circle)
    expect(codes(form(circle)).length).toBeGreaterThan(0)
    let inner: unknown = 1
    for (let i = 0; i < 10_000; i++) inner = { x: inner }
    expect(codes(form(field({ extra: inner })))).toEqual(['too-deep'])
    expect(codes(form({ type: 'content', key: 'c', html: '<'.repeat(1_000_000) }))).toEqual(['text-long'])
    expect(codes(form({ type: 'content', key: 'c', html: '<a '.repeat(30_000) }))).toEqual([])
    const trap = Object.defineProperty({}, 'components', {
      get: () => {
        throw new Error('no')
      },
      enumerable: true,
    })
    expect(codes(trap)).toEqual(['unreadable'])
  })

  test('warnings never crowd out an error', () => {
    const loud = Array.from({ length: 900 }, (_, i) => field({ key: `k${i}`, allowCalculateOverride: true }))
    expect(codes(form(...loud, field({ customConditional: 'show = 1' })))).toEqual(['script'])
  })
})
