import { describe, expect, test } from 'vitest'
import { newScope, outcomeRoots, parseRule, type Root, RuleFailure } from '#forms/logic'
import { fc } from '../../chance.ts'
import { bounded } from '../bounded.ts'

const run = (rule: unknown, data: unknown = {}, roots?: readonly Root[]): unknown => {
  const parsed = parseRule(rule, roots)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.words)
  return parsed.run(newScope(data, '2026-11-21'))
}
const codes = (rule: unknown, roots?: readonly Root[]): readonly string[] => {
  const parsed = parseRule(rule, roots)
  return parsed.ok ? [] : parsed.problems.map(({ words }) => words.split('.')[0] ?? '')
}

const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('fails closed', () => {
  test('operators and roots outside the lists are refused, also those that every object has', () => {
    for (const name of [
      'method',
      'log',
      '_map',
      'constructor',
      'toString',
      '__proto__',
      'hasOwnProperty',
      'valueOf',
      'custom',
    ])
      expect(codes(JSON.parse(`{"${name}": [1]}`))).toEqual(['rule-operator'])
    for (const name of ['instance', 'component', 'process.env', 'globalThis', 'this', 'window.x', 'a', ''])
      expect(codes({ var: name })).toEqual(['rule-root'])
    expect(codes({ var: 'outcomes.a' })).toEqual(['rule-root'])
    expect(codes({ var: 'row.a' }, outcomeRoots)).toEqual(['rule-root'])
  })

  test('variable names are literal and never reach a prototype', () => {
    expect(codes({ var: { cat: ['data.', 'a'] } })).toEqual(['rule-variable'])
    for (const name of [
      'data.__proto__.x',
      'data.constructor',
      'data.a.prototype',
      'data.a b',
      'data..a',
      `data.${'a.'.repeat(30)}a`,
    ])
      expect(codes({ var: name })).toEqual(['rule-variable'])
    expect(run({ var: 'data.toString' })).toBeNull()
    expect(run({ var: 'data.s.length' }, { s: 'text' })).toBeNull()
    expect(run({ map: [{ var: 'data.l' }, { var: 'valueOf' }] }, { l: [{}] })).toEqual([null])
  })

  test('inside list operators names belong to the element', () => {
    expect(codes({ reduce: [{ var: 'data.g' }, { var: 'data.x' }, 0] })).toEqual(['rule-root'])
    expect(run({ map: [{ var: 'data.g' }, { var: 'data.x' }] }, { g: [{}], x: 1 })).toEqual([null])
  })

  test('shape, arguments, literals', () => {
    expect(codes({})).toEqual(['rule-shape'])
    expect(codes({ '+': [1], '-': [1] })).toEqual(['rule-shape'])
    expect(codes({ '==': [1] })).toEqual(['rule-arguments'])
    expect(codes({ map: [1] })).toEqual(['rule-arguments'])
    expect(codes({ '+': [Number.NaN] })).toEqual(['rule-literal'])
    expect(codes({ '+': [() => 1] })).toEqual(['rule-literal'])
    expect(codes(undefined)).toEqual(['rule-literal'])
    expect(codes(10n)).toEqual(['rule-literal'])
  })

  test('size and depth are bounded, circles too', () => {
    let deep: unknown = 1
    for (let i = 0; i < 10_000; i++) deep = { '!': [deep] }
    expect(codes(deep)).toEqual(['rule-depth'])
    const circle: { '+': unknown[] } = { '+': [] }
    circle['+'].push(circle, circle, circle)
    expect(codes(circle).length).toBeGreaterThan(0)
    expect(codes({ '+': Array(100_000).fill({ var: 'data.a' }) })).toEqual(['rule-arguments'])
    expect(codes('x'.repeat(20_000))).toEqual(['rule-size'])
  })

  test('work and results are bounded while running', () => {
    const list = { var: 'data.l' }
    const cube = { map: [list, { map: [{ merge: [[1, 2, 3]] }, 1] }] }
    const l = Array(10_000).fill(1)
    expect(() =>
      run({ reduce: [list, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }, 'x'] }, 'x'] }, { l }),
    ).toThrow(RuleFailure)
    expect(() => run({ merge: [list, list] }, { l })).toThrow(RuleFailure)
    const parsed = parseRule(cube)
    const scope = newScope({ l }, '2026-11-21', 5_000)
    expect(() => parsed.ok && parsed.run(scope)).toThrow(RuleFailure)
    expect(() => parsed.ok && parsed.run(scope)).toThrow('fuel')
    expect(scope.element).toBeNull()
  })

  test('objects are never called while comparing or joining', () => {
    const trap = { toString: 1, valueOf: 1 }
    for (const rule of [
      { '==': [{ var: 'data.o' }, 1] },
      { '<': [{ var: 'data.o' }, 1] },
      { cat: [{ var: 'data.o' }] },
      { '+': [{ var: 'data.o' }, 1] },
      { in: [{ var: 'data.o' }, 'x'] },
    ])
      expect(() => run(rule, { o: trap })).not.toThrow()
  })

  test('any JSON is parsed or refused, and what parses runs or fails by name, the same each time', () => {
    const leaf = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom({ var: 'data.a' }, { var: 'data.list' }, { var: '' }, { var: 'current' }),
    )
    const names = [
      '+',
      '-',
      '*',
      '/',
      '<',
      '==',
      'if',
      'and',
      'or',
      'cat',
      'substr',
      'in',
      'merge',
      'map',
      'filter',
      'reduce',
      'all',
      'some',
      'none',
      'missing',
      'var',
      'max',
      'round',
      'age',
      'count',
      'bogus',
    ]
    const { rule } = fc.letrec((tie) => ({
      rule: fc.oneof({ maxDepth: 4 }, leaf, tie('node')),
      node: fc
        .tuple(fc.constantFrom(...names), fc.array(tie('rule'), { maxLength: 3 }))
        .map(([name, args]) => ({ [name]: args })),
    }))
    fc.assert(
      fc.property(rule, (one) => {
        const parsed = parseRule(one)
        if (!parsed.ok) {
          expect(parsed.problems.length).toBeGreaterThan(0)
          return
        }
        const results = [1, 2].map(() => {
          try {
            return JSON.stringify(parsed.run(newScope({ a: 3, list: [1, 'x', null] }, '2026-11-21')))
          } catch (error) {
            expect(error).toBeInstanceOf(RuleFailure)
            return 'failed'
          }
        })
        expect(results[0]).toBe(results[1])
      }),
      { numRuns: 500 },
    )
  })
})

