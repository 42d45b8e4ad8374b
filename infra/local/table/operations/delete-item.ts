import * as remove from 'dynalite/validations/deleteItem.js'
import type { Engine } from '../engine.ts'
import { invalid } from '../refusal.ts'
import type { KeyedInput } from '../request/item-input.ts'
import { modern, onConditionFailure } from '../request/shape.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load, mutate } from '../storage/mutation.ts'
import { consumed, Meter } from './capacity.ts'
import { checkCondition, checkKeyed } from './evaluate.ts'
import type { Operation } from './operations.ts'

export const deleteRequest = {
  types: modern(remove.types, { ReturnValuesOnConditionCheckFailure: onConditionFailure }),
  custom: remove.custom,
}

/** DeleteItem: deletes the item under a key; one that is not there is no error. */
export const deleteItem: Operation = {
  request: deleteRequest,
  run: (engine: Engine, input: KeyedInput) => {
    if (!['NONE', 'ALL_OLD', undefined].includes(input.ReturnValues)) {
      throw invalid('Return values set to invalid value')
    }
    const table = tableNamed(engine, input.TableName)
    checkKeyed(table, input)
    const old = load(engine, table, input.Key)
    checkCondition(table, input, old)
    const cost = mutate(engine, { table, old, next: undefined })
    const meter = new Meter()
    meter.add(table.name, cost.table, cost.indexes)
    return {
      ...(input.ReturnValues === 'ALL_OLD' && old && { Attributes: old }),
      ...consumed(meter, input.ReturnConsumedCapacity),
    }
  },
}
