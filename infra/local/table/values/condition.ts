import type { Attribute, Item } from './attribute.ts'
import { bytesOf, equal, order, typeOf } from './attribute.ts'
import type { Comparison, Condition, FunctionCall, Operand } from './expression.ts'
import { isCall, isPath } from './expression.ts'
import { at } from './path.ts'

/** Whether an item meets a condition; an item that does not exist is `{}`. */
export function matches(item: Item, condition: Condition): boolean {
  switch (condition.type) {
    case 'and':
      return condition.args.every((part) => matches(item, part))
    case 'or':
      return condition.args.some((part) => matches(item, part))
    case 'not':
      return !condition.args.some((part) => matches(item, part))
    case 'function':
      return holds(item, condition)
    default:
      return compares(item, condition)
  }
}

function resolve(item: Item, operand: Operand): Attribute | undefined {
  if (isPath(operand)) return at(item, operand)
  if (isCall(operand)) return sizeOf(resolve(item, operand.args[0] as Operand))
  return operand
}

/** size(): UTF-8 bytes of a string, bytes of a binary, members of a set, list or map; of others undefined. */
function sizeOf(value: Attribute | undefined): Attribute | undefined {
  if (value === undefined) return undefined
  const members = value.SS ?? value.NS ?? value.BS ?? value.L
  if (members !== undefined) return { N: String(members.length) }
  if (value.M !== undefined) return { N: String(Object.keys(value.M).length) }
  if (value.S !== undefined) return { N: String(Buffer.byteLength(value.S)) }
  if (value.B !== undefined) return { N: String(bytesOf(value.B).length) }
  return undefined
}

function compares(item: Item, { type, args }: Comparison): boolean {
  const [value, first, second] = args.map((operand) => resolve(item, operand))
  if (type === '<>')
    return value === undefined || first === undefined ? value !== first : !equal(value, first)
  if (value === undefined) return false
  if (type === 'in') {
    return args.slice(1).some((operand) => {
      const candidate = resolve(item, operand)
      return candidate !== undefined && equal(value, candidate)
    })
  }
  if (first === undefined) return false
  if (type === '=') return equal(value, first)
  const difference = order(value, first)
  if (difference === undefined) return false
  switch (type) {
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    case 'between': {
      const upper = second && order(value, second)
      return difference >= 0 && upper !== undefined && upper <= 0
    }
  }
}

function holds(item: Item, { name, args }: FunctionCall): boolean {
  const [value, operand] = args.map((argument) => resolve(item, argument))
  switch (name) {
    case 'attribute_exists':
      return value !== undefined
    case 'attribute_not_exists':
      return value === undefined
    case 'attribute_type':
      return value !== undefined && typeOf(value) === operand?.S
    case 'begins_with':
      return value !== undefined && operand !== undefined && beginsWith(value, operand)
    case 'contains':
      return value !== undefined && operand !== undefined && contains(value, operand)
    default:
      throw new Error(`the condition function ${name} has no meaning here`)
  }
}

function beginsWith(value: Attribute, prefix: Attribute): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S)
  if (value.B === undefined || prefix.B === undefined) return false
  const head = bytesOf(prefix.B)
  return bytesOf(value.B).subarray(0, head.length).equals(head)
}

function contains(value: Attribute, part: Attribute): boolean {
  if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S)
  if (value.B !== undefined) return part.B !== undefined && bytesOf(value.B).includes(bytesOf(part.B))
  if (value.SS !== undefined) return part.S !== undefined && value.SS.includes(part.S)
  if (value.NS !== undefined) return part.N !== undefined && value.NS.includes(part.N)
  if (value.BS !== undefined) return part.B !== undefined && value.BS.includes(part.B)
  return value.L?.some((element) => equal(element, part)) ?? false
}
