import { describe, expect, test } from 'vitest'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { bounded } from '../bounded.ts'
import { errorsOf, form, run, text, today, values } from './form.ts'

const million = 'a'.repeat(1_000_000)
const nested = (wrap: (inner: unknown) => unknown): unknown => {
  let inner: unknown = 'x'
  for (let i = 0; i < 10_000; i++) inner = wrap(inner)
  return inner
}
const deepList = nested((inner) => [inner])
const deepObject = nested((inner) => ({ x: inner }))
const proto: unknown = JSON.parse('{"__proto__":true}')
const boxes = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, true]))
const file = { attachment: '01JD0000000000000000000000', sha256: 'a'.repeat(64) }

const number = { type: 'number' }
const money = { type: 'number', properties: { format: 'money' } }
const radio = { type: 'radio', values: values('1', 'b') }
const many = { type: 'select', multiple: true, data: { values: values('a') } }
const select = { type: 'selectboxes', values: values('a') }
const survey = { type: 'survey', questions: values('q'), values: values('1') }
const date = { type: 'datetime' }
const box = { type: 'container', components: [text('x')] }
const grid = { type: 'datagrid', components: [text('x')] }
const tags = { type: 'tags', storeas: 'array' }

/** A question, what is sent for it, and the code of the one error that comes of it. */
const refused: readonly (readonly [name: string, question: object, value: unknown, code: string])[] = [
  ['a choice __proto__', radio, '__proto__', 'option'],
  ['a choice constructor', radio, 'constructor', 'option'],
  ['choices __proto__', many, ['a', '__proto__'], 'option'],
  ['a box __proto__', select, proto, 'option'],
  ['a box constructor', select, { constructor: true }, 'option'],
  ['a question __proto__', survey, proto, 'option'],
  ['a file named by a path', { type: 'signature' }, { ...file, attachment: '__proto__.x' }, 'type'],
  ['10^6 rows', grid, Array(1_000_000).fill({}), 'maxRows'],
  ['what only says that it has 10^6 rows', grid, { length: 1_000_000 }, 'type'],
  ['rows that are none', grid, [null, 1], 'type'],
  ['10^6 lines', text('a', { multiple: true }), Array(1_000_000).fill('x'), 'tooMany'],
  ['10^6 files', { type: 'file', multiple: true }, Array(1_000_000).fill(file), 'tooMany'],
  ['10^6 tags', tags, Array(1_000_000).fill('x'), 'tooMany'],
  ['10,000 lists for a text', text('a'), deepList, 'type'],
  ['10,000 lists for rows', grid, deepList, 'type'],
  ['10,000 objects for a choice', radio, deepObject, 'type'],
  ['10,000 objects for boxes', select, deepObject, 'option'],
  ['10,000 objects for a file', { type: 'file' }, [deepObject], 'type'],
  ['a megabyte of text', text('a', { validate: { pattern: '[a-z]+' } }), million, 'tooLong'],
  ['a megabyte of mail', { type: 'email' }, `${million}@a.b`, 'tooLong'],
  ['a megabyte for a number', number, '9'.repeat(1_000_000), 'type'],
  ['a megabyte for a tick', { type: 'checkbox' }, million, 'type'],
  ['a megabyte for a choice', radio, million, 'option'],
  ['a megabyte for boxes', select, million, 'type'],
  ['a megabyte for a survey', survey, { q: million }, 'option'],
  ['a megabyte for a date', date, `2026-01-01T${million}`, 'date'],
  ['a megabyte for a day', { type: 'day' }, '0'.repeat(1_000_000), 'date'],
  ['a megabyte for a time', { type: 'time' }, '0'.repeat(1_000_000), 'date'],
  ['a megabyte for a signature', { type: 'signature' }, million, 'type'],
  ['a megabyte for an id', text('a', { properties: { format: 'cn-id' } }), '1'.repeat(1_000_000), 'cn-id'],
  ['a megabyte of a tag', tags, [million], 'tooLong'],
  ['a megabyte for a box of its own', box, million, 'type'],
  ['an address of 50,000 characters', { type: 'url' }, `http://${'a'.repeat(50_000)}`, 'tooLong'],
  ['an address of 9,000 characters', { type: 'url' }, `http://a.b/${'a'.repeat(9_000)}`, 'url'],
  ['50,000 characters under a mask', text('a', { inputMask: '9999' }), '9'.repeat(50_000), 'tooLong'],
  ['9,000 characters under a mask', text('a', { inputMask: '9999' }), '9'.repeat(9_000), 'mask'],
  ['boxes as 20,000 texts', select, Array(20_000).fill('a'), 'type'],
  ['20,000 boxes', select, boxes, 'option'],
  ['20,000 choices', many, Array(20_000).fill('a'), 'tooMany'],
  ['NaN', number, Number.NaN, 'type'],
  ['Infinity', number, Number.POSITIVE_INFINITY, 'type'],
  ['-Infinity', number, Number.NEGATIVE_INFINITY, 'type'],
  ['NaN as money', money, Number.NaN, 'money'],
  ['1e300', number, 1e300, 'type'],
  ['NaN for a tick', { type: 'checkbox' }, Number.NaN, 'type'],
  ['NaN for a choice', radio, Number.NaN, 'option'],
  ['half a character', text('a'), 'x\udc00', 'sign'],
  ['half a character in a list', text('a', { multiple: true }), ['x', '\ud800'], 'sign'],
  ['half a character in a tag', tags, ['\ud800'], 'sign'],
  ['half a character as a choice', radio, '\ud800', 'option'],
  ['NUL', text('a'), 'a\u0000b', 'sign'],
  ['a number as text', number, '12', 'type'],
  ['a currency as text', { type: 'currency' }, '12', 'type'],
  ['money as text', money, '1200', 'money'],
  ['a number of another script', number, '２', 'type'],
  ['a number for a text', text('a'), 12, 'type'],
  ['a number that is no option', radio, 9, 'option'],
  ['30 February', date, '2026-02-30', 'date'],
  ['month 13', date, '2026-13-01', 'date'],
  ['25 o’clock', date, '2026-01-01T25:00', 'date'],
  ['year 0', date, '0000-01-01', 'date'],
  ['a year of six digits', date, '+275760-09-13T00:00:00Z', 'date'],
  ['a date as a number', date, 1e15, 'date'],
  ['30 February as a day', { type: 'day' }, '02/30/2026', 'date'],
  ['a time of 24:01', { type: 'time' }, '24:01', 'date'],
]

