import { describe, expect, test } from 'vitest'
import { type Component, type Definition, lint } from '#forms/definition'
import type { Drawn } from '../../../../web/designer/protocol.ts'
import { enter } from '../../../../web/studio/designer/enter.ts'
import { leave } from '../../../../web/studio/designer/leave.ts'

const form = (...components: readonly object[]): Definition =>
  ({ display: 'form', components }) as unknown as Definition
const text = { type: 'textfield', key: 'a', label: '姓名' }
const enters = (definition: Definition): boolean => !('findings' in enter(definition))

describe('a definition enters the page', () => {
  test.each([
    ['a whole one', form(text)],
    ['one with a key twice, which is mended by drawing', form(text, { ...text })],
    ['one whose choice has no options yet', form({ type: 'radio', key: 'r', label: '选', values: [] })],
    [
      'one whose condition names nothing',
      form({
        ...text,
        conditional: {
          show: true,
          conjunction: 'all',
          conditions: [{ component: 'zz', operator: 'isEmpty' }],
        },
      }),
    ],
  ])('%s', (_, definition) => expect(enters(definition)).toBe(true))

  test.each([
    ['a calculation in a script', form({ ...text, calculateValue: 'value = 1' })],
    ['a condition in a script', form({ ...text, customConditional: 'show = true' })],
    ['a script in what is said', form({ type: 'content', key: 'c', html: '<script>x()</script>' })],
    ['a handler in what is said', form({ type: 'content', key: 'c', html: '<img src=x onerror="x()">' })],
    [
      'options from an address',
      form({ type: 'select', key: 's', label: '选', dataSrc: 'url', data: { url: 'https://x.example/a' } }),
    ],
    ['a type that the profile does not know', form({ type: 'datasource', key: 'd', label: '源' })],
    ['parts from elsewhere', form({ ...text, module: 'x' })],
    ['a template', form({ ...text, label: '{{ form.x() }}' })],
    ['an operator that is not allowed', form({ ...text, calculateValue: { unheard: [1] } })],
    ['a reserved name', form({ ...text, key: 'constructor' })],
    ['no form at all', null as unknown as Definition],
    ['too many components', form(...Array.from({ length: 1_001 }, (_, i) => ({ ...text, key: `a${i}` })))],
  ])('never with %s', (_, definition) => expect(enters(definition)).toBe(false))
})

describe('of what the page says', () => {
  const from = enter(
    form(
      text,
      { type: 'checkbox', key: 'b', label: '独居' },
      { type: 'phoneNumber', key: 'p', label: '电话' },
    ),
  )
  if ('findings' in from) throw new Error('barred')
  const said = (index: number, more: Partial<Drawn>): Drawn => {
    const { tag, type, key } = from.components[index] as Drawn
    return { tag, type, key, ...more }
  }
  const left = (index: number, props: object): Component | undefined =>
    leave(from, [said(index, { props: { ...from.components[index]?.props, ...props } })]).components[0]

  test.each([
    [
      0,
      {
        calculateValue: 'x()',
        customConditional: 'x()',
        module: 'x',
        logic: [{}],
        templates: { a: 1 },
        id: 'e1',
        tableView: true,
      },
    ],
    [
      1,
      { validate: { integer: true, minLength: 3 }, storeas: 'string', values: [{ label: 'x', value: 'y' }] },
    ],
    [2, { storeas: 'string', inputMasks: [], decimalLimit: 2, validate: { custom: 'x()', min: 1 } }],
    [0, { label: '姓名', description: '', placeholder: null, validate: {}, hidden: undefined }],
  ])('settings that mean nothing for the type, scripts and empty ones are left out (%#)', (index, props) =>
    expect(left(index, props)).toBe(from.definition.components[index]),
  )

  test('a cell takes its own settings and no others', () => {
    const cell = { components: [{ ...text, key: 'i' }] }
    for (const [holder, own] of [
      [{ type: 'columns', key: 'h', label: '栏', columns: [{ ...cell, width: 6 }] }, { width: 4 }],
      [
        { type: 'tabs', key: 'h', label: '页', components: [{ ...cell, key: 't', label: '一' }] },
        { label: '二' },
      ],
      [{ type: 'table', key: 'h', label: '表', rows: [[cell]] }, {}],
    ] as const) {
      const entered = enter(form(holder))
      if ('findings' in entered) throw new Error(JSON.stringify(entered.findings))
      const [drawn] = entered.components as readonly Drawn[]
      const cells = (drawn?.cells ?? []).map((one) => ({
        ...one,
        props: { ...one.props, ...own, logic: [{}], customClass: 'x', components: [], html: '<b>' },
      }))
      const came = JSON.stringify(leave(entered, drawn ? [{ ...drawn, cells }] : []))
      expect(came).not.toMatch(/logic|customClass|html/)
      for (const value of Object.values(own)) expect(came).toContain(JSON.stringify(value))
    }
  })

  test('a component cannot become another type', () => {
    expect(leave(from, [said(0, { type: 'content', props: { html: 'x' } })]).components).toEqual([])
  })

  test('an unknown type does not come in', () => {
    const fresh = { tag: 'n1', type: 'datasource', key: 'd', props: { label: 'x' } }
    expect(leave(from, [fresh]).components).toEqual([])
  })

  test('names of an object itself reach nothing', () => {
    const props = JSON.parse(
      '{"__proto__":{"label":"x"},"constructor":{"label":"x"},"validate":{"__proto__":{"required":true}}}',
    )
    expect(left(0, props)?.label).toBe('姓名')
    expect(({} as { required?: unknown }).required).toBeUndefined()
  })

  test('what the linter refuses is still refused by it afterwards', () => {
    const drawn = leave(from, [said(0, { props: { label: '姓名', description: '<script>x()</script>' } })])
    expect(lint(drawn).map(({ code }) => code)).toContain('markup-script')
  })
})
