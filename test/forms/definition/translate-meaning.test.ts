import { describe, expect, test } from 'vitest'
import { evaluate } from '#forms/engine'
import { fc } from '../../chance.ts'
import { answers, number, plain, planFor, readings, today } from './script-form.ts'

const conditions = [
  "show = data.s === 'a'",
  "show = data.s !== 'a' && data.n > 3",
  'show = data.n < data.m',
  'show = data.n >= 0 || data.m <= 0',
  'show = !(data.n < 5)',
  "show = data.k == 'a' ? data.c : !data.c",
  'show = data.c === false',
  'show = data.c !== true',
  'show = !!data.b.x || data.b.y === true',
  "show = data.s === ''",
  'show = data.s == null || data.n === undefined',
  'show = !data.n',
  'show = data.d == 2',
  'show = data.d > 1 && data.d * 2 < 6',
  "show = ['a', 'ab'].includes(data.s)",
  'show = [1, 2].indexOf(data.d) !== -1 || data.n === 3',
  "show = data.s.indexOf('a') === -1",
  "show = data.s.startsWith('a') || data.s.endsWith('b')",
  'show = data.s.length > 1',
  'show = data.rows.length > 2',
  'show = data.rows.some(r => r.x > 3)',
  'show = data.rows.every(r => r.z)',
  "show = data.rows.filter(function (r) { return r.w === 'a' && r.z }).length >= 2",
  'show = data.rows.some(r => r.w === data.s)',
  "if (data.k === 'a') { show = data.c } else if (data.k === 'b') show = !data.c",
  "if (!data.k) return false; if (data.n > 0) { return true }; show = data.s === 'a'",
  'var found = false; for (var i = 0; i < data.rows.length; i++) { if (data.rows[i].x > 5) { found = true; break; } } show = found',
  'show = data.rows',
  'show = typeof data.n === "undefined"',
  'show = data.box.p > 1 && data.box.q',
  'show = isNaN(data.n)',
  'show = Object.values(data.b).some(v => v)',
  'show = data.rows.map(r => r.x).includes(data.n)',
  'show = _.some(data.rows, (r) => { return r.z === true; })',
  "show = _.some(data.rows, { w: 'a' })",
  'show = _.isEmpty(data.s) || _.isEmpty(data.rows)',
]

describe('a condition hides when and only when its script does', () => {
  test.each(conditions)('%s', (script) => {
    const plan = planFor({ type: 'textfield', customConditional: script })
    let ran = 0
    fc.assert(
      fc.property(answers, (given) => {
        const result = evaluate(plan, given, { today })
        const wanted = readings(script, 'show', 'true', result.answers).map(Boolean)
        if (wanted.length > 0) ran++
        if (wanted.length > 0) expect(wanted).toContain(!result.hidden.includes('t'))
      }),
      { numRuns: 200 },
    )
    // A script that always throws would prove nothing.
    expect(ran).toBeGreaterThan(50)
  })
})

