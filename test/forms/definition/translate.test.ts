import { describe, expect, test } from 'vitest'
import { translate } from '#forms/definition'
import { fc } from '../../chance.ts'
import { bounded } from '../bounded.ts'

describe('scripts become JSON Logic by reading them', () => {
  test.each<readonly [string, Parameters<typeof translate>[1], unknown]>([
    ["show = data.a === 'x'", 'show', { '===': [{ var: 'data.a' }, 'x'] }],
    [
      'show = (data.a === "x") ||\r\n (data.b.c == "y");',
      'show',
      { or: [{ '===': [{ var: 'data.a' }, 'x'] }, { '==': [{ var: 'data.b.c' }, 'y'] }] },
    ],
    [
      'show = !!data.a && !data.b',
      'show',
      { and: [{ '!': [{ '!': [{ var: 'data.a' }] }] }, { '!': [{ var: 'data.b' }] }] },
    ],
    ["show = row['kind'] !== 'x'; // why", 'show', { '!==': [{ var: 'row.kind' }, 'x'] }],
    ["show = ['a', 'b'].includes(data.k)", 'show', { in: [{ var: 'data.k' }, ['a', 'b']] }],
    ["show = ['a'].indexOf(data.k) >= 0", 'show', { in: [{ var: 'data.k' }, ['a']] }],
    ['show = data.a?.b == null', 'show', { '===': [{ var: 'data.a.b' }, null] }],
    ['value = data.b * 2 - 1', 'value', { '-': [{ '*': [{ var: 'data.b' }, 2] }, 1] }],
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
    ['valid = input > 0', 'valid', { '>': [{ var: 'input' }, 0] }],
    // Nothing is smaller than what is not answered; in a rule it would count as 0.
    [
      'show = data.n < 5',
      'show',
      { and: [{ '!==': [{ var: 'data.n' }, null] }, { '<': [{ var: 'data.n' }, 5] }] },
    ],
    [
      "if (data.a > 5) { value = '多'; } else if (data.a > 1) value = '少'; else { value = '无' }",
      'value',
      { if: [{ '>': [{ var: 'data.a' }, 5] }, '多', { if: [{ '>': [{ var: 'data.a' }, 1] }, '少', '无'] }] },
    ],
    // What is not said stays as Form.io has it before: shown, valid.
    ["if (data.a === 'x') show = false", 'show', { if: [{ '===': [{ var: 'data.a' }, 'x'] }, false, true] }],
    ["if (!input) { return } if (input > 3) { return '太长' }", 'valid', undefined],
    ["return data.a === 'x'", 'result', { '===': [{ var: 'data.a' }, 'x'] }],
  ])('%s', (script, target, logic) => {
    const found = translate(script, target)
    expect(found.ok).toBe(true)
    if (logic !== undefined) expect(found).toMatchObject({ logic })
  })

  test('a value that is only set sometimes says when', () => {
    expect(translate('if (data.same) { value = data.a }', 'value')).toMatchObject({
      ok: true,
      logic: { var: 'data.a' },
      when: { var: 'data.same' },
    })
    expect(translate("console.log('x')", 'value')).toMatchObject({ ok: true, when: false })
  })

  test.each([
    'show = process.exit()',
    'show = instance.root',
    'show = component.key',
    "show = data['a' + data.b]",
    'value = (() => 1)()',
    'value = new Date()',
    'value = fetch("x")',
    'alert(1); value = 1',
    'value = data.a; this.x = 1',
    'while (true) {}',
    'value = /x/.test(data.a)',
    "value = data.a.constructor('x')",
    'show = data.__proto__',
    'show = data.constructor',
    "show = data['prototype']",
    'show = d\\u0061ta.a',
    'value = 010',
    'value = 0x10',
    'value = 1n',
    'value =',
    'other = ',
    'data.a = 1; value = 2',
    'value = data.a, data.b',
    'value = data.a <!-- data.b',
    'value = 1\n--> 2',
    'let data = 1; value = data',
    'const a = 1; a = 2; value = a',
    'let value = 1',
    'value = value + 1',
    'value = data.a + data.b',
    'value = data`x`',
    'value = { get a() { return 1 } }',
    'value = { __proto__: data }',
    '('.repeat(3_000),
    `value = ${'!'.repeat(4_900)}1`,
    '`${'.repeat(1_000),
    `value = "${'x'.repeat(1_000_000)}"`,
    `value = ${'1 + '.repeat(300_000)}1`,
    `var a = data.a; ${'a = a * a;'.repeat(60)} value = a`,
    'value = "never ended',
    'value = 1 /* never ended',
  ])('%.60s is refused', (script) => {
    const { ok } = bounded(() => translate(script, script.startsWith('show') ? 'show' : 'value'), 1_000)
    expect(ok).toBe(false)
  })

  test('a line comment ends where JavaScript ends it', () => {
    for (const end of ['\n', '\r', '\u2028', '\u2029'])
      expect(translate(`value = 1 // ${end} value = 2`, 'value')).toMatchObject({ logic: 2 })
  })

  test('nothing is ever run, nothing is ever thrown', () => {
    const word = fc.constantFrom(
      ...'value = data.a row.b ( ) { } [ ] ; ? : && || + - * / % ! === > < if else for var let return function => 1 "x" \' ` ${ . ?. , input _ Math.round forEach \n // /* */'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 80 }),
          fc.array(word, { maxLength: 40 }).map((list) => list.join(' ')),
        ),
        (script) => {
          for (const target of ['value', 'show', 'valid', 'result'] as const)
            expect(typeof translate(`${target} = ${script}`, target).ok).toBe('boolean')
        },
      ),
      { numRuns: 500 },
    )
  })
})
