import { describe, expect, test } from 'vitest'
import { type Definition, lint } from '#forms/definition'
import { newModel } from '../../../../web/designer/model.ts'
import { palette } from '../../../../web/designer/palette.ts'
import type { Drawn } from '../../../../web/designer/protocol.ts'
import { reshaped, resized } from '../../../../web/designer/reshape.ts'
import { enter } from '../../../../web/studio/designer/enter.ts'
import { leave } from '../../../../web/studio/designer/leave.ts'
import { renamesIn, tagAt } from '../../../../web/studio/designer/seats.ts'

const question = (key: string) => ({ type: 'textfield', key, label: key })
const definition = {
  display: 'form',
  components: [
    {
      type: 'columns',
      key: 'c',
      columns: [
        { width: 4, components: [question('a')] },
        { width: 8, pull: 0, components: [] },
      ],
    },
    {
      type: 'tabs',
      key: 't',
      components: [
        { label: '甲页', key: 'x', components: [question('b')] },
        { label: '乙页', key: 'y', components: [question('d')] },
      ],
    },
    {
      type: 'table',
      key: 'g',
      rows: [[{ components: [question('e')] }, { components: [] }], [{ components: [question('f')] }]],
    },
    { type: 'datagrid', key: 'r', label: '成员', components: [question('a')] },
  ],
} as unknown as Definition

const open = (of: Definition) => {
  const from = enter(of)
  if ('findings' in from) throw new Error(JSON.stringify(from.findings))
  const model = newModel()
  return { from, model, held: model.enter(from.components) }
}

describe('the palette', () => {
  const pieces = palette.flatMap((group) => group.pieces)

  test.each(pieces.map((piece) => [piece.title, piece] as const))(
    '%s passes the linter as it is put in',
    (_, piece) => {
      const { from, model, held } = open(definition)
      const raw = model.make(piece.name, piece.key)
      if (!raw) throw new Error('no piece')
      const inside = model.make('textfield', 'inside')
      if (inside && raw.type === 'well') (raw.components as unknown[]).push(inside)
      held.push(raw)
      const left = leave(from, model.leave(held))
      expect(lint(left).filter(({ level }) => level === 'error')).toEqual([])
      const put = left.components.at(-1)
      expect(put).toMatchObject({ type: piece.type, key: piece.key })
      expect(JSON.stringify(put)).not.toMatch(/"tag":"n\d|"id":|:null|:""/)
      expect(enter(left)).not.toHaveProperty('findings')
    },
  )

  test('has a Chinese name and an English key for each, and none twice', () => {
    for (const { title, key } of pieces) {
      expect(title).toMatch(/^[\u4e00-\u9fff（）]+$/)
      expect(key).toMatch(/^[a-z][A-Za-z]+$/)
    }
    expect(new Set(pieces.map(({ name }) => name)).size).toBe(pieces.length)
    expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length)
  })
})

describe('moving and taking out', () => {
  test('what moves keeps everything, and what stays is the same object', () => {
    const { from, model, held } = open(definition)
    held.reverse()
    const left = leave(from, model.leave(held))
    expect(left.components).toEqual([...definition.components].reverse())
    expect(left.components[0]).toBe(definition.components[3])
  })

  test('a question that goes into another cell takes its settings along', () => {
    const { from, model, held } = open(definition)
    const [columns] = held
    const moved = columns?.columns?.[0]?.components.pop()
    if (moved) columns?.columns?.[1]?.components.push(moved)
    const [first] = leave(from, model.leave(held)).components
    expect(first).toEqual({
      type: 'columns',
      key: 'c',
      columns: [
        { width: 4, components: [] },
        { width: 8, pull: 0, components: [question('a')] },
      ],
    })
  })

  test('a copy is a copy with all its settings, under another key', () => {
    const { from, model, held } = open(definition)
    const [, , , grid] = held
    if (grid) held.push(model.copy(grid, (key) => `${key}2`))
    const left = leave(from, model.leave(held))
    expect(left.components.at(-1)).toEqual({
      type: 'datagrid',
      key: 'r2',
      label: '成员',
      components: [{ type: 'textfield', key: 'a2', label: 'a' }],
    })
  })

  test('a page of tabs or a column that is taken out leaves its questions in the last', () => {
    const { from, model, held } = open(definition)
    const tabs = held[1]
    if (!tabs) throw new Error('no tabs')
    const rest = [{ props: { label: '乙页', key: 'y' }, from: 1 }]
    held[1] = reshaped(tabs, rest)
    model.write(String(tabs.tag), { props: {}, cells: rest.map(({ props }) => props) })
    expect(leave(from, model.leave(held)).components[1]?.components).toEqual([
      { label: '乙页', key: 'y', components: [question('d'), question('b')] },
    ])
  })

  test('a table that shrinks loses no question', () => {
    const { held } = open(definition)
    const table = held[2]
    if (!table) throw new Error('no table')
    const small = resized(table, 1, 1)
    expect(small.rows?.flat().flatMap(({ components }) => components.map(({ key }) => key))).toEqual([
      'e',
      'f',
    ])
  })
})

describe('a place of the definition', () => {
  const wizard = {
    display: 'wizard',
    components: [
      { type: 'content', key: 'before', html: '<p>先读</p>' },
      { type: 'panel', key: 'p', title: '一', components: [question('a'), question('b')] },
    ],
  } as unknown as Definition

  test.each([
    ['/components/1', 'p'],
    ['/components/1/components/1', 'b'],
    ['/components/1/components/1/validate/pattern', 'b'],
    ['/components/0', undefined],
    ['/outcomes/0', undefined],
  ])('%s leads to %s', (pointer, key) => {
    const { from } = open(wizard)
    const tag = tagAt(wizard, from.components, pointer)
    expect(tag && from.originals.get(tag)?.component.key).toBe(key)
  })

  test('what stands beside the pages keeps its place', () => {
    const { from, model, held } = open(wizard)
    held.push(model.page(2))
    const left = leave(from, model.leave(held))
    expect(left.components.map(({ type, title }) => title ?? type)).toEqual(['content', '一', '第 2 页'])
    expect(left.components[2]).toEqual({
      type: 'panel',
      key: 'page2',
      input: false,
      title: '第 2 页',
      label: '第 2 页',
      components: [],
    })
  })
})

describe('another key', () => {
  const { from } = open(definition)
  const before = from.components
  const renamed = (drawing: readonly Drawn[]) => renamesIn(leave(from, drawing), before, drawing)

  test('is told with its place; what only moved, came or went has none', () => {
    const [columns, , table, grid] = before
    const inside = grid?.cells?.[0]?.components[0] as Drawn
    const other = { ...(grid as Drawn), cells: [{ components: [{ ...inside, key: 'z' }] }] }
    const fresh: Drawn = { tag: 'n1', type: 'number', key: 'new' }
    expect(renamed([fresh, columns as Drawn, other, table as Drawn])).toEqual([
      { pointer: '/components/2/components/0', from: 'a' },
    ])
    expect(renamed(before)).toEqual([])
  })
})
