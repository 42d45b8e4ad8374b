import { expect, test } from 'vitest'
import { disallowed } from './fuzz/allowed.ts'
import { type Examined, examine, type Subject } from './fuzz/examine.ts'
import { frozen } from './fuzz/junk.ts'
import { watch } from './fuzz/pollution.ts'
import { fuzzed, subjectOf } from './fuzz/run.ts'
import { shrink } from './fuzz/shrink.ts'

test('a thousand made-up forms and answers find no fault, and are not all refused', () => {
  const tally = fuzzed(20261121, 0, 1_000)
  expect(tally.faults).toEqual([])
  expect(tally.compiled).toBeGreaterThan(400)
  expect(tally.compiled).toBeLessThan(900)
  expect(tally.passed).toBeGreaterThan(150)
  expect(tally.compiled - tally.passed).toBeGreaterThan(150)
})

test('the same seed makes the same cases', () => {
  expect(subjectOf(5, 17)).toEqual(subjectOf(5, 17))
  expect(subjectOf(5, 17)).not.toEqual(subjectOf(6, 17))
})

const components = [
  { type: 'textfield', key: 't' },
  { type: 'radio', key: 'r', values: [{ value: 'a', label: '甲' }] },
  {
    type: 'datagrid',
    key: 'g',
    components: [{ type: 'panel', key: 'p', components: [{ type: 'number', key: 'n' }] }],
  },
]

test.each([
  [{ t: 'x', r: 'a', g: [{ n: 1 }] }, undefined],
  [{ x: 1 }, 'x: no such question'],
  [{ t: { $gt: '' } }, 't: textfield'],
  [{ t: '\ud800' }, 't: textfield'],
  [{ t: null }, 't: null'],
  [{ r: 'z' }, 'r: radio'],
  [{ g: [{ n: '1' }] }, 'g[0].n: number'],
  [{ g: [{ n: 1, x: 1 }] }, 'g[0].x: no such question'],
  [Object.create({ t: 'x' }), ': no plain object'],
])('what must not stand in answers is seen: %j', (answers, found) => {
  expect(disallowed(components, answers)).toBe(found)
})

test('a change of what everything inherits is seen', () => {
  const polluted = watch()
  expect(polluted()).toBeUndefined()
  Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true })
  expect(polluted()).toBe('0.polluted')
  Reflect.deleteProperty(Object.prototype, 'polluted')
  expect(polluted()).toBeUndefined()
})

test('a case that fails is made smaller for as long as it fails', () => {
  const subject: Subject = frozen({
    flavour: 'well',
    definition: {
      components: [...components, { type: 'textfield', key: 'bad', validate: { required: true } }],
    },
    newer: undefined,
    decisions: {},
    answers: { t: 'x', g: [{ n: 1 }] },
    publishing: 'compare',
    strokes: [],
  })
  const small = shrink(subject, ({ definition }) => JSON.stringify(definition).includes('bad'))
  expect(small.definition).toEqual({ components: [{ key: 'bad' }] })
  expect(small.answers).toEqual({})
})

test('an engine that throws inside and only says so is seen', () => {
  const answers = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => {
        throw new Error('no')
      },
    },
  )
  const form = { components }
  const found: Examined = examine({
    flavour: 'well',
    definition: form,
    newer: form,
    decisions: {},
    answers,
    publishing: 'compare',
    strokes: [],
  })
  expect(found.fault).toBe('threw inside')
})
