import { describe, expect, test } from 'vitest'
import { importForm, lint } from '#forms/definition'
import { fc } from '../../chance.ts'
import { bounded as within } from '../bounded.ts'

/** Imports within a generous bound, and whatever comes out passes the linter. */
const bounded = (json: unknown) => {
  const { form, report } = within(() => importForm(json), 5_000)
  expect(lint(form.definition).filter(({ level }) => level === 'error')).toEqual([])
  expect(report.refused.some((one) => one.in === 'form')).toBe(false)
  for (const { message } of [...report.refused, ...report.translated])
    expect(message.length).toBeLessThan(1_000)
  return report
}
const one = (member: Record<string, unknown>) => ({
  components: [{ type: 'textfield', key: 'a', label: 'A', ...member }],
})

describe('hostile forms', () => {
  test.each<readonly [string, () => unknown]>([
    ['1 MB of script', () => one({ customConditional: `show = ${'data.a + '.repeat(120_000)}1` })],
    ['brackets', () => one({ customConditional: `show = ${'('.repeat(9_000)}` })],
    [
      'a rule that doubles',
      () => one({ calculateValue: `var a = data.a * 1;${'a = a * a;'.repeat(100)} value = a` }),
    ],
    ['many branches', () => one({ customConditional: 'if (data.a === "x") show = !show;'.repeat(500) })],
    [
      'loops in loops',
      () =>
        one({
          calculateValue: `var s = 0;${'data.r.forEach(r => {'.repeat(30)}s += 1${'})'.repeat(30)}; value = s`,
        }),
    ],
    ['1 MB of open tags', () => one({ description: '<script'.repeat(150_000) })],
    ['1 MB of templates', () => one({ description: '{{'.repeat(500_000) })],
    ['1 MB of svg', () => one({ tooltip: '<svg>'.repeat(200_000) })],
    [
      'a picture of 1 MB',
      () => one({ description: `<img src="data:image/png;base64,${'A'.repeat(1_000_000)}">` }),
    ],
    ['a label of 1 MB', () => one({ label: '<'.repeat(1_000_000) })],
    ['a key of 1 MB', () => one({ key: 'k'.repeat(1_000_000) })],
    ['a pattern of 1 MB', () => one({ validate: { pattern: '(a+)+'.repeat(200_000) } })],
    [
      '20,000 components',
      () => Array.from({ length: 20_000 }, (_, i) => ({ type: 'textfield', key: `k${i % 7}` })),
    ],
    [
      '50,000 choices',
      () =>
        one({
          type: 'select',
          data: { values: Array.from({ length: 50_000 }, (_, i) => ({ value: `v${i}`, label: 'x' })) },
        }),
    ],
    [
      'a circle of rules',
      () =>
        Array.from({ length: 200 }, (_, i) => ({
          type: 'textfield',
          key: `k${i}`,
          calculateValue: `value = data.k${(i + 1) % 200}`,
        })),
    ],
    [
      'own prototype keys',
      () =>
        JSON.parse(
          '[{"type":"textfield","key":"__proto__","__proto__":{"x":1},"properties":{"__proto__":{"y":1}},"defaultValue":{"constructor":1}}]',
        ),
    ],
  ])('%s', (_, make) => {
    expect(bounded(make()).share).not.toBe('whole')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('10,000 levels, circles, and what is no JSON', () => {
    let deep: unknown = { type: 'textfield', key: 'x' }
    for (let i = 0; i < 10_000; i++) deep = { type: 'panel', key: `p${i}`, components: [deep] }
    bounded({ components: [deep] })
    let less: unknown = { type: 'textfield', key: 'x' }
    for (let i = 0; i < 500; i++) less = { type: 'panel', key: `p${i}`, components: [less] }
    bounded({ components: [less] })
    const cyclic: { components: unknown[] } = { components: [] }
    cyclic.components.push(cyclic)
    for (const json of [
      cyclic,
      1n,
      () => 1,
      undefined,
      {
        toJSON: () => {
          throw new Error('no')
        },
      },
    ])
      bounded(json)
  })

  test('a template inside a condition does not come along', () => {
    const { refused } = bounded({ components: [{ type: 'textfield', key: 'a', conditional: { '': '{%' } }] })
    expect(refused).toMatchObject([{ code: 'template', pointer: '/components/0/conditional' }])
  })

  test('whatever stands in the members of components, a form comes out that passes', () => {
    const members =
      'components columns rows values data logic validate defaultValue conditional customConditional calculateValue properties errors datePicker fields questions html label tag attrs inputMask unique'.split(
        ' ',
      )
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(
        'show = data.a',
        'value = input',
        '<script>',
        '{{ a + b }}',
        'moment()',
        { json: { '==': [{ var: 'data.a' }, 1] } },
        { custom: 'valid = input', pattern: '(a+)+' },
        [{ label: 'a', value: 'a' }],
        { values: [{ label: 'a', value: 'a' }] },
      ),
    )
    const component = fc.record({
      type: fc.constantFrom(
        'textfield',
        'number',
        'select',
        'radio',
        'columns',
        'table',
        'tabs',
        'datagrid',
        'container',
        'panel',
        'survey',
        'datetime',
        'button',
        'content',
        'custom',
        'identity',
        'address',
      ),
      key: fc.oneof(fc.constantFrom('a', 'b', 'a.b', '__proto__', '1'), fc.string({ maxLength: 5 })),
      more: fc.dictionary(fc.constantFrom(...members), value, { maxKeys: 6 }),
    })
    fc.assert(
      fc.property(fc.array(component, { maxLength: 6 }), (list) => {
        bounded({ components: list.map(({ type, key, more }) => ({ type, key, ...more })) })
      }),
      { numRuns: 400 },
    )
  })
})
