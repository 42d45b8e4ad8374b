import { describe, expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { codes, field, form } from './form.ts'

describe('refuses, with path, pointer, label and a Chinese sentence', () => {
  test('script in any place that Form.io would run', () => {
    const places = [
      { customConditional: 'show = true' },
      { customDefaultValue: 'value = 1' },
      { calculateValue: 'value = 1' },
      { validate: { custom: 'valid = true' } },
      { logic: [{ trigger: { type: 'javascript', javascript: 'result = true' }, actions: [] }] },
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!!': [1] } },
            actions: [{ type: 'customAction', customAction: 'x()' }],
          },
        ],
      },
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!!': [1] } },
            actions: [{ type: 'value', value: 'value = 1' }],
          },
        ],
      },
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!!': [1] } },
            actions: [{ type: 'mergeComponentSchema', schemaDefinition: 'schema = {}' }],
          },
        ],
      },
      { conditionalAddButton: 'show = true' },
    ]
    for (const place of places) expect(codes(form(field(place)))).toContain('script')
    const [finding] = lint(
      form({ type: 'panel', key: 'p', components: [field({ calculateValue: 'value = 1' })] }),
    )
    expect(finding).toMatchObject({
      level: 'error',
      code: 'script',
      path: 'a',
      label: '姓名',
      pointer: '/components/0/components/0/calculateValue',
    })
    expect(finding?.message).toMatch(/[\u4e00-\u9fff]/)
  })

  test('choices, files and components from elsewhere', () => {
    for (const select of [
      { dataSrc: 'url', data: { url: 'https://example.org/options' } },
      { dataSrc: 'resource', data: { resource: 'abc' } },
      { dataSrc: 'custom', data: { custom: 'values = []' } },
    ])
      expect(codes(form({ type: 'select', key: 's', ...select }))).toContain('remote')
    expect(codes(form({ type: 'file', key: 'f', url: 'https://example.org/upload' }))).toContain('remote')
    expect(codes(form(field({ serverOverride: { type: 'x' } })))).toContain('foreign')
    expect(codes(form(field({ module: 'x' })))).toContain('foreign')
    for (const type of [
      'datasource',
      'resource',
      'form',
      'recaptcha',
      'password',
      'tree',
      'custom',
      'constructor',
      '__proto__',
      7,
      null,
    ])
      expect(codes(form({ ...field(), type }))).toEqual(['type'])
  })
})
