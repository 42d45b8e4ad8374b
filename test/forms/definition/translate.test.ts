import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translate } from '#forms/definition'

describe('scripts become JSON Logic by reading them', () => {
  test.each<readonly [string, Parameters<typeof translate>[1], unknown]>([
    ["show = data.a === 'x'", 'show', { '===': [{ var: 'data.a' }, 'x'] }],
    [
      'show = (data.a === "x") ||\r\n (data.b.c == true);',
      'show',
      { or: [{ '===': [{ var: 'data.a' }, 'x'] }, { '==': [{ var: 'data.b.c' }, true] }] },
    ],
    [
      'show = !!data.a && !data.b',
      'show',
      { and: [{ '!!': [{ var: 'data.a' }] }, { '!': [{ var: 'data.b' }] }] },
    ],
    ["show = row['kind'] !== 'x'; // why", 'show', { '!==': [{ var: 'row.kind' }, 'x'] }],
    ["show = ['a', 'b'].includes(data.k)", 'show', { in: [{ var: 'data.k' }, ['a', 'b']] }],
    [
      'value = data.a + data.b * 2 - 1',
      'value',
      { '-': [{ '+': [{ var: 'data.a' }, { '*': [{ var: 'data.b' }, 2] }] }, 1] },
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a script.
    ['value = `共 ${data.n} 人`', 'value', { cat: ['共 ', { var: 'data.n' }, ' 人'] }],
    [
      "value = data.first + ' ' + data.last",
      'value',
      { cat: [{ var: 'data.first' }, ' ', { var: 'data.last' }] },
    ],
    [
      'value = Math.round(Number(data.a) * 10) / 10',
      'value',
      { '/': [{ round: [{ '*': [{ '+': [{ var: 'data.a' }] }, 10] }] }, 10] },
    ],
    [
      "valid = input > 0 ? true : '要大于零'",
      'valid',
      { if: [{ '>': [{ var: 'input' }, 0] }, true, '要大于零'] },
    ],
    ['valid = input > 0', 'valid', { '!!': [{ '>': [{ var: 'input' }, 0] }] }],
    [
      "if (data.a > 5) { value = '多'; } else if (data.a > 1) value = '少'; else { value = '无' }",
      'value',
      { if: [{ '>': [{ var: 'data.a' }, 5] }, '多', { if: [{ '>': [{ var: 'data.a' }, 1] }, '少', '无'] }] },
    ],
    [
      'var sum = 0; data.rows.forEach((r) => { sum += r.cost; }); value = sum;',
      'value',
      { reduce: [{ var: 'data.rows' }, { '+': [{ var: 'accumulator' }, { var: 'current.cost' }] }, 0] },
    ],
  ])('%s', (script, target, logic) => {
    expect(translate(script, target)).toEqual({ ok: true, logic })
  })

  test.each([
    'show = process.exit()',
    'show = instance.root',
    "show = data['a' + data.b]",
    'value = (() => 1)()',
    'value = new Date()',
    'value = fetch("x")',
    'alert(1); value = 1',
    'value = data.a; this.x = 1',
    'while (true) {}',
    'value = /x/.test(data.a)',
    "value = data.a.constructor('x')",
    'let a = 1; if (data.b) { a = 2 } value = a',
    'value =',
    '',
    'other = 1',
    '('.repeat(3_000),
    `value = ${'!'.repeat(4_900)}1`,
    '`${'.repeat(1_000),
  ])('%.60s is refused', (script) => {
    expect(translate(script, script.startsWith('show') ? 'show' : 'value').ok).toBe(false)
  })

  test('nothing is ever run, nothing is ever thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (script) => {
        expect(typeof translate(`value = ${script}`, 'value').ok).toBe('boolean')
      }),
    )
  })
})
