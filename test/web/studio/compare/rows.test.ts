import { describe, expect, test } from 'vitest'
import type { Component, FormDocument } from '#forms/definition'
import { compareVersions } from '../../../../web/studio/compare/rows.ts'

const text = (key: string, label = key, more: object = {}): Component => ({
  type: 'textfield',
  key,
  label,
  ...more,
})
const form = (...components: readonly Component[]): FormDocument => ({
  schema: 1,
  key: 'f',
  title: '表',
  definition: { components },
})
const states = (a: FormDocument, b: FormDocument) =>
  compareVersions(a, b).rows.map(({ state, was, is }) => `${state} ${(is ?? was)?.label}`)

describe('two versions side by side', () => {
  test('are matched by key, and what was removed stands where it was', () => {
    const before = form(text('a', '甲'), text('b', '乙'), text('c', '丙'))
    const after = form(text('a', '甲'), text('c', '丙', { validate: { required: true } }), text('d', '丁'))
    expect(states(before, after)).toEqual(['same 甲', 'removed 乙', 'changed 丙', 'added 丁'])
    const removed = compareVersions(before, after).rows[1]
    expect(removed?.is).toBeUndefined()
    expect(removed?.lines[0]).toMatchObject({ class: 'loses-answers' })
  })

  test('tell each question with its options, help and rules', () => {
    const radio: Component = {
      ...text('r', '住法'),
      type: 'radio',
      description: '按实际情况',
      values: [{ value: 'x', label: '独居' }],
      conditional: {
        show: true,
        conjunction: 'all',
        conditions: [{ component: 'a', operator: 'isNotEmpty' }],
      },
    }
    const [, row] = compareVersions(form(text('a'), radio), form(text('a'), radio)).rows
    expect(row?.was).toEqual(row?.is)
    expect(row?.is).toMatchObject({ help: '按实际情况', options: ['独居'], rules: ['“a”已填写时显示'] })
  })

  test('say nothing of equal forms, and never throw on broken ones', () => {
    const one = form(text('a'))
    expect(compareVersions(one, one)).toMatchObject({ rows: [{ state: 'same', lines: [] }], lines: [] })
    const broken = { definition: { components: [null, { type: 'textfield' }, 3] } } as unknown as FormDocument
    expect(() => compareVersions(broken, one)).not.toThrow()
    expect(() => compareVersions(one, { definition: null } as unknown as FormDocument)).not.toThrow()
  })
})
