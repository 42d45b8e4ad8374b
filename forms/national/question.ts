import type { Component, Option } from '../definition/index.ts'

/** What every question of a packaged form says of itself; `more` is laid over it. */
type About = { readonly key: string; readonly label: string; readonly properties: Component['properties'] }

/** A choice of one, asked for and shown as a row of buttons. */
export const choice = (
  { key, label, properties }: About,
  values: readonly Option[],
  more: Readonly<Record<string, unknown>> = {},
): Component => ({
  type: 'radio',
  key,
  label,
  input: true,
  validate: { required: true },
  values: values.map(({ value, label: text }) => ({ label: text, value })),
  ...more,
  ...(properties && { properties }),
})

/** One part of a form: a panel, in a wizard a page. */
export const part = (key: string, title: string, components: readonly Component[]): Component => ({
  type: 'panel',
  key,
  title,
  label: title,
  input: false,
  components,
})

const day = (path: string) => ({ substr: [{ var: path }, 0, 10] })

/** A date; with `notAfterToday` one that has been, with `notBefore` one on or after another of the form. */
export const date = (
  { key, label, properties }: About,
  rule: { readonly notAfterToday: string } | { readonly notBefore: string; readonly otherwise: string },
): Component => {
  const [holds, message] =
    'notAfterToday' in rule
      ? [{ '<=': [day('input'), { today: [] }] }, rule.notAfterToday]
      : [{ '>=': [day('input'), day(`data.${rule.notBefore}`)] }, rule.otherwise]
  return {
    type: 'datetime',
    key,
    label,
    input: true,
    validate: {
      required: 'notAfterToday' in rule,
      json: { if: [{ '!': [{ var: 'input' }] }, true, holds, true, message] },
    },
    format: 'yyyy-MM-dd',
    enableTime: false,
    ...(properties && { properties }),
  }
}

/** Free words at the end of an assessment. */
export const note = (): Component => ({
  type: 'textarea',
  key: 'note',
  label: '评估说明',
  input: true,
  validate: { maxLength: 500 },
  rows: 3,
  properties: { element: 'assessment.note', sensitivity: 'sensitive' },
})
