import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyse, type FormDocument } from '#forms/definition'
import { alone, data, form, note } from './form.ts'

const said = (more: object) => analyse(form(note(more))).rules.map(({ words }) => words)

test('who depends on whom, in the order of evaluation, with outcomes and recommendations', () => {
  const total = {
    type: 'number',
    key: 'total',
    label: '合计',
    calculateValue: { '+': [data('age'), data('late')] },
  }
  const late = { type: 'number', key: 'late', label: '补填', calculateValue: { '*': [data('age'), 2] } }
  const result = analyse(form(total, late), {
    outcomes: [
      {
        key: 'level',
        title: '等级',
        rule: 'v1',
        value: data('total'),
        bands: [
          { from: 0, to: 9, level: 'l', label: '轻' },
          { from: 10, level: 'h', label: '重' },
        ],
      },
    ],
    recommends: [
      { item: 'meal', because: '需要', when: { '>': [{ var: 'outcomes.level' }, 3] }, quantity: data('age') },
    ],
  })
  expect(result.graph.order.map(({ path }) => path)).toEqual([
    'age',
    'late',
    'total',
    'outcomes.level',
    'recommends[0]',
  ])
  expect(result.graph.edges).toEqual([
    { from: 'age', to: 'total' },
    { from: 'late', to: 'total' },
    { from: 'age', to: 'late' },
    { from: 'total', to: 'outcomes.level' },
    { from: 'outcomes.level', to: 'recommends[0]' },
    { from: 'age', to: 'recommends[0]' },
  ])
  expect(result.rules.map(({ kind, words, pointer }) => [kind, words, pointer]).slice(2)).toEqual([
    ['outcome', '等于“合计”。0 至 9 为“轻”，10 及以上 为“重”', '/outcomes/0/value'],
    ['recommend', '结论“等级”大于 3 时建议，数量为“年龄”', '/recommends/0/when'],
  ])
})

test('every rule of every packaged form has words', () => {
  const packs = new URL('../../../../forms/packs/', import.meta.url)
  const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /form-[^/]*\.json$/.test(file),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    const { definition, outcomes, recommends } = JSON.parse(
      readFileSync(new URL(file, packs), 'utf8'),
    ) as FormDocument
    const { rules } = analyse(definition, {
      ...(outcomes && { outcomes }),
      ...(recommends && { recommends }),
    })
    expect(rules.length, file).toBeGreaterThan(0)
    for (const { words, label } of rules) {
      expect(words, `${file} ${label}`).toMatch(/\p{Script=Han}/u)
      expect(words, `${file} ${label}`).not.toMatch(/undefined|\[object|var"|data\./)
    }
  }
})

test('any JSON gives an analysis, never a throw, in bounded time', () => {
  const circle: { type: string; key: string; components: unknown[] } = {
    type: 'container',
    key: 'c',
    components: [],
  }
  circle.components.push(circle, circle, circle)
  const trap = Object.defineProperty({}, 'components', {
    get: () => {
      throw new Error('no')
    },
  })
  const nothing = { rules: [], graph: { order: [], edges: [] } }
  for (const wrong of [
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { components: 1 },
    { components: [circle] },
    { components: Array(1_000_000).fill(alone) },
    trap,
  ])
    expect(analyse(wrong)).toEqual(nothing)
  const odd = {
    outcomes: [null, 1, { value: 1 }, { key: 'a', value: { no: 1 } }],
    recommends: 'x',
  } as unknown as object
  expect(() => analyse(form(note({ logic: [1, {}, { trigger: {}, actions: [] }] })), odd)).not.toThrow()
  expect(said({ conditional: { json: { no: [1] } } })).toEqual([])
  expect(said({ calculateValue: { '+': Array(190).fill(data('age')) } })).toEqual(['按规则计算，看：“年龄”'])
})
