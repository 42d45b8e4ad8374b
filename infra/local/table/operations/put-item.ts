import * as put from 'dynalite/validations/putItem.js'
import type { Engine } from '../engine.ts'
import type { PutInput } from '../request/item-input.ts'
import { modern, onConditionFailure } from '../request/shape.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load, mutate } from '../storage/mutation.ts'
import { consumed, Meter } from './capacity.ts'
import { checkCondition, checkPut } from './evaluate.ts'
import type { Operation } from './operations.ts'

export const putRequest = {
  types: modern(put.types, { ReturnValuesOnConditionCheckFailure: onConditionFailure }),
  custom: put.custom,
}

/** PutItem: replaces the whole item under its key. */
export const putItem: Operation = {
  request: putRequest,
  run: (engine: Engine, input: PutInput) => {
    const table = tableNamed(engine, input.TableName)
    checkPut(table, input)
    const old = load(engine, table, input.Item)
    checkCondition(table, input, old)
    const cost = mutate(engine, { table, old, next: input.Item })
    const meter = new Meter()
    meter.add(table.name, cost.table, cost.indexes)
    return {
      ...(input.ReturnValues === 'ALL_OLD' && old && { Attributes: old }),
      ...consumed(meter, input.ReturnConsumedCapacity),
    }
  },
}
