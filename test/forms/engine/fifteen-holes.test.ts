import { expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { errorsOf, form, number, run, text, values } from './form.ts'

const fee = { type: 'number', key: 'fee', label: '费用' }
const codes = (definition: unknown): readonly string[] => lint(definition).map(({ code }) => code)

test('1: a validation script that throws refuses the form, not only the script', () => {
  const definition = form(text('a', { validate: { custom: 'valid = nope.x' } }))
  expect(codes(definition)).toContain('script')
  expect(errorsOf(run(definition, { a: 'x' }))).toEqual([' definition'])
})

test('2: validate.json with an unknown operator refuses the form', () => {
  const definition = form(text('a', { validate: { json: { mystery: [{ var: 'data.a' }] } } }))
  expect(codes(definition)).toContain('rule-operator')
  expect(errorsOf(run(definition, { a: 'x' }))).toEqual([' definition'])
})

test('3: a calculated value that the client forges is recomputed without any flag', () => {
  const definition = form(number('hours'), { ...fee, calculateValue: { '*': [{ var: 'data.hours' }, 100] } })
  expect(run(definition, { hours: 3, fee: 1 }).answers).toEqual({ hours: 3, fee: 300 })
})

test('4: calculateServer changes nothing: it is recomputed all the same', () => {
  const definition = form(number('hours'), {
    ...fee,
    calculateServer: true,
    calculateValue: { '*': [{ var: 'data.hours' }, 100] },
  })
  expect(run(definition, { hours: 3, fee: 1 }).answers['fee']).toBe(300)
})

test('5: a disabled field keeps its default, whatever the client sends', () => {
  expect(run(form({ ...fee, disabled: true, defaultValue: 300 }), { fee: 1 }).answers).toEqual({ fee: 300 })
  expect(run(form({ ...fee, disabled: true }), { fee: 1 }).answers).toEqual({})
})

test('6: a select or radio value that is no option is refused without any flag', () => {
  const definition = form(
    { type: 'radio', key: 'r', label: 'r', values: values('1', '2') },
    { type: 'select', key: 's', label: 's', data: { values: values('a') } },
  )
  expect(errorsOf(run(definition, { r: '9', s: 'z' }))).toEqual(['r option', 's option'])
  expect(errorsOf(run(definition, { r: { z: 1 }, s: ['a'] }))).toEqual(['r type', 's type'])
  expect(run(definition, { r: '9' }).answers).toEqual({})
})

test('7: a text field given an object is refused and nothing of it is stored', () => {
  const result = run(form(text('a')), { a: { $gt: '' } })
  expect(errorsOf(result)).toEqual(['a type'])
  expect(result.answers).toEqual({})
})

test('8: a number given text is an error, not a silent loss', () => {
  for (const wrong of ['abc', '12', true, [1], {}, Number.NaN, Number.POSITIVE_INFINITY])
    expect(errorsOf(run(form(number('n')), { n: wrong }))).toEqual(['n type'])
})

test('9: unknown keys are dropped, and rules cannot read them', () => {
  const result = run(form(text('a')), { a: 'x', injected: 500, constructor: 1 })
  expect(result.answers).toEqual({ a: 'x' })
  expect(codes(form(number('t', { calculateValue: { var: 'data.injected' } })))).toContain('read-unknown')
})

test('10: a value that is hidden is removed before anything can read it', () => {
  const definition = form(
    number('total', {
      calculateValue: { if: [{ '>': [{ var: 'data.bonus' }, 0] }, { var: 'data.bonus' }, 0] },
    }),
    number('bonus', { conditional: { show: true, when: 'gate', eq: 'yes' } }),
    text('gate'),
  )
  expect(run(definition, { bonus: 500 })).toMatchObject({ answers: { total: 0 }, hidden: ['bonus'] })
  expect(run(definition, { bonus: 500, gate: 'yes' }).answers).toEqual({
    total: 500,
    bonus: 500,
    gate: 'yes',
  })
})

test('11: a pattern that could backtrack without end is refused before it ever runs', () => {
  const definition = form(text('a', { validate: { pattern: '(a+)+$' } }))
  expect(codes(definition)).toContain('pattern')
  expect(errorsOf(run(definition, { a: `${'a'.repeat(64)}!` }))).toEqual([' definition'])
})

test('12: no script of a definition is ever run', () => {
  const mark = 'yihuRan'
  const script = `globalThis.${mark} = true; value = 1; valid = true; show = true; result = true`
  const definition = form(
    text('a', {
      calculateValue: script,
      customDefaultValue: script,
      customConditional: script,
      validate: { custom: script },
      logic: [
        {
          trigger: { type: 'javascript', javascript: script },
          actions: [{ type: 'customAction', customAction: script }],
        },
      ],
    }),
  )
  expect(errorsOf(run(definition, { a: 'x' }))).toEqual([' definition'])
  expect(codes(definition).filter((code) => code === 'script').length).toBeGreaterThanOrEqual(5)
  expect(mark in globalThis).toBe(false)
})

test('13: a rule written as script is not skipped', () => {
  expect(errorsOf(run(form(text('a', { customConditional: 'show = false' })), { a: 'x' }))).toEqual([
    ' definition',
  ])
})

test('14: a calculation written as script does not delete the answer in silence', () => {
  const definition = form({ ...fee, calculateServer: true, calculateValue: 'value = 300' })
  expect(errorsOf(run(definition, { fee: 1 }))).toEqual([' definition'])
  expect(lint(definition)[0]).toMatchObject({
    level: 'error',
    path: 'fee',
    label: '费用',
    pointer: '/components/0/calculateValue',
  })
})

test('15: JSON Logic calculation and validation both work', () => {
  const definition = form(
    number('a', { validate: { json: { if: [{ '>': [{ var: 'input' }, 0] }, true, '要大于零'] } } }),
    number('b', { calculateValue: { '+': [{ var: 'data.a' }, 1] } }),
  )
  expect(run(definition, { a: 2 })).toMatchObject({ answers: { a: 2, b: 3 }, errors: [] })
  expect(run(definition, { a: -2 }).errors).toEqual([{ path: 'a', code: 'json', message: '要大于零' }])
})
