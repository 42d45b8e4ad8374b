/** What a JSON value is. Short names, since every room that reads forms asks this all the time. */
export const isText = (value: unknown): value is string => typeof value === 'string'
export const isNumber = (value: unknown): value is number => typeof value === 'number'
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
export const isScalar = (value: unknown): value is string | number | boolean =>
  isText(value) || isNumber(value) || isFlag(value)
export const isList: (value: unknown) => value is readonly unknown[] = Array.isArray
/** An object or a list. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
/** An object that is no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && !isList(value)

/** No value at all, or a text without a sign: what forms and answers hold where nothing was said. */
export const isBlank = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === ''

/** A text with at least one sign in it. */
export const hasText = (value: unknown): value is string => isText(value) && value !== ''

/**
 * The number that a value is or spells; of an object NaN, and never its own `valueOf` or `toString`: one that came as JSON
 * can hold anything under these names, and `Number` throws.
 */
export const numeric = (value: unknown): number => (isObject(value) ? Number.NaN : Number(value))

/** A value as text, an object as its JSON: `String` throws like `Number`. */
export const textual = (value: unknown): string => (isObject(value) ? JSON.stringify(value) : String(value))

/** The number that a value is or spells, if it is a finite one. */
export const finite = (value: unknown): number | undefined => {
  const number = numeric(value)
  return Number.isFinite(number) ? number : undefined
}

/** The elements of a list; of anything else there are none. */
export const listed = (value: unknown): readonly unknown[] => (isList(value) ? value : [])

/** What an object itself has under a name, whatever the name; undefined for anything else. */
export const own = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined

/** Names that would reach an object's prototype. */
export const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A name as one step of a JSON pointer. */
export const pointerStep = (name: string): string =>
  `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
