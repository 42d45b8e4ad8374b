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

/** Names that would reach an object's prototype. */
export const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A name as one step of a JSON pointer. */
export const pointerStep = (name: string): string =>
  `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