describe('bad input ends soon, by name', () => {
  const million = 'a'.repeat(1_000_000)
  const circle: { and: unknown[] } = { and: [true] }
  circle.and.push(circle)
  const deep = (wrap: (inner: unknown) => unknown): unknown => {
    let inner: unknown = 1
    for (let i = 0; i < 10_000; i++) inner = wrap(inner)
    return inner
  }
  test.each<readonly [string, unknown, string]>([
    ['a circle', circle, 'rule-depth'],
    ['a circle under map', { map: [{ var: 'data.l' }, circle] }, 'rule-depth'],
    ['10,000 operators', deep((inner) => ({ '!': [inner] })), 'rule-depth'],
    ['10,000 lists', deep((inner) => [inner, inner]), 'rule-depth'],
    ['10^6 arguments', { and: Array(1_000_000).fill({ var: 'data.a' }) }, 'rule-arguments'],
    ['10^6 literals', { in: [1, Array(1_000_000).fill(1)] }, 'rule-size'],
    ['an operator of a megabyte', { [million]: [1] }, 'rule-operator'],
    ['a variable of a megabyte', { var: `data.${million}` }, 'rule-variable'],
    ['a megabyte', { cat: [million] }, 'rule-size'],
    ['10^6 names', { missing: Array(1_000_000).fill('data.a') }, 'rule-arguments'],
    ['a fallback of a megabyte', { var: ['data.a', million] }, 'rule-variable'],
    ['Infinity', { '+': [Number.POSITIVE_INFINITY, 1] }, 'rule-literal'],
  ])('%s', (_, rule, code) => {
    const parsed = bounded(() => parseRule(rule))
    expect(parsed.ok ? [] : parsed.problems.map(({ words }) => words.split('.')[0])).toContain(code)
    expect(JSON.stringify(parsed).length).toBeLessThan(20_000)
  })

  test('a rule over long answers spends its fuel, not the time of the server', () => {
    const list = { var: 'data.l' }
    const inner = { reduce: [{ var: 'm' }, { '+': [{ var: 'accumulator' }, 1] }, 0] }
    const m = Array(1_000).fill(1)
    const l = Array.from({ length: 10_000 }, () => ({ m }))
    const parsed = parseRule({ map: [list, inner] })
    const work = () => parsed.ok && parsed.run(newScope({ l }, '2026-11-21'))
    expect(bounded(() => caught(work))).toBeInstanceOf(RuleFailure)
  })

  test('numbers that are none stay out of results: minus zero is zero, what overflows is nothing', () => {
    expect(Object.is(run({ '*': [-1, 0] }), 0)).toBe(true)
    expect(run({ '*': [1e308, 10] })).toBeNull()
    expect(run({ '-': [{ var: 'data.a' }, 1] }, { a: Number.NaN })).toBeNull()
    expect(run({ '+': ['0x10', 0] })).not.toBe(Number.NaN)
    expect(run({ '%': [1, 0] })).toBeNull()
  })

  test('dates out of range have no age, parts of a day that are not known do', () => {
    expect(run({ age: ['00/00/1950'] })).toBe(76)
    expect(run({ age: ['2026-11-21'] })).toBe(0)
    for (const birth of [
      '2026-02-30',
      '02/30/1950',
      '0000-01-01',
      '+275760-09-13',
      '2999-01-01',
      'x',
      1e15,
      null,
    ])
      expect([birth, run({ age: [birth] })]).toEqual([birth, null])
  })
})
