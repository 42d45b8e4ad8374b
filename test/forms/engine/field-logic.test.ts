import { describe, expect, test } from 'vitest'
import { form, number, run, text } from './form.ts'

describe('logic', () => {
  const property = (value: string, state: boolean) => ({
    type: 'property',
    property: { value, type: 'boolean' },
    state,
  })
  const rule = (...actions: readonly object[]) => ({
    logic: [{ name: 'r', trigger: { type: 'json', json: { '==': [{ var: 'data.k' }, 'go'] } }, actions }],
  })

  test('turns required, hidden and disabled on, and says so to the renderer', () => {
    const definition = form(
      text('k'),
      text('r', rule(property('validate.required', true))),
      text('h', rule(property('hidden', true))),
      text('d', { defaultValue: '原', ...rule(property('disabled', true)) }),
      text('l', rule({ type: 'property', property: { value: 'label', type: 'string' }, text: '新名' })),
    )
    expect(run(definition, { k: 'go', h: 'x', d: '改' })).toMatchObject({
      answers: { k: 'go', d: '原' },
      hidden: ['h'],
      overrides: { r: { required: true }, d: { disabled: true }, l: { label: '新名' } },
      errors: [{ path: 'r', code: 'required' }],
    })
    const idle = run(definition, { k: 'no', h: 'x', d: '改' })
    expect(idle).toMatchObject({ answers: { k: 'no', h: 'x', d: '改' }, overrides: {}, errors: [] })
  })

  test('shows what is hidden, frees what is required, and never stays on for the next evaluation', () => {
    const definition = form(
      text('k'),
      text('r', {
        hidden: true,
        validate: { required: true },
        ...rule(property('hidden', false), property('validate.required', false)),
      }),
    )
    expect(run(definition, { k: 'go' })).toMatchObject({ hidden: [], errors: [] })
    expect(run(definition, {})).toMatchObject({ hidden: ['r'] })
  })

  test('sets values by JSON Logic and simple triggers', () => {
    const definition = form(
      number('n'),
      text('v', {
        logic: [
          {
            trigger: {
              type: 'simple',
              simple: {
                show: true,
                conjunction: 'all',
                conditions: [{ component: 'n', operator: 'greaterThan', value: 5 }],
              },
            },
            actions: [{ type: 'value', value: { cat: ['多', { var: 'data.n' }] } }],
          },
        ],
      }),
    )
    expect(run(definition, { n: 6, v: '假' }).answers).toEqual({ n: 6, v: '多6' })
    expect(run(definition, { n: 5, v: '真' }).answers).toEqual({ n: 5, v: '真' })
  })
})
