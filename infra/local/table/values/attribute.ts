import { compareDecimals } from './decimal.ts'

/** One attribute value in the wire's own notation: an object with exactly one key, the type. */
export interface Attribute {
  S?: string
  N?: string
  B?: string
  BOOL?: boolean
  NULL?: boolean
  SS?: string[]
  NS?: string[]
  BS?: string[]
  L?: Attribute[]
  M?: Item
}

export type AttributeType = keyof Attribute

export interface Item {
  [name: string]: Attribute
}

/** Own attributes only: an attribute may be called `constructor`. */
export function field(item: Item, name: string): Attribute | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined
}

export function typeOf(value: Attribute): AttributeType {
  for (const type in value) return type as AttributeType
  throw new Error('an attribute value without a type')
}

export function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}

/** Equal as DynamoDB compares: sets without order, maps without order, lists in order. */
export function equal(a: Attribute, b: Attribute): boolean {
  const type = typeOf(a)
  if (type !== typeOf(b)) return false
  if (type === 'M') return equalItems(a.M ?? {}, b.M ?? {})
  if (type === 'L') {
    const left = a.L ?? []
    const right = b.L ?? []
    return left.length === right.length && left.every((value, i) => equal(value, right[i] as Attribute))
  }
  if (type === 'SS' || type === 'NS' || type === 'BS') {
    const left = new Set(a[type])
    const right = b[type] ?? []
    return left.size === right.length && right.every((value) => left.has(value))
  }
  return a[type] === b[type]
}

export function equalItems(a: Item, b: Item): boolean {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => {
    const other = field(b, name)
    return other !== undefined && equal(a[name] as Attribute, other)
  })
}

/** Order of two values of the same scalar type (S and B by bytes, N by value); undefined when they have no order. */
export function order(a: Attribute, b: Attribute): number | undefined {
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S))
  if (a.N !== undefined && b.N !== undefined) return compareDecimals(a.N, b.N)
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(bytesOf(a.B), bytesOf(b.B))
  return undefined
}
