import * as get from 'dynalite/validations/getItem.js'
import { consumed, Meter, readUnits } from './capacity.ts'
import { tableNamed } from './catalog.ts'
import type { Engine } from './engine.ts'
import { checkPaths } from './evaluate.ts'
import type { GetInput } from './item-input.ts'
import { load } from './mutation.ts'
import type { Operation } from './operations.ts'
import { project } from './path.ts'
import { checkKey } from './schema.ts'
import { modern } from './shape.ts'
import { itemSize } from './size.ts'

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
