export { same } from '../../definition/index.ts'

export type Json = { readonly [key: string]: unknown }

export const isRecord = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A member of the document itself, never of `Object.prototype`. */
export const own = (record: unknown, key: string): unknown =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined

/** The own member if it is a list, else an empty one: a draft may hold anything. */
export const listIn = (record: unknown, key: string): readonly unknown[] => {
  const value = own(record, key)
  return Array.isArray(value) ? value : []
}

export const textIn = (record: unknown, key: string): string | undefined => {
  const value = own(record, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const keysOf = (record: unknown): readonly string[] => (isRecord(record) ? Object.keys(record) : [])
