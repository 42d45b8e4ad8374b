import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type Attributes = Record<string, AttributeValue>

const number = (value: number): AttributeValue => {
  if (!Number.isFinite(value)) throw new TypeError(`a row cannot hold the number ${value}`)
  return { N: String(value) }
}

/** A JavaScript value as DynamoDB writes it. Bytes become Binary; `undefined` members are left out, as in JSON. */
export const attribute = (value: unknown): AttributeValue => {
  if (value === null) return { NULL: true }
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return { BOOL: value }
  if (value instanceof Uint8Array) return { B: value }
  if (Array.isArray(value)) return { L: value.map(attribute) }
  if (typeof value === 'object' && isPlain(value)) return { M: attributes(value) }
  throw new TypeError(`a row cannot hold a ${typeof value}`)
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** `Object.fromEntries` makes own members whatever they are called; assignment would take `__proto__` for something else. */
export const attributes = (item: object): Attributes =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => (value === undefined ? [] : [[name, attribute(value)]])),
  )

/** What DynamoDB answers as a JavaScript value. Sets become arrays. */
export const value = (from: AttributeValue): unknown => {
  if (from.S !== undefined) return from.S
  if (from.N !== undefined) return Number(from.N)
  if (from.BOOL !== undefined) return from.BOOL
  if (from.NULL !== undefined) return null
  if (from.B !== undefined) return from.B
  if (from.L !== undefined) return from.L.map(value)
  if (from.M !== undefined) return values(from.M)
  if (from.SS !== undefined) return [...from.SS]
  if (from.NS !== undefined) return from.NS.map(Number)
  throw new TypeError('an attribute of an unknown type came back')
}

export const values = (item: Attributes): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, from]) => [name, value(from)]))
