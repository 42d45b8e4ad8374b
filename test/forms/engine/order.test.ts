import { describe, expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { errorsOf, form, number, run, text } from './form.ts'

const sum = (grid: string, column: string) => ({
  reduce: [{ var: grid }, { '+': [{ var: 'accumulator' }, { var: `current.${column}` }] }, 0],
})

describe('evaluation order', () => {
  test('comes from what rules read, not from where components stand', () => {
    const definition = form(
      number('c', { calculateValue: { '+': [{ var: 'data.b' }, 1] } }),
      number('b', { calculateValue: { '+': [{ var: 'data.a' }, 1] } }),
      number('a'),
    )
    expect(run(definition, { a: 1, b: 50, c: 70 }).answers).toEqual({ a: 1, b: 2, c: 3 })
  })

  test('totals over grids in grids, and cells that read the total', () => {
    const definition = form(number('total', { calculateValue: sum('data.days', 'hours') }), {
      type: 'editgrid',
      key: 'days',
      components: [
        {
          type: 'datagrid',
          key: 'visits',
          components: [number('h'), number('half', { calculateValue: { '/': [{ var: 'row.h' }, 2] } })],
        },
        number('hours', { calculateValue: sum('row.visits', 'half') }),
        number('share', {
          calculateValue: { round: [{ '/': [{ var: 'row.hours' }, { var: 'data.total' }] }, 2] },
        }),
        number('at', { calculateValue: { '+': [{ var: 'rowIndex' }, 1] } }),
      ],
    })
    const result = run(definition, {
      total: 9,
      days: [{ visits: [{ h: 2 }, { h: 4 }] }, { visits: [{ h: 6, half: 77 }], share: 5 }],
    })
    expect(result.errors).toEqual([])
    expect(result.answers).toEqual({
      total: 6,
      days: [
        {
          visits: [
            { h: 2, half: 1 },
            { h: 4, half: 2 },
          ],
          hours: 3,
          share: 0.5,
          at: 1,
        },
        { visits: [{ h: 6, half: 3 }], hours: 3, share: 0.5, at: 2 },
      ],
    })
  })

  test('conditions in a row see that row; containers inside rows count as beside', () => {
    const definition = form({
      type: 'datagrid',
      key: 'g',
      components: [
        text('kind'),
        {
          type: 'container',
          key: 'box',
          components: [
            text('note', {
              validate: { required: true },
              conditional: { show: true, when: 'g.kind', eq: 'x' },
            }),
          ],
        },
        text('more', {
          conditional: {
            show: true,
            conjunction: 'all',
            conditions: [{ component: 'g.box.note', operator: 'isEqual', value: 'n' }],
          },
        }),
      ],
    })
    const result = run(definition, {
      g: [
        { kind: 'x', box: { note: 'n' }, more: 'm' },
        { kind: 'y', box: { note: 'n' }, more: 'm' },
        { kind: 'x' },
      ],
    })
    expect(result.answers).toEqual({
      g: [
        { kind: 'x', box: { note: 'n' }, more: 'm' },
        { kind: 'y', box: {} },
        { kind: 'x', box: {} },
      ],
    })
    expect(errorsOf(result)).toEqual(['g[2].box.note required'])
    expect(result.hidden).toEqual(['g[1].box.note', 'g[1].more', 'g[2].more'])
  })

  test('a missing number makes a sum missing, never zero', () => {
    const definition = form(
      number('a'),
      number('b'),
      number('t', { calculateValue: { '+': [{ var: 'data.a' }, { var: 'data.b' }] } }),
    )
    expect(run(definition, { a: 1 }).answers).toEqual({ a: 1 })
    expect(run(definition, { a: 0.1, b: 0.2 }).answers['t']).toBe(0.3)
  })
})

describe('circles are refused and named', () => {
  const cycle = (...components: readonly object[]) =>
    lint(form(...components)).filter(({ code }) => code === 'cycle')

  test('calculations that need each other', () => {
    const [finding] = cycle(
      number('a', { label: '甲', calculateValue: { var: 'data.b' } }),
      number('b', { label: '乙', calculateValue: { var: 'data.a' } }),
    )
    expect(finding).toMatchObject({ level: 'error', path: 'a', label: '甲' })
    expect(finding?.message).toContain('甲（a） → 乙（b） → 甲（a）')
  })

  test('a condition on a value inside what it hides; a cell that reads its whole grid', () => {
    expect(
      cycle({
        type: 'panel',
        key: 'p',
        conditional: { show: true, when: 'a', eq: 'x' },
        components: [text('a')],
      }),
    ).toHaveLength(1)
    expect(
      cycle({
        type: 'datagrid',
        key: 'g',
        components: [number('n', { calculateValue: sum('data.g', 'n') })],
      }),
    ).toHaveLength(1)
    expect(
      cycle({
        type: 'datagrid',
        key: 'g',
        components: [number('m'), number('n', { calculateValue: sum('data.g', 'm') })],
      }),
    ).toHaveLength(0)
  })
})
