import type { Attribute, Item } from './attribute.ts'
import { bytesOf, typeOf } from './attribute.ts'
import { decimalSize } from './decimal.ts'

/** Largest item, in bytes, names and values together. */
export const maxItemSize = 400 * 1024

/** Bytes of an item as DynamoDB counts them: names and strings in UTF-8. */
export function itemSize(item: Item): number {
  let size = 0
  for (const name of Object.keys(item)) size += Buffer.byteLength(name) + valueSize(item[name] as Attribute)
  return size
}

function valueSize(value: Attribute): number {
  const type = typeOf(value)
  switch (type) {
    case 'S':
      return Buffer.byteLength(value.S ?? '')
    case 'N':
      return decimalSize(value.N ?? '0')
    case 'B':
      return bytesOf(value.B ?? '').length
    case 'BOOL':
    case 'NULL':
      return 1
    case 'SS':
      return sum(value.SS ?? [], (text) => Buffer.byteLength(text))
    case 'NS':
      return sum(value.NS ?? [], decimalSize)
    case 'BS':
      return sum(value.BS ?? [], (base64) => bytesOf(base64).length)
    case 'L':
      return 3 + sum(value.L ?? [], (element) => 1 + valueSize(element))
    case 'M':
      return 3 + Object.keys(value.M ?? {}).length + itemSize(value.M ?? {})
  }
}

function sum<T>(values: readonly T[], size: (value: T) => number): number {
  return values.reduce((total, value) => total + size(value), 0)
}

/** Levels of maps and lists inside a value; a scalar has none. DynamoDB stops at 32. */
export function depth(value: Attribute): number {
  const inner = value.L ?? (value.M === undefined ? undefined : Object.values(value.M))
  if (inner === undefined) return 0
  return 1 + inner.reduce((deepest, element) => Math.max(deepest, depth(element)), 0)
}
