import { invalid } from '../refusal.ts'
import type { Attribute, AttributeType, Item } from './attribute.ts'
import { typeOf } from './attribute.ts'
import { addDecimals } from './decimal.ts'
import type { Path, UpdateOperand, UpdateSection } from './expression.ts'
import { isPath } from './expression.ts'
import { at } from './path.ts'

const wrongType = 'An operand in the update expression has an incorrect data type'

/** A new item: every operand is read from the old one, so the order of the sections means nothing. */
export function applyUpdate(old: Item, sections: readonly UpdateSection[]): Item {
  const item = structuredClone(old)
  const removals: { parent: Attribute; step: string | number }[] = []
  const values = sections.map((section) => newValue(old, section))
  const ordered = sections
    .map((section, i) => ({ path: section.path, value: values[i] }))
    .sort((a, b) => lastIndex(a.path) - lastIndex(b.path))
  for (const { path, value } of ordered) {
    const step = path[path.length - 1] as string | number
    const parent = at(item, path.slice(0, -1))
    if (parent === undefined || (typeof step === 'number' ? parent.L : parent.M) === undefined) {
      throw invalid('The document path provided in the update expression is invalid for update')
    }
    if (value === undefined) removals.push({ parent, step })
    else place(parent, step, structuredClone(value))
  }
  // Lists close up only after everything else is placed, from the end, so that every index means the old position.
  for (const { parent, step } of removals.reverse()) {
    if (parent.M !== undefined) delete parent.M[step]
    else if (typeof step === 'number' && step < (parent.L?.length ?? 0)) parent.L?.splice(step, 1)
  }
  return item
}

function lastIndex(path: Path): number {
  const step = path[path.length - 1]
  return typeof step === 'number' ? step : -1
}

function place(parent: Attribute, step: string | number, value: Attribute): void {
  if (parent.M !== undefined) parent.M[step] = value
  else if (typeof step === 'number' && parent.L !== undefined)
    parent.L[Math.min(step, parent.L.length)] = value
}

/** The value after a section; undefined means that the attribute goes. */
function newValue(old: Item, section: UpdateSection): Attribute | undefined {
  if (section.type === 'remove') return undefined
  if (section.type === 'set') return resolve(old, section.val)
  const existing = at(old, section.path)
  const type = typeOf(section.val)
  if (existing !== undefined && typeOf(existing) !== type) throw invalid(wrongType)
  if (section.type === 'delete') return existing && without(existing, section.val)
  if (type === 'N') return sum(existing ?? { N: '0' }, section.val, 1)
  if (type !== 'SS' && type !== 'NS' && type !== 'BS') throw invalid(wrongType)
  return { [type]: [...new Set([...(existing?.[type] ?? []), ...(section.val[type] ?? [])])] }
}

function without(existing: Attribute, members: Attribute): Attribute | undefined {
  const type = typeOf(existing) as AttributeType & ('SS' | 'NS' | 'BS')
  const gone = new Set(members[type])
  const left = (existing[type] ?? []).filter((member) => !gone.has(member))
  return left.length === 0 ? undefined : { [type]: left }
}

function resolve(old: Item, operand: UpdateOperand): Attribute {
  if (isPath(operand)) {
    const value = at(old, operand)
    if (value !== undefined) return value
    throw invalid('The provided expression refers to an attribute that does not exist in the item')
  }
  if (!('type' in operand)) return operand
  const [first, second] = operand.args as readonly [UpdateOperand, UpdateOperand]
  if (operand.type !== 'function') {
    return sum(resolve(old, first), resolve(old, second), operand.type === 'add' ? 1 : -1)
  }
  if (operand.name === 'if_not_exists') {
    return (isPath(first) ? at(old, first) : undefined) ?? resolve(old, second)
  }
  const head = resolve(old, first)
  const tail = resolve(old, second)
  if (head.L === undefined || tail.L === undefined) throw invalid(wrongType)
  return { L: [...head.L, ...tail.L] }
}

function sum(a: Attribute, b: Attribute, sign: 1 | -1): Attribute {
  if (a.N === undefined || b.N === undefined) throw invalid(wrongType)
  const result = addDecimals(a.N, b.N, sign)
  if (result === undefined) {
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range')
  }
  return { N: result }
}

/** Attribute names at the head of every path that an update touches. */
export function touched(sections: readonly UpdateSection[]): readonly string[] {
  return sections.map((section) => String(section.path[0]))
}
