import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importForm, lint } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { fc } from '../../chance.ts'

describe('forms from elsewhere', () => {
  const foreign = {
    title: '调查',
    name: 'visit-2020',
    display: 'form',
    components: [
      {
        type: 'simpletextfield',
        key: 'name',
        label: '姓名',
        defaultValue: '',
        customConditional: '',
        templates: { x: '{% y %}' },
      },
      {
        type: 'radiopanel',
        key: 'kind',
        label: '类别',
        values: [{ value: 'a', label: '甲' }],
        defaultValue: '',
      },
      {
        type: 'simplecols2',
        key: 'cols',
        columns: [
          {
            width: 6,
            components: [
              {
                type: 'simplenumberadvanced',
                key: 'n',
                label: '人数',
                validate: { step: 'any', custom: 'valid = input > 0 ? true : "要大于零"' },
              },
            ],
          },
        ],
      },
      { type: 'number', key: 'twice', label: '加倍', calculateValue: 'value = data.n * 2' },
      { type: 'textfield', key: 'odd', label: '怪', calculateValue: 'value = instance.magic()' },
      { type: 'orgbook', key: 'org', label: '登记' },
      { type: 'select', key: 'web', label: '网址', dataSrc: 'url', data: { url: 'https://example.org' } },
      {
        type: 'selectboxes',
        key: 'boxes',
        label: '多选',
        values: [{ value: 'a', label: '甲' }],
        defaultValue: { '': false, a: false },
      },
      { type: 'panel', key: 'boxes', components: [] },
    ],
  }

  test('are taken, translated or refused, each with its place', () => {
    const { form, report } = importForm(foreign)
    expect(form).toMatchObject({ key: 'visit-2020', title: '调查', schema: 1 })
    expect(report.taken).toBe(10)
    expect(report.translated.map(({ path, what, exact }) => `${what} ${path} ${exact}`)).toEqual([
      'type name true',
      'type kind true',
      'type cols true',
      'type n true',
      'type org false',
      'script n true',
      'script twice true',
    ])
    expect(report.refused.map(({ path, code, pointer }) => `${code} ${path} ${pointer}`)).toEqual([
      'remote web /components/6/dataSrc',
      'script odd /components/4/calculateValue',
    ])
    expect(report.share).toBe('refused')
    const result = evaluate(compile(form.definition), { n: 4, twice: 1 }, { today: '2026-11-21' })
    expect(result).toMatchObject({ answers: { n: 4, twice: 8 }, errors: [] })
  })

  test('wrappers are taken off, the input is never changed or shared', () => {
    const bare = { display: 'form', components: [{ type: 'textfield', key: 'a', label: 'A' }] }
    for (const wrapped of [
      bare,
      bare.components,
      { schema: bare },
      { form: bare },
      { versions: [{ schema: bare }] },
      { schema: 1, definition: bare, title: 'T' },
    ]) {
      const before = JSON.stringify(wrapped)
      const { form, report } = importForm(wrapped)
      expect(form.definition.components).toEqual(bare.components)
      expect(form.definition.components[0]).not.toBe(bare.components[0])
      expect(report).toEqual({ share: 'whole', taken: 1, translated: [], refused: [] })
      expect(JSON.stringify(wrapped)).toBe(before)
    }
  })

  test('what our profile refuses is mended or left out, and said', () => {
    const { form, report } = importForm({
      components: [{ type: 'textfield', key: '1', label: '甲', validate: { pattern: '(a|a)*' } }],
    })
    expect(lint(form.definition).filter(({ level }) => level === 'error')).toEqual([])
    expect(form.definition.components).toEqual([
      { type: 'textfield', key: 'field_1', label: '甲', validate: {} },
    ])
    expect(report.translated.map(({ what, to }) => `${what} ${String(to)}`)).toEqual(['key field_1'])
    expect(report.refused.map(({ code, pointer, in: where }) => `${code} ${pointer} ${where}`)).toEqual([
      'pattern /components/0/validate/pattern source',
    ])
  })

  const fixture = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))

  test('a real survey with other names for its types comes over whole and can be filled', () => {
    const { form, report } = importForm(fixture('chefs-architecture-forum-survey'))
    expect(report.refused).toEqual([])
    expect(report.share).toBe('whole')
    const result = evaluate(compile(form.definition), {}, { today: '2026-11-21' })
    expect(result.errors.every(({ code }) => code === 'required')).toBe(true)
  })

  test('a real form with a type of its own and one key for three fields says exactly that', () => {
    const { form, report } = importForm(fixture('nav-conditional-page'))
    expect(report.refused).toEqual([])
    expect(
      report.translated
        .filter(({ exact }) => !exact)
        .map(({ what, path, to }) => `${what} ${path} ${String(to)}`),
    ).toEqual([
      'type dineOpplysninger.identitet container',
      'key tekstfelt tekstfelt_2',
      'key tekstfelt tekstfelt_3',
    ])
    expect(report.taken).toBeGreaterThan(10)
    expect(compile(form.definition).findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('no JSON makes it throw', () => {
    const circle: Record<string, unknown> = {}
    circle['components'] = [circle]
    for (const json of [
      null,
      1,
      'x',
      [],
      {},
      circle,
      { components: 'x' },
      { schema: { schema: {} } },
      { components: [[[]]] },
    ])
      expect(importForm(json).report.taken).toBe(0)
    let deep: unknown = { type: 'textfield', key: 'x' }
    for (let i = 0; i < 10_000; i++) deep = { type: 'panel', key: `p${i}`, components: [deep] }
    expect(importForm({ components: [deep] }).report.refused.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('textfield', 'select', 'columns', 'table', 'tabs', 'simplesurveyadvanced'),
        (json, type) => {
          const keys = [
            'components',
            'columns',
            'rows',
            'values',
            'data',
            'logic',
            'validate',
            'defaultValue',
            'conditional',
          ]
          importForm({ components: keys.map((key, i) => ({ type, key: `k${i}`, [key]: json })) })
        },
      ),
    )
  })
})

test('what cannot be read is not called a form without components', () => {
  const cyclic: { components: unknown[] } = { components: [] }
  cyclic.components.push(cyclic)
  expect(importForm(cyclic).report.refused[0]?.message).toBe('内容无法读取：不是 JSON，或嵌套太深。')
  expect(importForm({ a: 1 }).report.refused[0]?.message).toContain('没有找到')
})
