import { describe, expect, test } from 'vitest'
import type { When } from '../../../../web/studio/outcomes/model.ts'
import { sameMeaning } from '../../../../web/studio/outcomes/same-meaning.ts'
import { readWhen, writeWhen } from '../../../../web/studio/outcomes/when.ts'
import { fc } from '../../../chance.ts'
import { clause, scene } from './rules.ts'

const groups = fc.array(fc.array(clause, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

describe('a condition', () => {
  test('comes back from its rule as it was', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const when: When = { kind: 'groups', groups: list }
        expect(readWhen(writeWhen(when, scene), scene)).toEqual(when)
      }),
      { numRuns: 500 },
    )
  })

  test('is never lost: any JSON is read as something that is written the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (rule) => {
        expect(sameMeaning(writeWhen(readWhen(rule, scene), scene), rule)).toBe(true)
      }),
    )
  })

  test('asks for an answer first where nothing would pass as 0', () => {
    const of = { root: 'data', path: 'n1' } as const
    const write = (test: 'less' | 'more', value: number) =>
      writeWhen({ kind: 'groups', groups: [[{ of, test, values: [value] }]] }, scene)
    expect(write('less', 5)).toEqual({
      and: [{ '!==': [{ var: 'data.n1' }, null] }, { '<': [{ var: 'data.n1' }, 5] }],
    })
    expect(write('more', 5)).toEqual({ '>': [{ var: 'data.n1' }, 5] })
  })

  test.each([
    [{ '<': [{ var: 'data.n1' }, 5] }],
    [{ or: [{ and: [{ '!!': [{ var: 'data.c1' }] }, { or: [{ '!!': [{ var: 'data.c2' }] }] }] }] }],
    [{ some: [{ var: 'data.rows' }, { '===': [{ var: 'kind' }, 'a'] }] }],
    [false],
    [null],
  ])('leaves %j to whoever wrote it', (rule) => {
    expect(readWhen(rule, scene)).toEqual({ kind: 'own', rule })
  })
})