describe('a bad answer is refused by name, soon, and nothing of the wrong type is kept', () => {
  test.each(refused)('%s', (_, question, value, code) => {
    const definition = form({ key: 'a', label: '题', ...question })
    const result = bounded(() => run(definition, { a: value }))
    expect(errorsOf(result).map((error) => error.split(' ')[1])).toContain(code)
    expect(result.errors.length).toBeLessThan(3)
    expect(JSON.stringify(result.errors).length).toBeLessThan(1_000)
    // A text of the right type stays, so that the person can mend it; what is no such text is gone.
    if (code !== 'url' && code !== 'mask')
      expect(JSON.stringify(result.answers)).toMatch(/^\{("a":(\[(\{\})*(,\{\})*\]|\{\}))?\}$/)
  })
})

test('unknown keys of any depth and size are left behind', () => {
  const known = form({ type: 'container', key: 'a', components: [text('x')] })
  const given = { a: { x: '1', y: deepObject, ['z'.repeat(1_000_000)]: 1 }, b: deepList, c: million }
  expect(bounded(() => run(known, given))).toMatchObject({ answers: { a: { x: '1' } }, errors: [] })
})

test('minus zero is zero', () => {
  const { answers } = run(form({ ...number, key: 'n' }), { n: -0 })
  expect(Object.is(answers['n'], 0)).toBe(true)
})

describe('rows within rows', () => {
  const columns = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      text(`c${i}`, i > 0 ? { conditional: { show: true, when: 'g.h.c0', eq: 'x' } } : {}),
    )
  const twice = (count: number) =>
    form({
      type: 'datagrid',
      key: 'g',
      validate: { maxLength: 200 },
      components: [{ type: 'datagrid', key: 'h', validate: { maxLength: 200 }, components: columns(count) }],
    })
  const rows = (count: number) => Array.from({ length: count }, () => ({ h: Array(count).fill({}) }))
  const fill = (count: number, answers: object): Evaluation =>
    evaluate(compile(twice(count)), answers, { today })

  test('cannot multiply without bound: a few kilobytes of empty rows are refused before any is opened', () => {
    const many = bounded(() => fill(900, { g: rows(200) }))
    expect(errorsOf(many)).toEqual([' tooMany'])
    expect(many).toMatchObject({ answers: {}, hidden: [] })
  })

  test('as many as a form can hold are taken', () => {
    expect(bounded(() => fill(10, { g: rows(100) })).errors).toEqual([])
  })
})

test('all of it at once costs no more than the form', () => {
  const definition = form(
    { ...grid, key: 'g' },
    { ...select, key: 's' },
    text('t', { inputMask: '99', validate: { pattern: '[a-z]+' } }),
    { type: 'url', key: 'u' },
    { type: 'signature', key: 'f' },
    text('m', { multiple: true }),
  )
  const plan = compile(definition)
  const given = {
    g: Array(1_000_000).fill({}),
    s: boxes,
    t: million,
    u: `http://${million}`,
    f: deepObject,
    m: Array(100_000).fill('x'),
    extra: deepList,
  }
  const result = bounded(() => evaluate(plan, given, { today }))
  expect(errorsOf(result)).toEqual(['g maxRows', 's option', 't tooLong', 'u tooLong', 'f type', 'm tooMany'])
  expect(result.answers).toEqual({ g: [] })
})
