import { compileFunction } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importForm } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'

/** A form with a field of every kind that scripts read; `t` carries the script. */
const formWith = (t: Record<string, unknown>) => ({
  components: [
    { type: 'number', key: 'n', label: 'n' },
    { type: 'number', key: 'm', label: 'm' },
    { type: 'textfield', key: 's', label: 's' },
    { type: 'textfield', key: 'u', label: 'u' },
    { type: 'radio', key: 'k', label: 'k', values: ['a', 'b'].map((value) => ({ value, label: value })) },
    {
      type: 'radio',
      key: 'd',
      label: 'd',
      values: ['1', '2', '3'].map((value) => ({ value, label: value })),
    },
    { type: 'checkbox', key: 'c', label: 'c' },
    {
      type: 'selectboxes',
      key: 'b',
      label: 'b',
      values: ['x', 'y'].map((value) => ({ value, label: value })),
    },
    {
      type: 'datagrid',
      key: 'rows',
      label: 'rows',
      components: [
        { type: 'number', key: 'x', label: 'x' },
        { type: 'textfield', key: 'w', label: 'w' },
        { type: 'checkbox', key: 'z', label: 'z' },
      ],
    },
    {
      type: 'container',
      key: 'box',
      label: 'box',
      components: [
        { type: 'number', key: 'p', label: 'p' },
        { type: 'textfield', key: 'q', label: 'q' },
      ],
    },
    { key: 't', label: 't', ...t },
  ],
})

type Answers = Record<string, unknown>

const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -99, max: 99 }).map((n) => n / 10),
)
const text = fc.constantFrom('a', 'b', 'ab', '5', '0', '12', 'x y')
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    n: number,
    m: number,
    s: text,
    u: text,
    k: fc.constantFrom('a', 'b'),
    d: fc.constantFrom('1', '2', '3'),
    c: fc.boolean(),
    b: fc.record({ x: fc.boolean(), y: fc.boolean() }),
    rows: fc.array(fc.record({ x: number, w: text, z: fc.boolean() }, { requiredKeys: [] }), {
      maxLength: 4,
    }),
    box: fc.record({ p: number, q: text }, { requiredKeys: [] }),
  },
  { requiredKeys: ['rows', 'box'] },
)

/** What Form.io's renderer holds for a question that is shown and not answered. */
const blanks = (given: Answers): Answers => ({
  ...{ s: '', u: '', k: '', d: '', c: false, b: { x: false, y: false } },
  ...given,
  rows: (given['rows'] as Answers[]).map((row) => ({ w: '', z: false, ...row })),
  box: { q: '', ...(given['box'] as Answers) },
})

const none = Symbol('no value')
/** Values as our engine keeps them: no NaN, no binary noise, nothing where nothing is answered. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return none
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toFixed(9)) || 0 : none
  return typeof value === 'string' ? value.replaceAll(/undefined|null|NaN/g, '') || none : value
}

/** Every reading of "not answered" under which the script runs at all. */
const readings = (
  script: string,
  target: string,
  first: string,
  given: Answers,
  input?: unknown,
): unknown[] => {
  const run = compileFunction(`var ${target} = ${first};\n${script};\nreturn ${target};`, [
    'data',
    'row',
    'input',
  ])
  // Form.io may make a number of a choice that is written as one.
  const asNumber = { ...blanks(given), ...(given['d'] !== undefined && { d: Number(given['d']) }) }
  return [given, blanks(given), asNumber].flatMap((data) => {
    try {
      return [run(structuredClone(data), structuredClone(data), input)]
    } catch {
      return []
    }
  })
}

const planFor = (t: Record<string, unknown>) => {
  const { form, report } = importForm(formWith(t))
  expect(report.refused).toEqual([])
  return compile(form.definition)
}
const today = '2026-11-21'

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
]

describe('a condition hides when and only when its script does', () => {
  test.each(conditions)('%s', (script) => {
    const plan = planFor({ type: 'textfield', customConditional: script })
    fc.assert(
      fc.property(answers, (given) => {
        const result = evaluate(plan, given, { today })
        const wanted = readings(script, 'show', 'true', result.answers).map(Boolean)
        if (wanted.length > 0) expect(wanted).toContain(!result.hidden.includes('t'))
      }),
      { numRuns: 200 },
    )
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
    fc.assert(
      fc.property(answers, (given) => {
        const { t, ...rest } = evaluate(plan, given, { today }).answers
        const wanted = readings(script, 'value', 'null', rest).map(plain)
        const got = plain(t)
        if (wanted.length > 0) expect(wanted.map(String)).toContain(String(got))
      }),
      { numRuns: 200 },
    )
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
    fc.assert(
      fc.property(answers, fc.option(number, { nil: undefined }), (given, t) => {
        const sent = t === undefined ? given : { ...given, t }
        const result = evaluate(plan, sent, { today })
        const { t: input, ...rest } = result.answers
        const wanted = readings(script, 'valid', 'true', rest, input).map(
          (valid) => valid === true || valid === null || valid === undefined,
        )
        const passed = !result.errors.some(({ path }) => path === 't')
        if (wanted.length > 0) expect(wanted).toContain(passed)
      }),
      { numRuns: 200 },
    )
  })
})
