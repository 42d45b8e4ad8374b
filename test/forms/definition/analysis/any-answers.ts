import type { Component } from '#forms/definition'
import { fc } from '../../../chance.ts'
import { anyForm } from './any-form.ts'

const oneOf: Readonly<Record<string, readonly unknown[]>> = {
  radio: ['a', 'b', '3', 0, 1, 5],
  select: ['a', 'b', '3'],
  number: [0, 1, 3, 5, -2, 10, 2.5],
  checkbox: [true, false],
  selectboxes: [{ a: true, b: false }, { 3: true }, {}],
  textfield: ['a', '3', 'x', '5', '文字'],
  email: ['X@y.cn'],
  datetime: ['2026-02-28', '1950-03-01'],
  survey: [{ a: 'b', b: 'a', 3: '3' }, { a: 'a' }],
}

/** An answer that a question takes, most of the time. */
const answerTo = (component: Component): fc.Arbitrary<unknown> => {
  const list = oneOf[component.type] ?? [undefined]
  const values = component['values'] as readonly { readonly value: unknown }[] | undefined
  const fit = component.type === 'radio' && values ? values.map(({ value }) => value) : list
  const one = fc.constantFrom(...fit)
  return fc.oneof(
    { weight: 60, arbitrary: component['multiple'] === true ? fc.uniqueArray(one, { maxLength: 3 }) : one },
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>('zz', null) },
  )
}

const record = (components: readonly Component[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      components.flatMap((component): [string, fc.Arbitrary<unknown>][] => {
        const key = component.key ?? ''
        const inner = component.components ?? []
        if (component.type === 'datagrid') return [[key, fc.array(record(inner), { maxLength: 3 })]]
        if (component.type === 'container') return [[key, record(inner)]]
        if (component.type === 'panel') return inner.map((one) => [one.key ?? '', answerTo(one)])
        return [[key, answerTo(component)]]
      }),
    ),
  )

/** A form with several sets of answers that often fit. */
export const formWithAnswers = (times: number) =>
  anyForm.chain((form) =>
    fc.record({
      form: fc.constant(form),
      answers: fc.array(record(form.definition.components), { minLength: times, maxLength: times }),
    }),
  )