const calculations: readonly (readonly ['number' | 'textfield', string])[] = [
  ['number', 'value = data.n + data.m * 2 - 1'],
  ['number', 'value = data.n + data.c'],
  ['number', 'value = (data.n || 0) + (data.m || 0)'],
  ['number', 'value = data.m > 0 ? data.n / data.m : 0'],
  ['number', 'value = (data.m > 0 && (data.n / data.m)) || ""'],
  ['number', 'value = data.n % 3'],
  ['number', 'value = Math.floor(data.n) + Math.ceil(data.m)'],
  ['number', 'value = Math.trunc(data.n / 4) + parseInt(data.m, 10)'],
  ['number', 'value = Math.abs(data.n) + Math.max(data.n, data.m, 0)'],
  ['number', 'value = Math.pow(data.n, 2) - data.m ** 3'],
  ['number', 'value = Number(data.d) * 10'],
  ['number', 'value = data.d * 10 + Number(data.d)'],
  ['number', 'value = -data.n'],
  ['number', 'var sum = 0; data.rows.forEach((r) => { sum += r.x; }); value = sum;'],
  ['number', 'let sum = 0; for (const r of data.rows) { if (r.z) { sum = sum + (r.x || 0) } } value = sum'],
  [
    'number',
    'let n = 0, s = 0; data.rows.forEach(function (r) { n++; s += r.x || 0 }); value = n > 0 ? s / n : 0',
  ],
  [
    'number',
    'var m = 0; for (let i = 0; i < data.rows.length; i++) { if (data.rows[i].x > m) m = data.rows[i].x } value = m',
  ],
  ['number', 'value = data.rows.map(r => r.x).reduce((a, b) => a + b, 0)'],
  ['number', 'value = data.rows.reduce((sum, r) => sum + (r.z ? 1 : 0), 0)'],
  ['number', 'value = data.rows.filter(r => r.x > 0).length'],
  ['number', "value = _.sumBy(data.rows, 'x')"],
  ['number', 'value = _.sumBy(data.rows, r => r.x * 2) + _.size(data.rows)'],
  ['number', "value = _.get(data, 'box.p', 7)"],
  ['number', 'value = _.sum(data.rows.map(r => r.x || 0))'],
  ['number', 'value = data.rows.length ? data.rows[0].x : 0'],
  ['textfield', "value = data.s + ' ' + data.u"],
  ['textfield', "value = '共 ' + data.n + ' 人'"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a script.
  ['textfield', 'value = `${data.s}-${data.k}`'],
  ['textfield', 'value = data.s || data.u || "无"'],
  ['textfield', 'value = data.s ?? data.u'],
  ['textfield', "var s = ''; data.rows.forEach(r => { s += r.w + ';' }); value = s"],
  ['textfield', "value = data.rows.map(r => r.w).join('、')"],
  ['textfield', 'value = data.s.slice(1) + data.u.substring(0, 2)'],
  ['textfield', "switchless = data.n > 5 ? '高' : data.n > 0 ? '中' : '低'; value = switchless"],
  ['textfield', "if (data.n > 5) { var level = '高' } else { level = '低' } value = level"],
]

describe('a calculation gives what its script gives', () => {
  test.each(calculations)('%s: %s', (type, script) => {
    const plan = planFor({ type, calculateValue: script })
    let ran = 0
    fc.assert(
      fc.property(answers, (given) => {
        const { t, ...rest } = evaluate(plan, given, { today }).answers
        const wanted = readings(script, 'value', 'null', rest).map(plain)
        const got = plain(t)
        if (wanted.length > 0) ran++
        if (wanted.length > 0) expect(wanted.map(String)).toContain(String(got))
      }),
      { numRuns: 200 },
    )
    // A script that always throws would prove nothing.
    expect(ran).toBeGreaterThan(50)
  })

  test('what is set only sometimes leaves the rest to people', () => {
    const plan = planFor({ type: 'textfield', calculateValue: 'if (data.c) { value = data.s }' })
    expect(evaluate(plan, { c: true, s: 'a', t: 'mine' }, { today }).answers['t']).toBe('a')
    expect(evaluate(plan, { c: false, s: 'a', t: 'mine' }, { today }).answers['t']).toBe('mine')
  })
})

const checks = [
  "valid = input > 0 ? true : '要大于零'",
  'valid = input < 10',
  "if (input > data.n) { valid = '太大' }",
  "valid = true; if (input < 0) valid = '不能是负数'; else if (input > data.m) valid = '太大'",
  'valid = !input || input >= data.n ? true : "太小"',
  'valid = data.c ? input !== undefined : null',
  "valid = (input % 2 === 0) || '要是双数'",
]

describe('a check refuses when and only when its script does', () => {
  test.each(checks)('%s', (script) => {
    const plan = planFor({ type: 'number', validate: { custom: script } })
    let ran = 0
    fc.assert(
      fc.property(answers, fc.option(number, { nil: undefined }), (given, t) => {
        const sent = t === undefined ? given : { ...given, t }
        const result = evaluate(plan, sent, { today })
        const { t: input, ...rest } = result.answers
        const wanted = readings(script, 'valid', 'true', rest, input).map(
          (valid) => valid === true || valid === null || valid === undefined,
        )
        const passed = !result.errors.some(({ path }) => path === 't')
        if (wanted.length > 0) ran++
        if (wanted.length > 0) expect(wanted).toContain(passed)
      }),
      { numRuns: 200 },
    )
    // A script that always throws would prove nothing.
    expect(ran).toBeGreaterThan(50)
  })
})

describe('"not answered" is what a script means that asks for it', () => {
  test.each([
    'data.c === false',
    'data.c == false',
    "data.s === ''",
    'data.s === undefined',
    'data.n == null',
    "typeof data.n === 'undefined'",
  ])('show = %s', (test) => {
    const plan = planFor({ type: 'textfield', customConditional: `show = ${test}` })
    expect(evaluate(plan, {}, { today }).hidden).toEqual([])
    expect(evaluate(plan, { c: true, s: 'a', n: 1 }, { today }).hidden).toEqual(['t'])
  })
})
