import { compile, evaluate } from '#forms/engine'

const yes = { value: 'yes', label: '是' }
const components = [
  { type: 'radio', key: 'alone', label: '是否独居', values: [yes, { value: 'no', label: '否' }] },
  { type: 'number', key: 'visits', label: '探访', conditional: { show: true, when: 'alone', eq: 'yes' } },
  { type: 'number', key: 'hours', label: '小时', calculateValue: { '*': [{ var: 'data.visits' }, 2] } },
]
const bands = [{ from: 5, level: '1', label: '迫切' }]
const need = { key: 'need', title: '需求分', rule: '示例', value: { var: 'data.hours' }, bands }

const plan = compile({ components }, { outcomes: [need] })
const given = { alone: 'yes', visits: 3, hours: 99, extra: 1 }
export const result = evaluate(plan, given, { today: '2026-11-21' })
console.log(result.answers, result.outcomes[0]?.label, result.outcomes[0]?.trace[0]?.text)
