import type { Engine } from '../engine.ts'
import { invalid } from '../refusal.ts'
import { checkAction, transactGetShapes } from '../request/transact-shape.ts'
import { addressOf } from '../storage/address.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load } from '../storage/mutation.ts'
import { checkKey } from '../storage/schema.ts'
import type { Item } from '../values/attribute.ts'
import type { ParsedProjection } from '../values/expression.ts'
import { project } from '../values/path.ts'
import { itemSize } from '../values/size.ts'
import { placeOf } from './batch-write.ts'
import { Meter, readUnits } from './capacity.ts'
import { checkPaths } from './evaluate.ts'
import type { Operation } from './operations.ts'

interface Get {
  readonly TableName: string
  readonly Key: Item
  readonly _projection?: ParsedProjection
}
interface TransactGetInput {
  readonly TransactItems: readonly { readonly Get: Get }[]
  readonly ReturnConsumedCapacity?: string
}

const maxBytes = 4 * 1024 * 1024

/** TransactGetItems: up to 100 items as they stand at one moment; `{}` for one that is not there. */
export const transactGetItems: Operation = {
  request: {
    types: transactGetShapes,
    custom: (input: TransactGetInput) => {
      for (const item of input.TransactItems) {
        const problem = checkAction(item)
        if (problem !== undefined) return problem
      }
      return undefined
    },
  },
  isRead: true,
  run: (engine: Engine, input: TransactGetInput) => {
    const meter = new Meter('Read')
    const seen = new Set<string>()
    let bytes = 0
    const responses = input.TransactItems.map(({ Get: get }) => {
      const table = tableNamed(engine, get.TableName)
      checkKey(table.keys, get.Key)
      checkPaths(table, get._projection?.nestedPaths ?? {})
      const place = placeOf(table, addressOf(table.keys, get.Key))
      if (seen.has(place)) throw invalid('Transaction request cannot include multiple operations on one item')
      seen.add(place)
      const item = load(engine, table, get.Key)
      const size = item === undefined ? 0 : itemSize(item)
      bytes += size
      meter.add(table.name, readUnits(size, 'transactional'))
      if (item === undefined) return {}
      return { Item: get._projection ? project(item, get._projection.paths) : item }
    })
    if (bytes > maxBytes)
      throw invalid('Collection of items in the transaction exceeds the maximum size of 4 MB')
    const report = meter.report(input.ReturnConsumedCapacity)
    return { Responses: responses, ...(report && { ConsumedCapacity: report }) }
  },
}
