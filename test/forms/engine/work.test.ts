import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '#forms/engine'
import { bounded } from '../bounded.ts'

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)
const accumulator = { var: 'accumulator' }
/** Runs `body` 810,000 times, each on what the last one gave. */
const again = (body: unknown, start: unknown) => ({
  reduce: [numbers(900), { reduce: [numbers(900), body, accumulator] }, start],
})
/** Two elements that hold 2^40 numbers, because each list holds the list before it twice. */
const doubled = { reduce: [numbers(40), [accumulator, accumulator], 1] }
const asked = (test: unknown) => ({ if: [test, accumulator, accumulator] })

const long = 'a'.repeat(10_000)
const half = { substr: [accumulator, 0, 2_500] }
const answers = { text: long, rows: numbers(200).map(() => ({ text: long })) }
const rows = { map: [{ var: 'data.rows' }, { var: 'text' }] }
const text = { type: 'textarea', key: 'text', label: '文字' }

const errorOf = (components: readonly unknown[], options = {}) => {
  const plan = compile({ components } as never, options)
  expect(plan.findings.filter(({ level }) => level === 'error')).toEqual([])
  return bounded(() => evaluate(plan, answers, { today: '2026-11-21' }), 5_000).errors[0]?.code
}

const grid = (inside: unknown) => ({
  type: 'datagrid',
  key: 'rows',
  label: '各行',
  validate: { maxLength: 200 },
  components: [inside],
})

describe('work that a rule can multiply is paid for', () => {
  test.each([
    [
      'names asked whether they are missing',
      again(asked({ missing: numbers(150).map((i) => `accumulator.a.b${i}`) }), 1),
    ],
    ['lists written out', again(asked(numbers(90).map(() => accumulator)), 1)],
    [
      'many arguments',
      again(asked({ '+': numbers(90).map(() => '1234567890.123456789012345678901234567') }), 1),
    ],
    [
      'long texts looked for in long texts',
      again(asked({ in: [{ cat: [half, 'b', half] }, accumulator] }), { var: 'data.text' }),
    ],
  ])('%s', (_, calculateValue) => {
    const result = { type: 'hidden', key: 'result', label: '结果', calculateValue }
    expect(errorOf([text, grid(text), result])).toBe('fuel')
  })

  test.each([
    ['a list of long texts as one text', again(asked({ substr: [accumulator, 0, 1] }), rows)],
    ['a list that holds itself again and again as one text', { cat: [doubled] }],
  ])('%s', (_, calculateValue) => {
    const result = { type: 'hidden', key: 'result', label: '结果', calculateValue }
    expect(['rule', 'fuel']).toContain(errorOf([text, grid(text), result]))
  })

  test.each([
    ['the result of an outcome', doubled],
    ['one that is far too deep', again([accumulator], 1)],
  ])('%s', (_, value) => {
    const outcome = { key: 'o', title: '结论', rule: '示例', value }
    expect(errorOf([text], { outcomes: [outcome] })).toBe('fuel')
  })

  test('long texts looked for by conditions', () => {
    const conditions = numbers(2_000).map((i) => ({
      component: 'text',
      operator: 'includes',
      value: `${'a'.repeat(50)}b${'a'.repeat(50)}${i}`,
    }))
    const inside = { ...text, conditional: { show: true, conjunction: 'any', conditions } }
    expect(errorOf([text, grid(inside)])).toBe('fuel')
  })
})

test('what people write costs little: short texts, lists and names in 200 rows', () => {
  const calculateValue = {
    cat: [
      { if: [{ in: ['低保', { var: 'row.note' }] }, '是', '否'] },
      { count: [{ missing: ['row.note'] }] },
      { merge: [['a', { var: 'row.note' }], 'b'] },
    ],
  }
  const note = { type: 'textfield', key: 'note', label: '备注' }
  const told = { type: 'hidden', key: 'told', label: '说明', calculateValue }
  const components = [{ ...grid(note), components: [note, told] }]
  const plan = compile({ components } as never)
  const given = { rows: numbers(200).map(() => ({ note: '低保户' })) }
  const { answers, errors } = evaluate(plan, given, { today: '2026-11-21' })
  expect(errors).toEqual([])
  expect((answers['rows'] as readonly unknown[])[199]).toEqual({ note: '低保户', told: '是0a,低保户,b' })
})
