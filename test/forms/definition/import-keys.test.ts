import { describe, expect, test } from 'vitest'
import { importForm, lint } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'

const today = '2026-11-21'

describe('keys that our profile does not take', () => {
  test('get another one, and everything that names them follows', () => {
    const { form, report } = importForm([
      { type: 'number', key: '1 st', label: '一' },
      { type: 'textfield', key: 'my.name', label: '名' },
      { type: 'textfield', key: 'constructor', label: '造' },
      { type: 'number', key: 'sum', label: '和', calculateValue: "value = data['1 st'] * 2" },
      { type: 'textfield', key: 'hi', label: '好', calculateValue: "value = '你好' + data.my.name" },
      { type: 'number', key: 'j', label: '规', calculateValue: { '+': [{ var: 'data.1 st' }, 1] } },
      { type: 'textfield', key: 'c', label: '丙', conditional: { show: true, when: 'my.name', eq: 'x' } },
    ])
    expect(report.refused).toEqual([])
    expect(form.definition.components.slice(0, 3).map(({ key }) => key)).toEqual([
      'field_1_st',
      'my_name',
      'field_constructor',
    ])
    const result = evaluate(compile(form.definition), { field_1_st: 4, my_name: 'x' }, { today })
    expect(result.answers).toEqual({ field_1_st: 4, my_name: 'x', sum: 8, hi: '你好x', j: 5 })
    expect(result.hidden).toEqual([])
  })

  test('two questions under one key are told apart, and people are told', () => {
    const { form, report } = importForm([
      { type: 'textfield', key: 'a', label: '一' },
      { type: 'textfield', key: 'a', label: '二' },
      { type: 'panel', key: 'a', components: [] },
      { type: 'textfield', label: '三' },
    ])
    expect(form.definition.components.map(({ key }) => key)).toEqual(['a', 'a_2', 'a_3', 'field'])
    expect(report.translated.map(({ label, exact }) => [label, exact])).toEqual([
      ['二', false],
      ['三', false],
    ])
    expect(report.translated[0]?.message).toContain('共用键「a」')
  })

  test('needless layers are taken out where a form is too deep', () => {
    let deep: unknown = { type: 'textfield', key: 'x', label: '深' }
    for (let i = 0; i < 14; i++) deep = { type: i % 2 ? 'panel' : 'well', key: `p${i}`, components: [deep] }
    const { form, report } = importForm([deep])
    expect(report.refused).toEqual([])
    expect(lint(form.definition).filter(({ level }) => level === 'error')).toEqual([])
    expect(evaluate(compile(form.definition), { x: '在' }, { today }).answers).toEqual({ x: '在' })
    let boxes: unknown = { type: 'textfield', key: 'x', label: '深' }
    for (let i = 0; i < 14; i++) boxes = { type: 'container', key: `p${i}`, components: [boxes] }
    expect(importForm([boxes]).report.refused).toMatchObject([{ code: 'too-deep' }])
  })
})

describe('what cannot stand is left out, and the form still compiles', () => {
  test.each([
    [{ conditional: { show: true, when: 'gone', eq: 'x' } }, '/conditional'],
    [{ calculateValue: { '+': [{ var: 'data.gone' }, 1] } }, '/calculateValue'],
    [{ validate: { json: { nope: [1] } } }, '/validate/json'],
    [{ calculateValue: { var: 'data.a' } }, '/calculateValue'],
    [
      {
        logic: [
          { name: 'x', trigger: { type: 'json', json: { var: 'window.x' } }, actions: [] },
          {
            name: 'y',
            trigger: { type: 'json', json: { '!': [{ var: 'gone' }] } },
            actions: [{ type: 'value', value: { cat: ['x'] } }],
          },
        ],
      },
      '/logic',
    ],
    [{ customConditional: 'show = data.a === "x"', unique: true }, '/'],
  ])('%j', (given, part) => {
    const { form, report } = importForm([{ type: 'number', key: 'a', label: '甲', ...given }])
    expect(compile(form.definition).findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(form.definition.components).toHaveLength(1)
    expect(report.refused.length).toBeGreaterThan(0)
    for (const { pointer, message, label } of report.refused) {
      expect(pointer).toContain(part)
      expect(label).toBe('甲')
      expect(message).toMatch(/没有导入/)
    }
  })
})
