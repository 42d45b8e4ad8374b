import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '#forms/engine'
import { errorsOf, form, run, today, values } from './form.ts'
import { cases, grid } from './type-cases.ts'

describe.each(cases)('$type $more', ({ type, more, good, bad }) => {
  const plan = compile(form({ type, key: 'a', label: '甲', ...more }))

  test('takes what it documents, unchanged', () => {
    expect(plan.findings).toEqual([])
    for (const value of good) {
      const result = evaluate(plan, { a: value }, { today })
      expect(result).toMatchObject({ answers: { a: value }, errors: [] })
      expect(evaluate(plan, result.answers, { today }).answers).toEqual(result.answers)
    }
  })

  test('refuses everything else and keeps nothing of it', () => {
    for (const [value, code] of bad) {
      const result = evaluate(plan, { a: value }, { today })
      expect(errorsOf(result)).toEqual([`a ${code}`])
      expect(result.errors[0]?.message).toContain('甲')
      if (
        ['type', 'option', 'tooLong', 'tooMany', 'sign', 'date', 'money'].includes(code) &&
        !('components' in (more ?? {}))
      )
        expect(result.answers).toEqual({})
    }
  })
})

test('-0 becomes 0, text numbers of an option come back as the form writes them', () => {
  expect(Object.is(run(form({ type: 'number', key: 'n' }), { n: -0 }).answers['n'], 0)).toBe(true)
  const radio = form({ type: 'radio', key: 'r', values: values('1') })
  expect(run(radio, { r: 1 }).answers).toEqual({ r: '1' })
})

test('null and empty text mean "not answered" and are left out', () => {
  const definition = form(
    { type: 'textfield', key: 'a' },
    { type: 'number', key: 'b' },
    { type: 'datagrid', key: 'g', ...grid() },
  )
  expect(run(definition, { a: '', b: null, g: null })).toMatchObject({ answers: { g: [] }, errors: [] })
})

test('a default comes for what is absent, and not again for what was cleared', () => {
  const definition = form({ type: 'textfield', key: 'a', defaultValue: '池州' })
  expect(run(definition, {}).answers).toEqual({ a: '池州' })
  const cleared = run(definition, { a: '' }).answers
  expect(cleared).toEqual({ a: null })
  expect(run(definition, cleared).answers).toEqual(cleared)
})
