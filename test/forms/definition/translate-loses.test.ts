import { describe, expect, test } from 'vitest'
import { importForm } from '#forms/definition'
import { evaluate } from '#forms/engine'
import { planFor, today } from './script-form.ts'

const n = { type: 'number', key: 'n', label: 'n' }
const refusalsOf = (t: Record<string, unknown>): readonly string[] => {
  const rows = { type: 'datagrid', key: 'rows', label: 'rows', components: [{ ...n, key: 'x', label: 'x' }] }
  const others = ['c', 'd'].map((key) => ({ type: 'checkbox', key, label: key }))
  const dates = ['from', 'to'].map((key) => ({ type: 'datetime', key, label: key, enableTime: false }))
  const { report } = importForm({
    components: [
      n,
      rows,
      ...others,
      ...dates,
      { type: 'textfield', key: 's', label: 's' },
      { ...t, key: 't', label: 't' },
    ],
  })
  return report.refused.map(({ code }) => code)
}

describe('the text that toFixed makes is never taken for the number in it', () => {
  test.each([
    'show = data.n.toFixed(0) ? true : false',
    'show = !data.n.toFixed(0)',
    "show = data.n.toFixed(1) === '3.0'",
    'show = data.n.toFixed(1) > data.s',
    'show = data.rows.map(r => (r.x || 0).toFixed(0)).some(x => x > 3)',
  ])('%s', (customConditional) => {
    expect(refusalsOf({ type: 'textfield', customConditional })).toEqual(['script'])
  })

  test.each([
    ['textfield', "value = data.c ? (data.n / 3).toFixed(2) : ''"],
    ['textfield', "value = data.rows.map(r => (r.x || 0).toFixed(0)).join(',')"],
    ['textfield', "value = (data.c ? (data.n / 3).toFixed(1) : 'x') + '元'"],
    ['textfield', "value = [(3).toFixed(2)].join('')"],
    ['number', 'value = parseFloat(data.c ? (data.n / 3).toFixed(1) : 0)'],
  ])('%s: %s', (type, calculateValue) => {
    expect(refusalsOf({ type, calculateValue })).toEqual(['script'])
  })

  test('beside a number it is compared as the rounded number', () => {
    const plan = planFor({ type: 'textfield', customConditional: 'show = data.n.toFixed(1) > 3' })
    expect(evaluate(plan, { n: 3.04 }, { today }).hidden).toEqual(['t'])
    expect(evaluate(plan, { n: 3.06 }, { today }).hidden).toEqual([])
  })
})

describe('what a rule cannot say is refused, not left out', () => {
  test.each([
    "show = data.s.indexOf('a', 1) !== -1",
    "show = data.s.includes('b', 1)",
    "show = data.s.startsWith('b', 1)",
    "show = data.s.endsWith('a', 1)",
    "show = ['a', 'b'].includes(data.s, 1)",
    'show = Number(data.n) === Number(data.n)',
    'var d = data.c ? moment(data.from) : moment(data.to); show = d.diff(moment(data.from), "days") > 3',
  ])('%s', (customConditional) => {
    expect(refusalsOf({ type: 'textfield', customConditional })).toEqual(['script'])
  })
})

test('a check that is only a message lets nothing pass, and is not turned into one that lets everything pass', () => {
  expect(refusalsOf({ type: 'number', validate: { custom: "valid = '停用'" } })).toEqual(['check-never'])
})
