import { describe, expect, test } from 'vitest'
import { begin } from '#forms/engine/sitting'
import { number, text, today } from './form.ts'
import { grid, sit } from './sit.ts'

describe('what cannot be bounded is evaluated whole', () => {
  test('a rule about its own column, where one row hangs on the rows before', () => {
    const own = { '<': [{ count: [{ filter: [{ var: 'data.g' }, { var: 'x' }] }] }, 2] }
    const sitting = sit([
      text('a'),
      grid('g', [
        text('x', {
          clearOnHide: false,
          validate: { json: own },
          conditional: { show: true, when: 'a', eq: 'show' },
        }),
      ]),
    ])
    sitting.change('g', [{ x: '1' }, { x: '2' }, { x: '3' }])
    const { result } = sitting
    expect(result.answers).toEqual({ g: [{ x: '1' }, { x: '2' }, {}] })
    expect(sitting.change('g[0].x', undefined).answers).toEqual({ g: [{}, { x: '2' }, { x: '3' }] })
    expect(sitting.change('a', 'show').errors).toHaveLength(3)
  })

  test('a form that runs out of fuel, be it little by little, until it has enough again', () => {
    const often = (grid: string) => ({ merge: Array.from({ length: 45 }, () => ({ var: `data.${grid}` })) })
    const costly = (name: string): readonly object[] => [
      grid(name, [number('n')], { validate: { maxLength: 200 } }),
      ...Array.from({ length: 20 }, (_, i) =>
        number(`${name}${i}`, {
          calculateValue: {
            reduce: [often(name), { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0],
          },
        }),
      ),
    ]
    const sitting = sit([...costly('g'), ...costly('h'), number('free')])
    const rows = (count: number) => Array.from({ length: count }, () => ({ n: 1 }))
    expect(sitting.change('g', rows(200)).answers['g19']).toBe(9_000)
    expect(sitting.change('h', rows(100)).answers['h19']).toBe(4_500)
    const spent = sitting.change('h', rows(200))
    expect(spent.errors.map(({ code }) => code)).toContain('fuel')
    const free = sitting.change('free', 1)
    expect(free.answers['free']).toBe(1)
    expect(free.answers['g']).toBe(spent.answers['g'])
    expect(sitting.change('g', rows(20)).errors).toEqual([])
    expect(sitting.change('g', rows(120)).errors).toEqual([])
  })

  test('rows within rows beyond what one evaluation may hold', () => {
    const inner = grid('b', [grid('c', [text('x')], { validate: { maxLength: 200 } })], {
      validate: { maxLength: 200 },
    })
    const sitting = sit([text('a'), grid('g', [inner], { validate: { maxLength: 200 } })])
    const many = (item: unknown) => Array.from({ length: 200 }, () => item)
    sitting.change('g', many({ b: many({ c: many({}) }) }))
    expect(sitting.result.errors).toMatchObject([{ path: '', code: 'tooMany' }])
    sitting.change('g', [{ b: [{ c: [{ x: 'x' }] }] }])
    expect(sitting.result.errors).toEqual([])
  })

  test('a form with errors, no form, and answers that are none', () => {
    const sitting = sit([{ type: 'evil', key: 'x' }])
    expect(sitting.change('x', 1).errors).toMatchObject([{ code: 'definition' }])
    expect(begin(null as never, {}, { today }).change('a', 1).errors).toMatchObject([{ code: 'definition' }])
    const odd = sit([text('a')], 'none')
    expect(odd.result.errors).toMatchObject([{ code: 'type' }])
    expect(odd.change('a', 'x').answers).toEqual({ a: 'x' })
    expect(odd.change('', [1]).errors).toMatchObject([{ code: 'type' }])
    expect(odd.change('', { a: 'y' }).answers).toEqual({ a: 'y' })
  })
})

describe('hostile changes', () => {
  test('reach no prototype, make no giant list, and throw nothing', () => {
    const sitting = sit([text('a'), grid('g', [text('x')])])
    for (const path of [
      '__proto__.a',
      '__proto__',
      'constructor.prototype.a',
      'g[0].__proto__.x',
      'g.__proto__.x',
    ])
      sitting.change(path, 'polluted')
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
    expect(([] as unknown as Record<string, unknown>)['x']).toBeUndefined()
    sitting.change('__proto__', { a: 'polluted' })
    expect(Object.getPrototypeOf(sitting.typed)).toBe(Object.prototype)
    sitting.change('a', '1')
    expect(Object.getPrototypeOf(sitting.typed)).toBe(Object.prototype)
    const { typed, result } = sitting
    for (const path of ['g[4294967294].x', 'g[99999999999]', 'a.'.repeat(500), 'x'.repeat(1_000_000)])
      expect(sitting.change(path, 1)).toBe(result)
    expect(sitting.typed).toBe(typed)
  })

  test('a getter that throws is refused like in an evaluation, and a later answer is taken', () => {
    const trap = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('trap')
      },
    })
    const sitting = sit([text('a'), grid('g', [text('x')])])
    expect(sitting.change('g', [trap]).errors).toMatchObject([{ code: 'internal' }])
    expect(sitting.change('g[0].y', 1).errors).toMatchObject([{ code: 'internal' }])
    expect(sitting.change('g', [{ x: 'x' }]).answers).toEqual({ g: [{ x: 'x' }] })
  })

  test('answers and former results may be frozen', () => {
    const frozen = Object.freeze({ a: '1', g: Object.freeze([Object.freeze({ x: 'x' })]) })
    const sitting = sit(
      [
        text('a'),
        grid('g', [text('x', { clearOnHide: false, validate: { json: { '!=': [{ var: 'row.x' }, 'y'] } } })]),
      ],
      frozen,
    )
    const { result } = sitting
    for (const part of [result, result.answers, result.answers['g'], (result.answers['g'] as unknown[])[0]])
      Object.freeze(part)
    sitting.change('g[0].x', 'y')
    expect(sitting.change('a', '2').answers).toEqual({ a: '2', g: [{ x: 'y' }] })
    expect(result.answers).toEqual({ a: '1', g: [{ x: 'x' }] })
  })
})
