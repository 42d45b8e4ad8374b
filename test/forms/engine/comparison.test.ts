import { describe, expect, test } from 'vitest'
import { form, number, run, text, values } from './form.ts'

const shown = (conditional: object, answers: object): boolean =>
  !run(
    form(
      text('a'),
      text('many', { multiple: true }),
      text('must', { multiple: true, validate: { required: true } }),
      { type: 'selectboxes', key: 'digits', label: 'digits', values: values('1') },
      number('n'),
      { type: 'checkbox', key: 'c', label: 'c' },
      { type: 'radio', key: 'r', label: 'r', values: values('0', '1', '12', 'true') },
      { type: 'radio', key: 'rs', label: 'rs', dataType: 'string', values: values('1') },
      { type: 'selectboxes', key: 's', label: 's', values: values('x', 'y') },
      { type: 'container', key: 'box', label: 'box', components: [text('in'), number('num')] },
      {
        type: 'datagrid',
        key: 'g',
        label: 'g',
        components: [text('cell'), { type: 'checkbox', key: 'tick' }],
      },
      text('t', { conditional }),
    ),
    answers,
  ).hidden.includes('t')
const one = (component: string, operator: string, value?: unknown): object => ({
  show: true,
  conjunction: 'all',
  conditions: [{ component, operator, value }],
})

describe('the operators of simple conditions mean what they mean in Form.io', () => {
  test.each([
    // Text from a builder is read as the type of the answer, never the other way round.
    [one('n', 'isEqual', '5'), { n: 5 }, true],
    [one('n', 'isEqual', '0'), { n: 0 }, true],
    [one('c', 'isEqual', 'false'), { c: false }, true],
    [one('c', 'isEqual', 'false'), {}, false],
    [one('a', 'isEqual', 5), { a: '5' }, false],
    [one('a', 'isEqual', ''), {}, true],
    // A radio's digits are a number unless its values are said to be text.
    [one('r', 'isEqual', 1), { r: '1' }, true],
    [one('r', 'isEqual', '1'), { r: '1' }, true],
    [one('r', 'isEqual', true), { r: 'true' }, true],
    [one('r', 'greaterThan', 5), { r: '12' }, true],
    [one('r', 'includes', '1'), { r: '12' }, false],
    [one('rs', 'isEqual', 1), { rs: '1' }, false],
    [one('rs', 'greaterThan', 0), { rs: '1' }, false],
    // Of a list, one element is enough, also for what is denied.
    [one('many', 'isEqual', 'p'), { many: ['o', 'p'] }, true],
    [one('many', 'isNotEqual', 'p'), { many: ['o', 'p'] }, true],
    [one('many', 'isNotEqual', 'p'), { many: ['p'] }, false],
    [one('many', 'includes', 'p'), { many: ['opq'] }, true],
    [one('many', 'notIncludes', 'p'), { many: ['opq', 'x'] }, true],
    [one('many', 'isEmpty'), { many: [] }, true],
    // Of a list that is not answered, no element is anything, nor is it not.
    [one('many', 'isNotEqual', 'p'), {}, false],
    [one('must', 'isNotEqual', 'p'), {}, true],
    [{ show: true, when: 'many', eq: 'o,p' }, { many: ['o', 'p'] }, true],
    [one('s', 'isEqual', true), { s: { x: true } }, false],
    [one('digits', 'isEqual', 1), { digits: { 1: true } }, true],
    [one('s', 'isEqual', 'x'), { s: { x: true } }, true],
    [one('s', 'isEqual', 'y'), { s: { x: true } }, false],
    [one('s', 'isEmpty'), { s: { x: false } }, true],
    [one('s', 'isNotEmpty'), { s: { x: true } }, true],
    // Only numbers are smaller or larger.
    [one('a', 'lessThan', 10), { a: '5' }, false],
    [one('n', 'lessThan', '10'), { n: 5 }, true],
    [one('n', 'lessThan', 'zehn'), { n: 5 }, false],
    [one('n', 'startsWith', '1'), { n: 12 }, true],
    [one('n', 'endsWith', '1'), {}, false],
    // Nothing is said by spaces, boxes not ticked, and rows or containers in which nothing is said.
    [one('a', 'isEmpty'), { a: '  ' }, true],
    [one('n', 'isEmpty'), { n: 0 }, false],
    [one('c', 'isEmpty'), { c: false }, true],
    [one('box', 'isEmpty'), { box: { in: ' ' } }, true],
    [one('box', 'isEmpty'), { box: { num: 0 } }, false],
    [one('g', 'isEmpty'), { g: [{}, { tick: false }] }, true],
    [one('g', 'isNotEmpty'), { g: [{}, { cell: 'x' }] }, true],
    // Old conditions compare as text.
    [{ show: true, when: 'c', eq: 'false' }, { c: false }, true],
    [{ show: true, when: 'c', eq: 'false' }, {}, false],
    [{ show: true, when: 'n', eq: 0 }, { n: 0 }, true],
    [{ show: 'false', when: 's', eq: 'x' }, { s: { x: false } }, true],
  ])('%j with %j', (conditional, answers, expected) => {
    expect(shown(conditional, answers)).toBe(expected)
  })

  test('values of other types than the form allows never reach a condition', () => {
    expect(shown(one('a', 'isNotEmpty'), { a: { toString: 1 } })).toBe(false)
    expect(shown(one('many', 'isEqual', 'p'), { many: 'p' })).toBe(false)
    expect(shown(one('s', 'isEqual', '__proto__'), { s: {} })).toBe(false)
    expect(shown(one('s', 'isEqual', 'constructor'), { s: {} })).toBe(false)
  })
})
