import { describe, expect, test } from 'vitest'
import type { Band, FormDocument } from '#forms/definition'
import { bandFaults } from '../../../../web/studio/outcomes/bands.ts'
import { followLevels } from '../../../../web/studio/outcomes/follow-levels.ts'
import { areDrawable, withDecisions } from '../../../../web/studio/outcomes/form-text.ts'
import { withNextBand } from '../../../../web/studio/outcomes/next-band.ts'
import { questionsOf, sceneOf } from '../../../../web/studio/outcomes/questions.ts'
import { rangeOf } from '../../../../web/studio/outcomes/range.ts'
import { fc } from '../../../chance.ts'

const band = (from: number, to?: number, level = `l${from}`): Band => ({
  from,
  ...(to !== undefined && { to }),
  level,
  label: level,
})
const kinds = (bands: readonly Band[], range?: Parameters<typeof bandFaults>[1]) =>
  bandFaults(bands, range).map(({ kind }) => kind)

describe('levels', () => {
  test.each<[string, readonly Band[], readonly string[]]>([
    ['whole numbers that follow', [band(0, 3), band(4, 6), band(7)], []],
    ['in any order', [band(7), band(0, 3), band(4, 6)], []],
    ['a number left out', [band(0, 3), band(5, 6)], ['gap']],
    ['a number twice', [band(0, 3), band(3, 6)], ['overlap']],
    ['an open one that is not the last', [band(0), band(4, 6)], ['overlap']],
    ['ends the wrong way round', [band(3, 1), band(4, 6)], ['turned']],
    ['decimals leave nothing between', [band(0, 1.5), band(1.6, 2)], ['gap']],
    ['the same code twice', [band(0, 1, 'a'), band(2, 3, 'a')], ['same-level']],
  ])('%s', (_, bands, faults) => expect(kinds(bands)).toEqual(faults))

  test('must reach as far as values can come', () => {
    const range = { least: 0, most: 9, step: 1 }
    expect(bandFaults([band(1, 5)], range)).toEqual([
      { kind: 'below', at: 0, from: 0, to: 0 },
      { kind: 'above', at: 0, from: 6, to: 9 },
    ])
    expect(kinds([band(0, 5), band(6)], range)).toEqual([])
  })

  test('have no fault exactly where every whole number of their range is in one level', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 })
    const shift = fc.constantFrom(0, 0, 0, -1, 1)
    fc.assert(
      fc.property(cuts, fc.array(shift, { minLength: 5, maxLength: 5 }), (drawn, shifts) => {
        const starts = [0, ...drawn.toSorted((a, b) => a - b)]
        const bands = starts.map((from, i) =>
          band(from, Math.min(20, (starts[i + 1] ?? 21) - 1 + (shifts[i] ?? 0)), `l${i}`),
        )
        const inside = (value: number) => bands.filter(({ from, to = 99 }) => value >= from && value <= to)
        const good =
          bands.every(({ from, to = 99 }) => from <= to) &&
          Array.from({ length: 21 }, (_, value) => inside(value).length).every((count) => count === 1)
        expect(bandFaults(bands, { least: 0, most: 20, step: 1 }).length === 0).toBe(good)
      }),
    )
  })
})

describe('one level more', () => {
  const more = (bands: readonly Band[], range?: Parameters<typeof bandFaults>[1]) =>
    withNextBand(bands, range, '等级').map(({ from, to }) => (to === undefined ? [from] : [from, to]))
  const range = { least: 0, most: 9, step: 1 }
  test.each<[string, readonly Band[], Parameters<typeof bandFaults>[1], readonly (readonly number[])[]]>([
    ['takes all there can be', [], range, [[0, 9]]],
    ['begins at nothing where no range is known', [], undefined, [[0]]],
    [
      'fills what lies between',
      [band(0, 2), band(6, 9)],
      range,
      [
        [0, 2],
        [3, 5],
        [6, 9],
      ],
    ],
    [
      'fills what lies below',
      [band(4, 9)],
      range,
      [
        [0, 3],
        [4, 9],
      ],
    ],
    [
      'fills what lies above',
      [band(0, 4)],
      range,
      [
        [0, 4],
        [5, 9],
      ],
    ],
    [
      'cuts the widest in two',
      [band(0, 1), band(2, 9)],
      range,
      [
        [0, 1],
        [2, 5],
        [6, 9],
      ],
    ],
    ['cuts an open one, which stays open', [band(0, 3), band(4)], range, [[0, 3], [4, 6], [7]]],
    ['closes an open one where no end is known', [band(0, 3), band(4)], undefined, [[0, 3], [4, 4], [5]]],
    [
      'goes by halves',
      [band(0, 3)],
      { least: 0, most: 3, step: 0.5 },
      [
        [0, 1.5],
        [2, 3],
      ],
    ],
    [
      'stays beside decimals',
      [band(0, 1.5), band(3, 4)],
      undefined,
      [
        [0, 1.5],
        [1.6, 2.9],
        [3, 4],
      ],
    ],
    [
      'comes last where none has room',
      [band(0, 0), band(1, 1)],
      { ...range, most: 1 },
      [[0, 0], [1, 1], [2]],
    ],
  ])('%s', (_, bands, within, wanted) => expect(more(bands, within)).toEqual(wanted))

  test('never brings a fault where there was none, until every value has its level', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 0.5, 0.1),
        fc.boolean(),
        (least, values, step, open) => {
          const most = Math.round((least + (values - 1) * step) * 1e6) / 1e6
          const all = { least, most, step }
          let bands: readonly Band[] = open ? [band(least, undefined, 'first')] : []
          for (let i = bands.length; i < values; i++) {
            bands = withNextBand(bands, all, '等级')
            expect(bandFaults(bands, all)).toEqual([])
          }
          expect(bands.length).toBe(values)
          expect(new Set(bands.map(({ level }) => level)).size).toBe(values)
        },
      ),
    )
  })
})

