import { describe, expect, test } from 'vitest'
import { newScope, parseRule } from '#forms/logic'

const run = (rule: unknown, data: unknown = {}): unknown => {
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.words)
  return parsed.run(newScope(data, '2026-11-21'))
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
