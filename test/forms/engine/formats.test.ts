import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '#forms/engine'
import { errorsOf, form, run, today } from './form.ts'

describe('national formats', () => {
  const definition = form(
    { type: 'textfield', key: 'id', label: '身份号码', properties: { format: 'cn-id' } },
    { type: 'textfield', key: 'code', label: '信用代码', properties: { format: 'cn-credit-code' } },
    { type: 'phoneNumber', key: 'phone', label: '手机', properties: { format: 'cn-mobile' } },
    { type: 'textfield', key: 'division', label: '区划', properties: { format: 'cn-division' } },
  )
  const good = {
    id: '11010519491231002x',
    code: '91350100m000100y43',
    phone: '13812345678',
    division: '341702',
  }

  test('are checked and brought to their official writing', () => {
    expect(run(definition, good)).toMatchObject({
      errors: [],
      answers: { ...good, id: '11010519491231002X', code: '91350100M000100Y43' },
    })
  })

  test('refuse wrong check signs', () => {
    const wrong = {
      id: '110105194912310021',
      code: '91350100M000100Y4Z',
      phone: '12812345678',
      division: '34170',
    }
    expect(errorsOf(run(definition, wrong))).toEqual([
      'id cn-id',
      'code cn-credit-code',
      'phone cn-mobile',
      'division cn-division',
    ])
  })

  test('take demo ids and phones only where the city is a demo', () => {
    const demo = { id: '999901193802150016', phone: '100-0000-0001' }
    expect(errorsOf(run(definition, demo))).toEqual(['id cn-id', 'phone cn-mobile'])
    expect(evaluate(compile(definition), demo, { today, demo: true }).errors).toEqual([])
  })
})
