import { badParameter, conditionFailed, invalid } from '../refusal.ts'
import type { ConditionalInput, KeyedInput, PutInput, UpdateInput } from '../request/item-input.ts'
import { checkDepth } from '../request/request.ts'
import type { Table } from '../storage/schema.ts'
import { checkItem, checkKey, keyAttributes } from '../storage/schema.ts'
import type { Item } from '../values/attribute.ts'
import { matches } from '../values/condition.ts'
import { itemSize, maxItemSize } from '../values/size.ts'
import { applyUpdate, touched } from '../values/update.ts'

/** Refuses when the condition does not hold on the row that stands (none counts as an item without attributes). */
export function checkCondition(table: Table, input: ConditionalInput, old: Item | undefined): void {
  const condition = input._condition
  if (condition === undefined) return
  checkPaths(table, condition.nestedPaths)
  if (matches(old ?? {}, condition.expression)) return
  throw conditionFailed(input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? old : undefined)
}

/** The item of a put, checked against the table before anything is read. */
export function checkPut(table: Table, { Item: item }: PutInput): void {
  checkItem(table, item)
  checkStorable(item, 'Item size has exceeded the maximum allowed size')
}

export function checkUpdate(table: Table, { Key: key, _updates: updates }: UpdateInput): void {
  checkKey(table.keys, key)
  const names = touched(updates?.sections ?? [])
  for (const { name } of keyAttributes(table.keys)) {
    if (names.includes(name)) {
      throw badParameter(`Cannot update attribute ${name}. This attribute is part of the key`)
    }
  }
  checkPaths(table, updates?.nestedPaths ?? {})
}

/** The item after an update; one that did not exist begins as its key. */
export function updated(
  table: Table,
  { Key: key, _updates: updates }: UpdateInput,
  old: Item | undefined,
): Item {
  const item = applyUpdate(old ?? key, updates?.sections ?? [])
  checkItem(table, item)
  checkStorable(item, 'Item size to update has exceeded the maximum allowed size')
  return item
}

function checkStorable(item: Item, tooLarge: string): void {
  for (const value of Object.values(item)) checkDepth(value)
  if (itemSize(item) > maxItemSize) throw invalid(tooLarge)
}

export function checkKeyed(table: Table, { Key: key }: KeyedInput): void {
  checkKey(table.keys, key)
}

/** Keys are scalars: a path into one is refused. */
export function checkPaths(table: Table, nested: Readonly<Record<string, true>>): void {
  const indexed = table.indexes.flatMap((index) => keyAttributes(index.keys))
  for (const { name } of [...keyAttributes(table.keys), ...indexed]) {
    if (nested[name] === undefined) continue
    throw invalid(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: ${name}`,
    )
  }
}
