import { describe, expect, test } from 'vitest'
import { type Component, type FormDocument, lint, outline } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import {
  type Around,
  readShowing,
  type Showing,
  writeShowing,
} from '../../../../web/studio/form/conditions/showing.ts'
import { withConditional } from '../../../../web/studio/form/conditions/with-conditional.ts'
import type { Clause } from '../../../../web/studio/outcomes/model.ts'
import { questionsOf, sceneOf } from '../../../../web/studio/outcomes/questions.ts'
import { writeWhen } from '../../../../web/studio/outcomes/when.ts'
import { fc } from '../../../chance.ts'

const list = (...values: readonly string[]) => values.map((value) => ({ value, label: `选项${value}` }))
const form: FormDocument = {
  schema: 1,
  key: 'f',
  title: '表',
  definition: {
    components: [
      { type: 'radio', key: 'alone', label: '独居', values: list('yes', 'no') },
      { type: 'radio', key: 'grade', label: '等级', values: list('1', '2', '10') },
      { type: 'selectboxes', key: 'wish', label: '诉求', values: list('meal', 'bath') },
      { type: 'checkbox', key: 'agreed', label: '同意' },
      { type: 'number', key: 'age', label: '年龄' },
      { type: 'select', key: 'many', label: '多个', multiple: true, data: { values: list('a', 'b') } },
      { type: 'textfield', key: 'note', label: '备注' },
      {
        type: 'datagrid',
        key: 'rows',
        label: '成员',
        components: [
          { type: 'number', key: 'age', label: '成员年龄' },
          { type: 'textfield', key: 'inner', label: '成员备注' },
        ],
      },
      { type: 'textfield', key: 'asked', label: '被问的题' },
    ],
  },
}
const aroundOf = (
  of: FormDocument,
  path: string,
): Around & { readonly entry: ReturnType<typeof outline>['entries'][number] } => {
  const outlined = outline(of.definition)
  const entry = outlined.entries.find((one) => one.path === path)
  if (!entry) throw new Error(path)
  const questions = questionsOf(of, {}, entry)
  return { outline: outlined, questions, scene: { ...sceneOf(of, questions), bandsOf: () => [] }, entry }
}
const asked = aroundOf(form, 'asked')

const clause: fc.Arbitrary<Clause> = fc.constantFrom(...asked.questions).chain(({ of, kind, options }) => {
  const one = (test: Clause['test'], ...values: Clause['values']): Clause => ({ of, test, values })
  const values = options.map(({ value }) => value)
  if (kind === 'tick') return fc.constantFrom(one('any', true), one('any', false))
  const filled = [one('filled'), one('blank')]
  if (kind === 'choice')
    return fc.constantFrom(
      one('any', ...values),
      ...values.flatMap((value) => [one('any', value), one('none', value)]),
      ...filled,
    )
  if (kind === 'number')
    return fc.constantFrom(
      one('more', 18),
      one('atLeast', 0),
      one('less', 60),
      one('atMost', -1),
      one('any', 7),
      ...filled,
    )
  if (kind === 'list') return fc.constantFrom(one('includes', 'a'), ...filled)
  return kind === 'text'
    ? fc.constantFrom(one('includes', '甲'), one('any', '甲'), ...filled)
    : fc.constantFrom(...filled)
})
const groups = fc.array(fc.array(clause, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
const showing: fc.Arbitrary<Showing> = fc.record({
  kind: fc.constant('groups' as const),
  show: fc.boolean(),
  groups,
})

/** The form with this condition on its last question. */
const given = (conditional: unknown): FormDocument => {
  const { components } = form.definition
  const last = { ...components.at(-1), conditional } as Component
  return { ...form, definition: { components: [...components.slice(0, -1), last] } }
}
const answers = fc.record(
  {
    alone: fc.constantFrom('yes', 'no'),
    grade: fc.constantFrom('1', '2', '10'),
    wish: fc.record({ meal: fc.boolean(), bath: fc.boolean() }),
    agreed: fc.boolean(),
    age: fc.constantFrom(-1, 0, 7, 18, 19, 60),
    many: fc.constantFrom(['a'], ['b'], ['a', 'b']),
    note: fc.constantFrom('甲', '甲乙', '丙'),
  },
  { requiredKeys: [] },
)
const isHidden = (of: FormDocument, filled: object): boolean =>
  evaluate(compile(of.definition), filled as never, { today: '2026-01-01' }).hidden.includes('asked')

describe('when a question is shown', () => {
  test('comes back as it was written, and the linter takes it', () => {
    fc.assert(
      fc.property(showing, (one) => {
        const drawn = given(writeShowing(one, asked))
        const errors = lint(drawn.definition).filter(({ level }) => level === 'error')
        expect(errors).toEqual([])
        const around = aroundOf(drawn, 'asked')
        expect(writeShowing(readShowing(around.entry, around), around)).toEqual(writeShowing(one, asked))
      }),
      { numRuns: 300 },
    )
  })

  test('means the same as a simple condition and as a rule', () => {
    fc.assert(
      fc.property(clause, fc.boolean(), answers, (one, show, filled) => {
        const simple = writeShowing({ kind: 'groups', show, groups: [[one]] }, asked)
        const rule = writeWhen({ kind: 'groups', groups: [[one]] }, asked.scene)
        const json = { json: show ? rule : { '!': [rule] } }
        expect([one, isHidden(given(simple), filled)]).toEqual([one, isHidden(given(json), filled)])
      }),
      { numRuns: 400 },
    )
  })

  test('asks the same row, not a question of the same name outside', () => {
    const row = aroundOf(form, 'rows.inner')
    const age = row.questions.find(({ of }) => of.root === 'row')
    expect(age?.of).toEqual({ root: 'row', path: 'age' })
    const one: Showing = {
      kind: 'groups',
      show: true,
      groups: [[{ of: { root: 'row', path: 'age' }, test: 'more', values: [60] }]],
    }
    expect(writeShowing(one, row)).toEqual({
      show: true,
      conjunction: 'all',
      conditions: [{ component: 'rows.age', operator: 'greaterThan', value: 60 }],
    })
    const text = withConditional(JSON.stringify(form), row.entry.pointer, writeShowing(one, row))
    const next = JSON.parse(text ?? '') as FormDocument
    const again = aroundOf(next, 'rows.inner')
    expect(readShowing(again.entry, again)).toEqual(one)
  })

  test.each([
    [{ show: true, when: 'alone', eq: 'yes' }, 'groups'],
    [{ show: 'true', when: 'age', eq: '7' }, 'groups'],
    [
      {
        show: false,
        conjunction: 'any',
        conditions: [{ component: 'wish', operator: 'isEqual', value: 'meal' }],
      },
      'groups',
    ],
    [{ show: true, conditions: [{ component: 'gone', operator: 'isEqual', value: 'x' }] }, 'own'],
    [{ show: true, conditions: [{ component: 'note', operator: 'startsWith', value: 'x' }] }, 'own'],
    [{ json: { '>': [{ '+': [{ var: 'data.age' }, 1] }, 3] } }, 'own'],
    [{ show: null, when: null, eq: '' }, 'always'],
  ])('reads %j', (conditional, kind) => {
    const around = aroundOf(given(conditional), 'asked')
    expect(readShowing(around.entry, around).kind).toBe(kind)
  })

  test('writes into no place that is not there', () => {
    expect(withConditional('{', '/components/0', undefined)).toBeUndefined()
    expect(withConditional(JSON.stringify(form), '/components/99', { show: true })).toBeUndefined()
    expect(withConditional('{"definition":[]}', '/components/0', { show: true })).toBeUndefined()
  })
})
