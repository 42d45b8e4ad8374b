import { describe, expect, test } from 'vitest'
import { type Component, importForm } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'

const today = '2026-11-21'
const one = (component: Record<string, unknown>) => {
  const { form, report } = importForm({ components: [{ key: 'a', label: '甲', ...component }] })
  return { component: form.definition.components[0] as Component | undefined, form, report }
}
const errorsOf = (component: Record<string, unknown>, answers: Record<string, unknown>) =>
  evaluate(compile(one(component).form.definition), answers, { today }).errors.map(
    ({ path, code }) => `${path} ${code}`,
  )

/** What stands inside of these cannot be asked without them. */
const ownRows = ['datamap', 'tree', 'resource', 'form', 'dynamicWizard']

describe('types from elsewhere', () => {
  test.each([
    ['simpletextfieldadvanced', 'textfield', true],
    ['simplesurvey', 'survey', true],
    ['radiopanel', 'radio', true],
    ['alertstripe', 'content', true],
    ['orgbook', 'textfield', false],
    ['bcaddress', 'textarea', false],
    ['simplebcaddress', 'textarea', false],
    ['landvelger', 'textfield', false],
    ['fnrfield', 'textfield', false],
  ])('%s becomes %s', (type, ours, exact) => {
    const { component, report } = one({
      type,
      values: [{ value: 'x', label: 'x' }],
      questions: [{ value: 'q', label: 'q' }],
      dataSrc: 'url',
      data: { url: 'https://example.org' },
    })
    expect(component?.type).toBe(ours)
    expect(report.refused).toEqual([])
    expect(report.translated.map(({ what, exact }) => [what, exact])).toEqual([['type', exact]])
    expect(report.share).toBe(exact ? 'whole' : 'translated')
  })

  test.each([
    'password',
    'datamap',
    'tree',
    'recaptcha',
    'sketchpad',
    'resource',
    'form',
    'dynamicWizard',
    'somethingElse',
    '',
  ])('%s is refused with a reason', (type) => {
    const { component, report } = one({
      type,
      components: ownRows.includes(type) ? [{ type: 'textfield', key: 'b' }] : [],
    })
    expect(component).toBeUndefined()
    expect(report.refused).toMatchObject([{ code: 'type', in: 'source', pointer: '/components/0' }])
    expect(report.refused[0]?.message).toMatch(/没有导入/)
  })

  test('an unknown type keeps what is inside of it, beside what is around it', () => {
    const { component, report } = one({
      type: 'fancyCard',
      components: [{ type: 'number', key: 'n', label: '数' }],
    })
    expect(component).toMatchObject({ type: 'fieldset', components: [{ type: 'number', key: 'n' }] })
    expect(report).toMatchObject({ share: 'translated', taken: 2, refused: [] })
  })

  test('an identity is the questions that it asks, and rules find them', () => {
    const { form, report } = importForm([
      { type: 'identity', key: 'identitet', label: 'Identitet' },
      {
        type: 'textfield',
        key: 'why',
        label: 'why',
        customConditional: 'show = row.identitet.harDuFodselsnummer === "nei"',
      },
    ])
    expect(report.refused).toEqual([])
    const plan = compile(form.definition)
    const said = (answers: Record<string, unknown>) => evaluate(plan, { identitet: answers }, { today })
    expect(said({ harDuFodselsnummer: 'nei' }).errors.map(({ path }) => path)).toEqual([
      'identitet.fodselsdato',
    ])
    expect(said({ harDuFodselsnummer: 'nei' }).hidden).toEqual(['identitet.identitetsnummer'])
    expect(said({ harDuFodselsnummer: 'ja' }).hidden).toEqual(['identitet.fodselsdato', 'why'])
  })

  test('an address is its parts where people could type them, else one text', () => {
    const parts = [
      {
        type: 'textfield',
        key: 'city',
        customConditional: "show = _.get(instance, 'parent.manualMode', false);",
      },
    ]
    const typed = one({ type: 'address', enableManualMode: true, components: parts })
    expect(typed.component).toMatchObject({
      type: 'container',
      components: [{ type: 'textfield', key: 'city' }],
    })
    expect(typed.report).toMatchObject({ share: 'translated', refused: [] })
    expect(one({ type: 'address', components: parts }).component).toEqual({
      type: 'textarea',
      key: 'a',
      label: '甲',
    })
  })

  test('numbers with a check digit keep their check', () => {
    const company = {
      type: 'orgNr',
      validate: { custom: 'valid = instance.validateOrganizationNumber(input)' },
    }
    expect(errorsOf(company, { a: '889640782' })).toEqual([])
    expect(errorsOf(company, { a: '889640783' })).toEqual(['a json'])
    expect(errorsOf(company, { a: '88964078' })).toEqual(['a pattern'])
    expect(errorsOf(company, {})).toEqual([])
    expect(errorsOf({ type: 'bankAccount' }, { a: '86011117947' })).toEqual([])
    expect(errorsOf({ type: 'bankAccount' }, { a: '86011117948' })).toEqual(['a json'])
  })

  test('a date after another date, and a month of a range of years', () => {
    const { form, report } = importForm([
      { type: 'navDatepicker', key: 'from', label: '起' },
      { type: 'navDatepicker', key: 'to', label: '止', beforeDateInputKey: 'from', mayBeEqual: true },
      { type: 'monthPicker', key: 'm', label: '月', validate: { minYear: 1992, maxYear: 1999 } },
    ])
    expect(report.refused).toEqual([])
    const said = (answers: Record<string, unknown>) =>
      evaluate(compile(form.definition), answers, { today }).errors.map(({ path, code }) => `${path} ${code}`)
    expect(said({ from: '2026-01-02', to: '2026-01-02', m: '05/1992' })).toEqual([])
    expect(said({ from: '2026-01-02', to: '2026-01-01', m: '05/2000' })).toEqual(['to json', 'm maxDate'])
    expect(said({ to: '2026-01-01' })).toEqual([])
  })
})