const radio = (key: string, ...values: readonly string[]) => ({
  type: 'radio',
  key,
  label: key,
  values: values.map((value) => ({ value, label: value })),
})
const form: FormDocument = {
  schema: 1,
  key: 'f',
  title: '表',
  definition: {
    components: [
      radio('a', 'x', 'y'),
      { type: 'number', key: 'n', label: 'n', validate: { min: 1, max: 5 } },
    ],
  },
  outcomes: [
    {
      key: 's',
      title: '分',
      rule: '规则',
      value: { var: 'data.n' },
      bands: [band(1, 2, 'low'), band(3, 5, 'high')],
    },
  ],
  recommends: [
    { item: 'care', because: '高', when: { '<=': [3, { var: 'outcomes.s' }, 5] } },
    { item: 'talk', because: '手写', when: { '!': [{ missing: ['data.n'] }] } },
  ],
}
const questions = questionsOf(form)
const scene = sceneOf(form, questions)
const { outcomes = [] } = form

describe('what an outcome can come to', () => {
  const around = { questions, scene, outcomes }
  test('follows points, weights, bounds and earlier results', () => {
    const points = {
      kind: 'points',
      of: { root: 'data', path: 'a' },
      rows: [{ values: ['x'], points: 3 }],
      otherwise: 0,
      weight: -2,
    } as const
    const number = { kind: 'number', of: { root: 'data', path: 'n' }, weight: 1 } as const
    const earlier = { kind: 'number', of: { root: 'outcomes', path: 's' }, weight: 2 } as const
    expect(rangeOf({ kind: 'sum', whole: true, terms: [points, number] }, around)).toEqual({
      least: -5,
      most: 5,
      step: 0,
    })
    expect(rangeOf({ kind: 'max', whole: true, terms: [points, earlier] }, around)).toMatchObject({
      least: 2,
      most: 10,
    })
  })
  test('is not known of a rule of its own, and ends where outcomes go in a circle', () => {
    expect(rangeOf({ kind: 'own', rule: {} }, around)).toBeUndefined()
    const circle = [{ key: 's', title: '', rule: '', value: { var: 'outcomes.s' } }]
    expect(
      rangeOf({ kind: 'same', of: { root: 'outcomes', path: 's' } }, { ...around, outcomes: circle }),
    ).toBeUndefined()
  })
})

describe('advice', () => {
  test('keeps going by its level when the limits of the level move', () => {
    const moved = outcomes.map((one) => ({ ...one, bands: [band(1, 3, 'low'), band(4, 5, 'high')] }))
    const [care, talk] = followLevels(form, moved, scene)
    expect(care?.when).toEqual({ '<=': [4, { var: 'outcomes.s' }, 5] })
    expect(talk).toBe(form.recommends?.[1])
  })
  test('stays as it was written when its level is gone', () => {
    const gone = outcomes.map((one) => ({ ...one, bands: [band(1, 5, 'low')] }))
    expect(followLevels(form, gone, scene)[0]?.when).toEqual(form.recommends?.[0]?.when)
  })
  test('is drawn only of a form that is written whole', () => {
    expect(areDrawable(form)).toBe(true)
    for (const broken of [
      { outcomes: {} },
      { outcomes: [1] },
      { outcomes: [{ key: 's', title: 1 }] },
      { recommends: [{}] },
    ])
      expect(areDrawable(broken as never)).toBe(false)
    expect(withDecisions('{', {})).toBeUndefined()
    expect(JSON.parse(withDecisions(JSON.stringify(form), { outcomes: [] }) ?? '')).not.toHaveProperty(
      'outcomes',
    )
  })
})
