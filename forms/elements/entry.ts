import type { Element } from './element.ts'

/** One entry of the dictionary, written in one line. */
export const entry = (
  code: string,
  name: string,
  type: Element['type'],
  sensitivity: Element['sensitivity'],
  more: Pick<Element, 'unit' | 'options' | 'standard'> = {},
): Element => ({ code, name, type, ...more, sensitivity })
