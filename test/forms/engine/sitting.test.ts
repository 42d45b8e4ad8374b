import { describe, expect, test } from 'vitest'
import { number, text } from './form.ts'
import { grid, sit } from './sit.ts'

const sum = (path: string, cell: string) => ({
  reduce: [{ var: path }, { '+': [{ var: 'accumulator' }, { var: `current.${cell}` }] }, 0],
})

describe('a form being filled', () => {
  test('goes on from what depends on a change, and leaves everything else as the very same', () => {
    const sitting = sit(
      [
        text('name', { validate: { required: true } }),
        text('school', { conditional: { show: true, when: 'name', eq: '小明' } }),
        grid('members', [number('cost')]),
        { type: 'container', key: 'box', label: 'box', components: [text('note')] },
        number('total', { calculateValue: sum('data.members', 'cost') }),
      ],
      { members: [{ cost: 1 }, { cost: 2 }], box: { note: '注' } },
    )
    const first = sitting.result
    expect(first).toMatchObject({ errors: [{ path: 'name', code: 'required' }], hidden: ['school'] })
    const named = sitting.change('name', '小明')
    expect(named).toMatchObject({ errors: [], hidden: [], answers: { name: '小明', total: 3 } })
    expect(named.answers['members']).toBe(first.answers['members'])
    const costly = sitting.change('members[1].cost', 5)
    expect(costly.answers['total']).toBe(6)
    expect((costly.answers['members'] as unknown[])[0]).toBe((first.answers['members'] as unknown[])[0])
    for (const part of ['errors', 'hidden', 'outcomes', 'recommended', 'overrides'] as const)
      expect(costly[part]).toBe(named[part])
    expect(costly.answers['box']).toBe(first.answers['box'])
    expect(first.answers).toEqual({ members: [{ cost: 1 }, { cost: 2 }], box: { note: '注' }, total: 3 })
  })

  test('brings a hidden text back, and keeps it typed meanwhile', () => {
    const sitting = sit([text('a'), text('b', { conditional: { show: true, when: 'a', eq: 'x' } })], {
      a: 'x',
      b: '原文',
    })
    expect(sitting.change('a', 'y').answers).toEqual({ a: 'y' })
    expect(sitting.typed).toEqual({ a: 'y', b: '原文' })
    expect(sitting.change('a', 'x').answers).toEqual({ a: 'x', b: '原文' })
  })

  test('says nothing new where nothing is new', () => {
    const sitting = sit([text('a'), number('b', { calculateValue: { count: [{ var: 'data.a' }] } })], {
      a: 'x',
    })
    const { result } = sitting
    for (const [path, value] of [
      ['a', 'x'],
      ['b', 7],
      ['unknown', 'x'],
      ['a.deeper', undefined],
    ] as const)
      expect(sitting.change(path, value)).toBe(result)
  })

  test('adds, moves and takes rows away, also where two may not be the same', () => {
    const sitting = sit([
      grid('g', [text('id', { unique: true }), number('n')], { validate: { unique: true, maxLength: 3 } }),
    ])
    const codes = () => sitting.result.errors.map(({ path, code }) => `${path} ${code}`)
    sitting.change('g[0].id', 'a')
    sitting.change('g[1].id', 'a')
    expect(codes()).toEqual(['g[1].id unique', 'g[1] unique'])
    sitting.change('g[0].n', 1)
    expect(codes()).toEqual(['g[1].id unique'])
    sitting.change('g[1].n', 1)
    expect(codes()).toEqual(['g[1].id unique', 'g[1] unique'])
    sitting.change('g', [{ id: 'b' }, ...(sitting.typed['g'] as unknown[])])
    expect(codes()).toEqual(['g[2].id unique', 'g[2] unique'])
    sitting.change('g[3].id', 'c')
    expect(codes()).toEqual(['g maxRows'])
    sitting.change('g', [{ id: 'a' }])
    expect(sitting.result).toMatchObject({ errors: [], answers: { g: [{ id: 'a' }] } })
  })

  test('tells outcomes and the reasons for them anew, also where only a reason has changed', () => {
    const decisions = {
      outcomes: [
        {
          key: 'o',
          title: '结果',
          rule: 'r1',
          value: { var: 'data.sum' },
          bands: [{ from: 0, to: 9, level: 'l', label: '低' }],
        },
      ],
    }
    const sitting = sit(
      [
        number('a'),
        number('b'),
        number('sum', { calculateValue: { '+': [{ var: 'data.a' }, { var: 'data.b' }] } }),
        text('other'),
      ],
      { a: 2, b: 3 },
      decisions,
    )
    const { outcomes } = sitting.result
    expect(sitting.change('other', 'x').outcomes).toBe(outcomes)
    const swapped = sitting.change('', { a: 3, b: 2, other: 'x' })
    expect(swapped.outcomes[0]?.value).toBe(5)
    expect(JSON.stringify(swapped.outcomes)).not.toBe(JSON.stringify(outcomes))
    expect(sitting.change('a', 90).errors).toMatchObject([{ path: 'outcomes.o', code: 'level' }])
  })
})
