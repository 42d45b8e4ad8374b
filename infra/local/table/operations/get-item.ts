import * as get from 'dynalite/validations/getItem.js'
import type { Engine } from '../engine.ts'
import type { GetInput } from '../request/item-input.ts'
import { modern } from '../request/shape.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load } from '../storage/mutation.ts'
import { checkKey } from '../storage/schema.ts'
import { project } from '../values/path.ts'
import { itemSize } from '../values/size.ts'
import { consumed, Meter, readUnits } from './capacity.ts'
import { checkPaths } from './evaluate.ts'
import type { Operation } from './operations.ts'

/** GetItem: one item, or none; the projection does not make it cheaper. */
export const getItem: Operation = {
  request: { types: modern(get.types), custom: get.custom },
  isRead: true,
  run: (engine: Engine, input: GetInput) => {
    const table = tableNamed(engine, input.TableName)
    checkKey(table.keys, input.Key)
    checkPaths(table, input._projection?.nestedPaths ?? {})
    const item = load(engine, table, input.Key)
    const meter = new Meter()
    const size = item === undefined ? 0 : itemSize(item)
    meter.add(table.name, readUnits(size, input.ConsistentRead ? 'strong' : 'eventual'))
    const paths = input._projection?.paths
    return {
      ...(item && { Item: paths === undefined ? item : project(item, paths) }),
      ...consumed(meter, input.ReturnConsumedCapacity),
    }
  },
}
