import * as describe from 'dynalite/validations/describeTimeToLive.js'
import type { Engine } from '../engine.ts'
import { invalid } from '../refusal.ts'
import { modern, struct, tableName } from '../request/shape.ts'
import { backfillExpiry } from '../storage/backfill.ts'
import { saveTable, tableNamed } from '../storage/catalog.ts'
import { mutate } from '../storage/mutation.ts'
import type { Table } from '../storage/schema.ts'
import type { Item } from '../values/attribute.ts'
import type { Operation } from './operations.ts'

interface UpdateInput {
  readonly TableName: string
  readonly TimeToLiveSpecification: { readonly Enabled: boolean; readonly AttributeName: string }
}

export const describeTimeToLive: Operation = {
  request: { types: modern(describe.types), custom: describe.custom },
  isRead: true,
  run: (engine: Engine, { TableName: name }: { readonly TableName: string }) => {
    const { ttl } = tableNamed(engine, name)
    const on = { TimeToLiveStatus: 'ENABLED', AttributeName: ttl }
    return { TimeToLiveDescription: ttl === undefined ? { TimeToLiveStatus: 'DISABLED' } : on }
  },
}

/** UpdateTimeToLive: takes effect at once, also on the items that are there already. */
export const updateTimeToLive: Operation = {
  request: {
    types: {
      TableName: tableName,
      TimeToLiveSpecification: struct(
        'TimeToLiveSpecification',
        {
          Enabled: { type: 'Boolean', notNull: true },
          AttributeName: {
            type: 'String',
            notNull: true,
            lengthGreaterThanOrEqual: 1,
            lengthLessThanOrEqual: 255,
          },
        },
        true,
      ),
    },
  },
  run: (engine: Engine, { TableName: name, TimeToLiveSpecification: wanted }: UpdateInput) => {
    const { ttl: current, ...rest } = tableNamed(engine, name)
    if (wanted.Enabled && current !== undefined) throw invalid('TimeToLive is already enabled')
    if (!wanted.Enabled && current === undefined) throw invalid('TimeToLive is already disabled')
    if (!wanted.Enabled && current !== wanted.AttributeName) {
      throw invalid('TimeToLive is active on a different AttributeName')
    }
    const table: Table = wanted.Enabled ? { ...rest, ttl: wanted.AttributeName } : rest
    saveTable(engine, table)
    backfillExpiry(engine, table)
    return { TimeToLiveSpecification: wanted }
  },
}

const fiveYears = 5 * 365 * 24 * 3600
const batch = 100

/**
 * Deletes what has expired, at most 100 items in one transaction; gives the number that went.
 * Times more than five years back are left alone, as DynamoDB leaves them: they are rarely meant.
 */
export function sweepExpired(engine: Engine): number {
  const now = engine.clock() / 1000
  return engine.db.transaction(() => {
    const due = engine.db.all<{ name: string; body: string }>(
      `SELECT tables.name, items.body FROM items JOIN tables ON tables.id = items.table_id
       WHERE expires IS NOT NULL AND expires < ? AND expires > ? LIMIT ?`,
      now,
      now - fiveYears,
      batch,
    )
    for (const { name, body } of due) {
      const old = JSON.parse(body) as Item
      mutate(engine, { table: tableNamed(engine, name), old, next: undefined, isExpiry: true })
    }
    return due.length
  })
}
