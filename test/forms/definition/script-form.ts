import { compileFunction } from 'node:vm'
import { expect } from 'vitest'
import { importForm } from '#forms/definition'
import { compile } from '#forms/engine'
import { fc } from '../../chance.ts'

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

export type Answers = Record<string, unknown>

export const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -99, max: 99 }).map((n) => n / 10),
)
const text = fc.constantFrom('a', 'b', 'ab', '5', '0', '12', 'x y')
export const answers: fc.Arbitrary<Answers> = fc.record(
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

type Row = Record<string, unknown>
/** As much of lodash as the idioms below use, by its documentation. */
const lodash = {
  sum: (list: number[]) => list.filter((n) => n !== undefined).reduce((a, b) => a + b, 0),
  sumBy: (list: Row[], by: string | ((row: Row) => number)) =>
    lodash.sum(list.map((row) => (typeof by === 'string' ? (row[by] as number) : by(row)))),
  some: (list: Row[], test: Row | ((row: Row) => unknown)) =>
    list.some((row) =>
      typeof test === 'function' ? test(row) : Object.keys(test).every((key) => row[key] === test[key]),
    ),
  get: (of: unknown, path: string, other?: unknown) =>
    path.split('.').reduce<unknown>((at, step) => (at as Row | undefined)?.[step], of) ?? other,
  isEmpty: (of: string | unknown[] | undefined) => of === undefined || of.length === 0,
  size: (of: unknown[]) => of.length,
}

const none = Symbol('no value')
/** Values as our engine keeps them: no NaN, no binary noise, nothing where nothing is answered. */
export const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return none
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toFixed(9)) || 0 : none
  return typeof value === 'string' ? value.replaceAll(/undefined|null|NaN/g, '') || none : value
}

/** Every reading of "not answered" under which the script runs at all. */
export const readings = (
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
    '_',
  ])
  // Form.io may make a number of a choice that is written as one.
  const asNumber = { ...blanks(given), ...(given['d'] !== undefined && { d: Number(given['d']) }) }
  return [given, blanks(given), asNumber].flatMap((data) => {
    try {
      return [run(structuredClone(data), structuredClone(data), input, lodash)]
    } catch {
      return []
    }
  })
}

export const planFor = (t: Record<string, unknown>) => {
  const { form, report } = importForm(formWith(t))
  expect(report.refused).toEqual([])
  return compile(form.definition)
}
export const today = '2026-11-21'
