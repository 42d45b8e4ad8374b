import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newScope, outcomeRoots, parseRule, type Root, RuleFailure } from '#forms/logic'

const run = (rule: unknown, data: unknown = {}, roots?: readonly Root[]): unknown => {
  const parsed = parseRule(rule, roots)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.code)
  return parsed.run(newScope(data, '2026-11-21'))
}
const codes = (rule: unknown, roots?: readonly Root[]): readonly string[] => {
  const parsed = parseRule(rule, roots)
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code)
}

describe('operators mean what JSON Logic means', () => {
  const data = { a: 2, s: 'abc', list: [1, 2, 3], rows: [{ n: 1 }, { n: 5 }], deep: { x: { y: 7 } } }
  test.each<readonly [unknown, unknown]>([
    [{ var: 'data.deep.x.y' }, 7],
    [{ var: ['data.none', 9] }, 9],
    [{ var: 'data.list.1' }, 2],
    [{ var: 'data.list.length' }, 3],
    [{ '==': ['2', { var: 'data.a' }] }, true],
    [{ '===': ['2', { var: 'data.a' }] }, false],
    [{ '!=': [1, '1'] }, false],
    [{ '!==': [1, '1'] }, true],
    [{ '!': [[]] }, true],
    [{ '!!': ['0'] }, true],
    [{ '<': [1, { var: 'data.a' }, 3] }, true],
    [{ '<=': [3, { var: 'data.a' }, 3] }, false],
    [{ '>': ['b', 'a'] }, true],
    [{ '>=': [2, { var: 'data.a' }] }, true],
    [{ if: [false, 1, '', 2, 3] }, 3],
    [{ if: [true, 1] }, 1],
    [{ '?:': [0, 1, 2] }, 2],
    [{ and: [1, 0, 2] }, 0],
    [{ or: [0, '', 'x'] }, 'x'],
    [{ '+': ['1', 2, 3] }, 6],
    [{ '+': '4' }, 4],
    [{ '-': [5, 2] }, 3],
    [{ '-': 5 }, -5],
    [{ '*': [2, 3, 4] }, 24],
    [{ '/': [7, 2] }, 3.5],
    [{ '/': [1, 0] }, null],
    [{ '%': [7, 4] }, 3],
    [{ max: [1, 3, 2] }, 3],
    [{ min: [1, 3, 2] }, 1],
    [{ '+': [0.1, 0.2] }, 0.3],
    [{ '+': [{ var: 'data.none' }, 2] }, null],
    [{ round: [2.345, 2] }, 2.35],
    [{ round: [-2.5] }, -3],
    [{ cat: ['a', 1, null, true] }, 'a1true'],
    [{ substr: ['abcdef', 1, -2] }, 'bcd'],
    [{ substr: ['abcdef', -2] }, 'ef'],
    [{ in: ['b', { var: 'data.s' }] }, true],
    [{ in: [2, { var: 'data.list' }] }, true],
    [{ merge: [[1], 2, [3]] }, [1, 2, 3]],
    [{ map: [{ var: 'data.rows' }, { '*': [{ var: 'n' }, 2] }] }, [2, 10]],
    [{ map: [{ var: 'data.list' }, { '+': [{ var: '' }, 1] }] }, [2, 3, 4]],
    [{ filter: [{ var: 'data.list' }, { '>': [{ var: '' }, 1] }] }, [2, 3]],
    [{ reduce: [{ var: 'data.rows' }, { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0] }, 6],
    [{ all: [{ var: 'data.list' }, { '>': [{ var: '' }, 0] }] }, true],
    [{ all: [[], true] }, false],
    [{ none: [{ var: 'data.list' }, { '>': [{ var: '' }, 3] }] }, true],
    [{ some: [{ var: 'data.list' }, { '>': [{ var: '' }, 2] }] }, true],
    [{ missing: ['data.a', 'data.none'] }, ['data.none']],
    [{ missing_some: [1, ['data.a', 'data.none']] }, []],
    [{ today: [] }, '2026-11-21'],
    [{ age: '1950-11-22' }, 75],
    [{ age: ['11/21/1950'] }, 76],
    [{ count: [{ var: 'data.list' }] }, 3],
  ])('%j', (rule, expected) => {
    expect(run(rule, data)).toEqual(expected)
  })

  test('what a rule reads is known without running it', () => {
    const parsed = parseRule({
      '+': [
        { var: 'row.a' },
        {
          reduce: [
            { filter: [{ var: 'data.g' }, { var: 'on' }] },
            { '+': [{ var: 'accumulator' }, { var: 'current.n' }] },
            { var: 'data.start' },
          ],
        },
      ],
    })
    expect(
      parsed.ok && parsed.reads.map(({ root, path, deep }) => `${root}.${path.join('.')} ${deep}`),
    ).toEqual([
      'row.a true',
      'data.g false',
      'data.g.[].on true',
      'data.g false',
      'data.g.[].n true',
      'data.start true',
    ])
  })
})

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
