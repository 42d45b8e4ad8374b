import * as update from 'dynalite/validations/updateItem.js'
import type { Engine } from '../engine.ts'
import type { UpdateInput } from '../request/item-input.ts'
import { modern, onConditionFailure } from '../request/shape.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load, mutate } from '../storage/mutation.ts'
import type { Item } from '../values/attribute.ts'
import { project } from '../values/path.ts'
import { consumed, Meter } from './capacity.ts'
import { checkCondition, checkUpdate, updated } from './evaluate.ts'
import type { Operation } from './operations.ts'

export const updateRequest = {
  types: modern(update.types, { ReturnValuesOnConditionCheckFailure: onConditionFailure }),
  custom: update.custom,
}

/** UpdateItem: changes attributes of the item under a key, and makes the item when there is none. */
export const updateItem: Operation = {
  request: updateRequest,
  run: (engine: Engine, input: UpdateInput) => {
    const table = tableNamed(engine, input.TableName)
    checkUpdate(table, input)
    const old = load(engine, table, input.Key)
    checkCondition(table, input, old)
    const next = updated(table, input, old)
    const cost = mutate(engine, { table, old, next })
    const meter = new Meter()
    meter.add(table.name, cost.table, cost.indexes)
    const attributes = returned(input, old, next)
    return { ...(attributes && { Attributes: attributes }), ...consumed(meter, input.ReturnConsumedCapacity) }
  },
}

function returned(input: UpdateInput, old: Item | undefined, next: Item): Item | undefined {
  const paths = input._updates?.paths ?? []
  switch (input.ReturnValues) {
    case 'ALL_OLD':
      return old
    case 'ALL_NEW':
      return next
    case 'UPDATED_OLD':
      return old && present(project(old, paths))
    case 'UPDATED_NEW':
      return present(project(next, paths))
    default:
      return undefined
  }
}

function present(item: Item): Item | undefined {
  return Object.keys(item).length === 0 ? undefined : item
}
