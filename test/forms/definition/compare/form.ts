import { compare } from '#forms/definition'

export const form = (...components: readonly object[]) => ({ components })
export const text = (key: string, more: object = {}) => ({ type: 'textfield', key, label: key, ...more })
/** A condition that is met while `b` says x. */
export const whenB = { show: true, when: 'b', eq: 'x' }

/** `class code path` of every line. */
export const linesOf = (older: object, newer: object): readonly string[] =>
  compare(older, newer).map((line) => `${line.class} ${line.code} ${line.path}`)
