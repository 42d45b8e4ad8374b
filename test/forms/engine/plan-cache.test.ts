import { afterEach, expect, test } from 'vitest'
import { compile, evaluate } from '#forms/engine'
import { keptPlans } from '../../../forms/engine/compile.ts'
import { form, number, text, today } from './form.ts'

type Loose = { components: Record<string, unknown>[] }
const loose = (...components: readonly object[]): Loose => structuredClone(form(...components)) as never
const most = { plans: 32, texts: 8_000_000 }

afterEach(() => {
  const { plans, texts } = keptPlans()
  expect(plans).toBeLessThanOrEqual(most.plans)
  expect(texts).toBeLessThanOrEqual(most.texts)
})

test('the same inputs give the same plan, whatever object they come in', () => {
  const plan = compile(form(text('a')))
  expect(compile(structuredClone(form(text('a'))))).toBe(plan)
  expect(compile(form(text('a')), { options: {} })).not.toBe(plan)
})

test('every input is part of the name', () => {
  const outcomes = [{ key: 'o', title: '结论', rule: 'R', value: 1, bands: [] }]
  const recommends = [{ item: 'i', when: true, because: '因为' }]
  const plans = [
    compile(form(text('a'))),
    compile(form(text('a', { label: 'b' }))),
    compile(form(text('a')), { outcomes }),
    compile(form(text('a')), { recommends }),
    compile(form(text('a')), { outcomes, levels: { o: [{ from: 0, level: 'x', label: 'x' }] } }),
    compile(form(text('a')), { options: { catalogue: [{ value: 'x', label: 'x' }] } }),
  ]
  expect(new Set(plans).size).toBe(plans.length)
})

test('a definition that is changed afterwards gives another plan, and leaves the first as it was', () => {
  const definition = loose(number('a'))
  const first = compile(definition as never)
  const [component] = definition.components
  Object.assign(component as object, { validate: { max: 5 } })
  const second = compile(definition as never)
  expect(second).not.toBe(first)
  expect(evaluate(first, { a: 9 }, { today }).errors).toEqual([])
  expect(evaluate(second, { a: 9 }, { today }).errors.map(({ code }) => code)).toEqual(['max'])
  expect(compile(form(number('a')))).toBe(first)
})

test('a thousand forms leave no more than the bound, and the latest ones', () => {
  const one = (i: number) => compile(form(text(`k${i}`)))
  const plans = Array.from({ length: 1_000 }, (_, i) => one(i))
  expect(keptPlans().plans).toBe(most.plans)
  expect(one(999)).toBe(plans[999])
  expect(one(968)).toBe(plans[968])
  expect(one(967)).not.toBe(plans[967])
})

test('what was asked for last goes last', () => {
  const one = (i: number) => compile(form(text(`n${i}`)))
  const first = one(0)
  for (let i = 1; i < 200; i++) {
    one(i)
    expect(one(0)).toBe(first)
  }
})

test('large forms push out more than one, and the largest are not kept', () => {
  const long = (i: number, signs: number) =>
    compile(
      form(
        ...Array.from({ length: 10 }, (_, j) =>
          text(`k${j}`, { tooltip: String(i).padEnd(signs / 10, 'x') }),
        ),
      ),
    )
  const plan = long(1, 900_000)
  expect(long(1, 900_000)).toBe(plan)
  for (let i = 2; i < 20; i++) long(i, 900_000)
  expect(keptPlans().plans).toBeLessThan(10)
  expect(long(1, 900_000)).not.toBe(plan)
  const before = keptPlans()
  expect(long(1, 999_900)).not.toBe(long(1, 999_900))
  expect(keptPlans()).toEqual(before)
})

test('reserved names and wrong types in options harm nobody and are never taken for each other', () => {
  const hostile = [
    '{"__proto__":{"outcomes":[{"key":"x"}]}}',
    '{"options":{"__proto__":[{"value":"x","label":"x"}],"constructor":[]}}',
    '{"levels":{"__proto__":[],"toString":[]},"outcomes":[{"key":"toString","title":"t","rule":"R","value":1}]}',
    '{"levels":7,"outcomes":[{"key":{"toString":1},"title":"t","rule":"R","value":1}]}',
    '{"levels":{"o":7},"outcomes":[{"key":"o","title":"t","rule":"R","value":1}]}',
    '{"outcomes":7,"recommends":{"length":2}}',
  ].map((json) => JSON.parse(json) as never)
  const definition = form({ type: 'radio', key: 'r', properties: { options: '__proto__' } }, text('a'))
  const plans = hostile.map((options) => compile(definition, options))
  expect(new Set(plans).size).toBe(hostile.length)
  for (const plan of plans) {
    expect(Array.isArray(plan.findings)).toBe(true)
    const { errors } = evaluate(plan, { a: 'x' }, { today })
    expect(errors.every(({ code }) => code === 'definition')).toBe(true)
  }
  expect(({} as Record<string, unknown>)['outcomes']).toBeUndefined()
  expect(plans[0]?.outcomes).toEqual([])
})

test('what is no JSON gives a plan of its own that is never kept', () => {
  const cyclic: Record<string, unknown> = { display: 'form', components: [text('a')] }
  cyclic['components'] = [text('a', { properties: cyclic })]
  const before = keptPlans()
  const plan = compile(cyclic as never)
  expect(evaluate(plan, {}, { today }).errors[0]?.code).toBe('definition')
  expect(keptPlans()).toEqual(before)
  for (const nothing of [null, undefined, 7, 'x', [], () => 1])
    expect(evaluate(compile(nothing as never), {}, { today }).errors[0]?.code).toBe('definition')
})

test('a text of an action that is no text is none', () => {
  const action = { type: 'property', property: { value: 'label' }, text: { toString: 1 } }
  const trigger = { type: 'json', json: { '!!': [1] } }
  const plan = compile(form(text('a', { logic: [{ trigger, actions: [action] }] })))
  expect(evaluate(plan, { a: 'x' }, { today }).errors).toEqual([])
})

test('a form with an error says so plainly to whoever answers it', () => {
  const message = (definition: unknown) =>
    evaluate(compile(definition as never), {}, { today }).errors[0]?.message
  expect(message(form(text('a', { label: '姓名', customConditional: 'show = 1' })))).toBe(
    '表单本身有错误（「姓名」），不能填写，请联系管理员检查表单。',
  )
  expect(message({})).toBe('表单本身有错误，不能填写，请联系管理员检查表单。')
})
