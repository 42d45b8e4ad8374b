import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Attributes } from './attribute.ts'

/** A row in DynamoDB's JSON, bytes as base64. */
export type PlainRow = { readonly [name: string]: unknown }

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const sorted = (names: readonly string[]): readonly string[] => [...names].sort()
const record = <T>(of: { readonly [name: string]: T }, change: (one: T) => unknown): PlainRow =>
  Object.fromEntries(
    Object.keys(of)
      .sort()
      .map((name) => [name, change(of[name] as T)]),
  )

const plain = (value: AttributeValue): PlainRow => {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: sorted(value.BS.map(base64)) }
  if (value.SS !== undefined) return { SS: sorted(value.SS) }
  if (value.NS !== undefined) return { NS: sorted(value.NS) }
  if (value.L !== undefined) return { L: value.L.map(plain) }
  if (value.M !== undefined) return { M: record(value.M, plain) }
  if (value.S !== undefined) return { S: value.S }
  if (value.N !== undefined) return { N: value.N }
  if (value.BOOL !== undefined) return { BOOL: value.BOOL }
  if (value.NULL !== undefined) return { NULL: true }
  throw new TypeError('an attribute of an unknown type came back')
}

/**
 * A row as one line of JSON: attributes and members of maps in the order of their names, sets in the order of their
 * texts, bytes as base64. The same row gives the same line, wherever it was read.
 */
export const lineOf = (row: Attributes): string => JSON.stringify(record(row, plain))

const bytesOf = (text: unknown): Uint8Array => {
  const bytes = Buffer.from(String(text), 'base64')
  if (typeof text !== 'string' || bytes.toString('base64') !== text) throw new TypeError('no base64')
  return new Uint8Array(bytes)
}
const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError('no list')
  return value
}
const texts = (value: unknown): string[] => list(value).map(text)
const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('no text')
  return value
}
const members = (value: unknown): PlainRow => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no map')
  return value as PlainRow
}

const attributeOf = (value: unknown): AttributeValue => {
  const [entry, ...more] = Object.entries(members(value))
  if (!entry || more.length > 0) throw new TypeError('an attribute has one type')
  const [type, inner] = entry
  switch (type) {
    case 'S':
      return { S: text(inner) }
    case 'N':
      return { N: text(inner) }
    case 'B':
      return { B: bytesOf(inner) }
    case 'SS':
      return { SS: texts(inner) }
    case 'NS':
      return { NS: texts(inner) }
    case 'BS':
      return { BS: list(inner).map(bytesOf) }
    case 'L':
      return { L: list(inner).map(attributeOf) }
    case 'M':
      return { M: rowOf(inner) }
    case 'BOOL':
      return { BOOL: inner === true }
    case 'NULL':
      return { NULL: true }
    default:
      throw new TypeError('an attribute of an unknown type')
  }
}
const rowOf = (value: unknown): Attributes =>
  Object.fromEntries(Object.entries(members(value)).map(([name, inner]) => [name, attributeOf(inner)]))

/** The row of a line that `lineOf` made. Throws `TypeError` or `SyntaxError` for every other text. */
export const rowOfLine = (line: string): Attributes => {
  const row = rowOf(JSON.parse(line))
  if (lineOf(row) !== line) throw new TypeError('a row that is not in its one order')
  return row
}
