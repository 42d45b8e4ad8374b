import { describe, expect, test } from 'vitest'
import { type Component, importForm } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'

const today = '2026-11-21'
const one = (component: Record<string, unknown>) => {
  const { form, report } = importForm({ components: [{ key: 'a', label: '甲', ...component }] })
  return { component: form.definition.components[0] as Component | undefined, form, report }
}
const errorsOf = (component: Record<string, unknown>, answers: Record<string, unknown>) =>
  evaluate(compile(one(component).form.definition), answers, { today }).errors.map(
    ({ path, code }) => `${path} ${code}`,
  )

describe('settings from elsewhere', () => {
  test('choices come from rows, JSON or a script that only lists them', () => {
    const data = {
      values: [
        { label: '', value: '' },
        { label: '乙', value: 'b' },
        { label: '丙', value: 'b' },
      ],
    }
    expect(one({ type: 'select', widget: 'choicesjs', data }).component?.['data']).toEqual({
      values: [{ label: '乙', value: 'b' }],
    })
    const json = { json: '[{"id":1,"name":"一"}]' }
    expect(
      one({
        type: 'select',
        dataSrc: 'json',
        data: json,
        valueProperty: 'id',
        template: '<b>{{ item.name }}</b>',
      }).component?.['data'],
    ).toEqual({ values: [{ label: '一', value: 1 }] })
    const listed = one({ type: 'select', dataSrc: 'custom', data: { custom: "values = ['x', 'y'];" } })
    expect(listed.component?.['data']).toEqual({
      values: ['x', 'y'].map((value) => ({ label: value, value })),
    })
    expect(listed.report.refused).toEqual([])
  })

  test.each([
    { dataSrc: 'url', data: { url: 'https://example.org' } },
    { dataSrc: 'resource' },
    { dataSrc: 'custom', data: { custom: 'values = fetch("x")' } },
  ])('choices from elsewhere leave a text to fill in: %j', (given) => {
    const { component, report } = one({ type: 'select', ...given })
    expect(component).toEqual({ type: 'textfield', key: 'a', label: '甲' })
    expect(report.refused).toMatchObject([{ code: 'remote' }])
  })

  test('date limits by moment() are rules about today, or refused', () => {
    const limited = (minDate: string, maxDate: string) => ({
      type: 'datetime',
      enableTime: false,
      datePicker: { minDate, maxDate },
    })
    expect(errorsOf(limited('moment()', ''), { a: '2026-11-21' })).toEqual([])
    expect(errorsOf(limited('moment()', ''), { a: '2026-11-20' })).toEqual(['a json'])
    expect(errorsOf(limited('', "moment().subtract(18, 'years')"), { a: '2008-11-21' })).toEqual([])
    expect(errorsOf(limited('', "moment().subtract(18, 'years')"), { a: '2008-11-22' })).toEqual(['a json'])
    expect(errorsOf(limited('moment()', 'moment()'), { a: '2026-11-22' })).toEqual(['a json'])
    expect(errorsOf(limited('moment()', 'moment()'), {})).toEqual([])
    expect(one(limited("moment().add(3, 'days')", '')).report.refused).toMatchObject([{ code: 'date' }])
  })

  test('patterns are rewritten where that means the same', () => {
    const pattern = (text: string) => one({ type: 'textfield', validate: { pattern: text } })
    expect(pattern('(^\\d{4}$)|(^\\d{6}$)').component?.validate?.pattern).toBe('\\d{4}|\\d{6}')
    expect(pattern('([0-9]+)+').component?.validate?.pattern).toBe('[0-9]+')
    expect(pattern('(?<year>\\d{4})').component?.validate?.pattern).toBe('(?:\\d{4})')
    const refused = pattern('(?=a)b')
    expect(refused.component?.validate).toEqual({})
    expect(refused.report.refused).toMatchObject([
      { code: 'pattern', pointer: '/components/0/validate/pattern' },
    ])
  })

  test('texts lose what could run, load or hide, and nothing else', () => {
    const html =
      '<p onclick="x()">留<b>下</b></p><script>alert(1)</script><img src="data:image/png;base64,AAAA"><a href="javascript:x">链</a>{% evil %}'
    const { component, report } = one({ type: 'content', html })
    expect(component?.['html']).toBe('<p>留<b>下</b></p><a>链</a>')
    expect(report).toMatchObject({
      share: 'translated',
      refused: [],
      translated: [{ what: 'text', exact: false }],
    })
  })

  test('a button that runs something is left out, one that submits stays', () => {
    const { form, report } = importForm([
      { type: 'button', key: 'go', label: '提交', action: 'submit' },
      { type: 'button', key: 'bad', label: '下一步', action: 'custom', custom: 'form.submit()' },
    ])
    expect(form.definition.components.map(({ key }) => key)).toEqual(['go'])
    expect(report.translated).toMatchObject([{ what: 'button', path: 'bad', exact: false }])
  })

  test('logic with scripts and changed settings becomes rules', () => {
    const action = (more: Record<string, unknown>) => ({
      name: 'x',
      trigger: { type: 'javascript', javascript: 'result = data.b > 2' },
      actions: [{ name: 'y', ...more }],
    })
    const { form, report } = importForm([
      { type: 'number', key: 'b', label: '乙' },
      {
        type: 'textfield',
        key: 'a',
        label: '甲',
        logic: [
          action({
            type: 'mergeComponentSchema',
            schemaDefinition: 'schema = { validate: { required: true } }',
          }),
          action({ type: 'customAction', customAction: "value = 'x'" }),
          action({ type: 'mergeComponentSchema', schemaDefinition: 'schema = fetch(1)' }),
          { ...action({ type: 'value', value: 'value = 1' }), trigger: { type: 'event', event: 'go' } },
        ],
      },
    ])
    expect(report.refused.map(({ pointer }) => pointer)).toEqual([
      '/components/1/logic/2/actions/0',
      '/components/1/logic/3/trigger',
    ])
    const plan = compile(form.definition)
    expect(evaluate(plan, { b: 3 }, { today }).answers).toMatchObject({ a: 'x' })
    expect(evaluate(plan, { b: 1 }, { today }).answers).not.toHaveProperty('a')
  })

  test('a simple condition and a script must both hold', () => {
    const { form, report } = importForm([
      { type: 'number', key: 'b', label: '乙' },
      { type: 'checkbox', key: 'c', label: '丙' },
      {
        type: 'textfield',
        key: 'a',
        label: '甲',
        conditional: { show: true, when: 'c', eq: 'true' },
        customConditional: 'show = data.b > 2',
      },
    ])
    expect(report.refused).toEqual([])
    const plan = compile(form.definition)
    const hidden = (answers: Record<string, unknown>) => evaluate(plan, answers, { today }).hidden
    expect(
      [{ b: 3, c: true }, { b: 3, c: false }, { b: 1, c: true }, {}].map((answers) => hidden(answers).length),
    ).toEqual([0, 1, 1, 1])
  })
})
