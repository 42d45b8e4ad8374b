import type { SQLInputValue } from 'node:sqlite'
import * as shape from 'dynalite/validations/scan.js'
import type { Engine } from '../engine.ts'
import { invalid } from '../refusal.ts'
import { modern } from '../request/shape.ts'
import type { Start } from '../request/start-key.ts'
import { readStart } from '../request/start-key.ts'
import { tableNamed } from '../storage/catalog.ts'
import type { Index, Table } from '../storage/schema.ts'
import type { Operation } from './operations.ts'
import type { PageInput, Rows } from './page.ts'
import { checkSelection, indexNamed, readPage } from './page.ts'

interface ScanInput extends PageInput {
  readonly Segment?: number
  readonly TotalSegments?: number
}

const buckets = 2 ** 32

/** Scan: every item of a table or index, by the hash of its partition key; segments are ranges of that hash. */
export const scan: Operation = {
  request: {
    types: modern(shape.types, {
      ConsistentRead: 'Boolean',
      TotalSegments: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: 1_000_000 },
    }),
    custom: shape.custom,
  },
  isRead: true,
  run: (engine: Engine, input: ScanInput) => {
    const table = tableNamed(engine, input.TableName)
    const index = indexNamed(table, input)
    checkSelection(table, index, input)
    const start = readStart(table, index, input.ExclusiveStartKey)
    return readPage(engine, table, index, input, rowsOf(table, index, input, start))
  },
}

function rowsOf(table: Table, index: Index | undefined, input: ScanInput, start: Start | undefined): Rows {
  const where = [index === undefined ? 'table_id = ?' : 'index_id = ?']
  const values: SQLInputValue[] = [index?.id ?? table.id]
  const { Segment: segment = 0, TotalSegments: segments = 1 } = input
  const low = Math.ceil((buckets * segment) / segments)
  const high = Math.ceil((buckets * (segment + 1)) / segments) - 1
  if (segments > 1) {
    where.push('bucket BETWEEN ? AND ?')
    values.push(Math.max(low, start?.at.bucket ?? low), high)
  }
  const columns = ['bucket', 'hash', 'range', ...(index === undefined ? [] : ['item_hash', 'item_range'])]
  if (start !== undefined) {
    if (start.at.bucket < low || start.at.bucket > high) {
      throw invalid(
        'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct ' +
          `Segment. TotalSegments: ${segments} Segment: ${segment}`,
      )
    }
    where.push(`(${columns.join(', ')}) > (${columns.map(() => '?').join(', ')})`)
    values.push(start.at.bucket, start.at.hash, start.at.range)
    if (index !== undefined) values.push(start.item.hash, start.item.range)
  }
  return { where, values, order: columns.join(', ') }
}
