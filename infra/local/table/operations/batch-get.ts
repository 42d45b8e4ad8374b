import * as shape from 'dynalite/validations/batchGetItem.js'
import type { Engine } from '../engine.ts'
import { modern } from '../request/shape.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load } from '../storage/mutation.ts'
import { checkKey } from '../storage/schema.ts'
import type { Item } from '../values/attribute.ts'
import type { ParsedProjection } from '../values/expression.ts'
import { project } from '../values/path.ts'
import { itemSize } from '../values/size.ts'
import { Meter, readUnits } from './capacity.ts'
import { checkPaths } from './evaluate.ts'
import type { Operation } from './operations.ts'

interface TableKeys {
  readonly Keys: readonly Item[]
  readonly ConsistentRead?: boolean
  readonly _projection?: ParsedProjection
}
interface BatchGetInput {
  readonly RequestItems: Readonly<Record<string, TableKeys>>
  readonly ReturnConsumedCapacity?: string
}

const maxBytes = 16 * 1024 * 1024

/** BatchGetItem: up to 100 items; what goes beyond 16 MB comes back under UnprocessedKeys. */
export const batchGetItem: Operation = {
  request: { types: modern(shape.types), custom: shape.custom },
  isRead: true,
  run: (engine: Engine, input: BatchGetInput) => {
    const meter = new Meter()
    const responses: Record<string, Item[]> = {}
    const unprocessed: Record<string, { Keys: Item[] }> = {}
    let bytes = 0
    for (const [name, request] of Object.entries(input.RequestItems)) {
      const table = tableNamed(engine, name)
      checkPaths(table, request._projection?.nestedPaths ?? {})
      for (const key of request.Keys) checkKey(table.keys, key)
      const found: Item[] = []
      responses[name] = found
      for (const key of request.Keys) {
        const item = load(engine, table, key)
        const size = item === undefined ? 0 : itemSize(item)
        if (bytes + size > maxBytes) {
          const left = unprocessed[name] ?? { ...withoutParsed(request), Keys: [] }
          unprocessed[name] = left
          left.Keys.push(key)
          continue
        }
        bytes += size
        meter.add(name, readUnits(size, request.ConsistentRead ? 'strong' : 'eventual'))
        if (item !== undefined)
          found.push(request._projection ? project(item, request._projection.paths) : item)
      }
    }
    const report = meter.report(input.ReturnConsumedCapacity)
    return {
      Responses: responses,
      UnprocessedKeys: unprocessed,
      ...(report && { ConsumedCapacity: report }),
    }
  },
}

function withoutParsed({ _projection, ...request }: TableKeys): Omit<TableKeys, '_projection'> {
  return request
}
