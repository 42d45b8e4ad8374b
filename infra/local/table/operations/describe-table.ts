import * as describe from 'dynalite/validations/describeTable.js'
import * as listing from 'dynalite/validations/listTables.js'
import type { Engine } from '../engine.ts'
import { notFound } from '../refusal.ts'
import { modern } from '../request/shape.ts'
import { findTable } from '../storage/catalog.ts'
import { description } from './description.ts'
import type { Operation } from './operations.ts'

export const describeTable: Operation = {
  request: { types: modern(describe.types), custom: describe.custom },
  isRead: true,
  run: (engine: Engine, { TableName: name }: { readonly TableName: string }) => {
    const table = findTable(engine, name)
    if (table === undefined) throw notFound(`Requested resource not found: Table: ${name} not found`)
    return { Table: description(engine, table, 'ACTIVE') }
  },
}

interface ListInput {
  readonly ExclusiveStartTableName?: string
  readonly Limit?: number
}

/** ListTables: by name, at most 100 at once. */
export const listTables: Operation = {
  request: { types: modern(listing.types), custom: listing.custom },
  isRead: true,
  run: (engine: Engine, { ExclusiveStartTableName: after = '', Limit: limit = 100 }: ListInput) => {
    const sql = 'SELECT name FROM tables WHERE name > ? ORDER BY name LIMIT ?'
    const names = engine.db.all<{ name: string }>(sql, after, limit + 1).map(({ name }) => name)
    const page = names.slice(0, limit)
    return { TableNames: page, ...(names.length > limit && { LastEvaluatedTableName: page.at(-1) }) }
  },
}
