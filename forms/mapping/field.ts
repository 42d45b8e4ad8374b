import { holdsValue, isRecord, labelOf, optionsOf, outline } from '../definition/index.ts'
import { type Element, elementOf } from '../elements/index.ts'
import { differences } from './difference.ts'

/** One question of a form, and what it means in the shared dictionary. */
export type MappedField = {
  readonly path: string
  /** JSON pointer of the component within the form document. */
  readonly pointer: string
  readonly label: string
  readonly type: string
  readonly element: Element | undefined
  /** In words: where field and element do not say the same, so that answers cannot be compared. */
  readonly differences: readonly string[]
}

/**
 * Every question of a form document that has an answer, in document order. A container only holds questions, so it is
 * none itself; a table is one, and so is each of its columns. Anything may be passed: what is no form has no fields.
 */
export const fieldsOf = (document: unknown): readonly MappedField[] => {
  const definition = isRecord(document) ? document['definition'] : undefined
  if (!isRecord(definition)) return []
  return outline(definition).entries.flatMap(({ kind, component, path, pointer, key }) => {
    if (!holdsValue(kind) || kind === 'container') return []
    const code = isRecord(component.properties) ? component.properties['element'] : undefined
    const element = typeof code === 'string' ? elementOf(code) : undefined
    return [
      {
        path,
        pointer: `/definition${pointer}`,
        label: labelOf(component, key),
        type: String(component.type),
        element,
        differences: element ? differences(component, kind, element, optionsOf(component)) : [],
      },
    ]
  })
}
