import { type Component, kindOf, type Option } from '#forms/definition'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const list = (value: unknown): readonly Option[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) =>
        isRecord(one) && ['string', 'number', 'boolean'].includes(typeof one['value'])
          ? [{ value: one['value'] as Option['value'], label: String(one['label'] ?? one['value']) }]
          : [],
      )
    : []

/** Choices given from outside, by name: `{ catalogue: [{ value, label }] }`. */
export type Choices = Readonly<Record<string, readonly Option[]>>

/** The choices of a radio, select or select boxes; `properties.options` names a list that the city's documents give. */
export function optionsOf(component: Component, choices: Choices = {}): readonly Option[] {
  const named = component.properties?.options
  if (named && Object.hasOwn(choices, named)) return choices[named] ?? []
  const data = component['data']
  return component.type === 'select'
    ? list(isRecord(data) ? data['values'] : undefined)
    : list(component['values'])
}

export const questionsOf = (component: Component): readonly Option[] => list(component['questions'])

/** A value nobody types: calculated, or of a hidden component. */
export const isComputed = (component: Component): boolean =>
  component['calculateValue'] !== undefined &&
  component['calculateValue'] !== null &&
  component['calculateValue'] !== '' &&
  component['allowCalculateOverride'] !== true

export const isMultiple = (component: Component): boolean => component['multiple'] === true

/** Whether the component takes an answer from a person. */
export const isQuestion = (component: Component): boolean => {
  const kind = kindOf(component.type)
  return kind !== undefined && kind !== 'layout' && kind !== 'static' && kind !== 'computed'
}

export const words = (value: unknown): string => (typeof value === 'string' ? value : '')
