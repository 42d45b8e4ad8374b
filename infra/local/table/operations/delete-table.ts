import * as remove from 'dynalite/validations/deleteTable.js'
import type { Engine } from '../engine.ts'
import { notFound, Refusal } from '../refusal.ts'
import { modern } from '../request/shape.ts'
import { findTable } from '../storage/catalog.ts'
import { closeStream } from '../storage/stream.ts'
import { description } from './description.ts'
import type { Operation } from './operations.ts'

/** DeleteTable: gone with its items and indexes; its stream ends and stays readable until trimmed. */
export const deleteTable: Operation = {
  request: { types: modern(remove.types), custom: remove.custom },
  run: (engine: Engine, { TableName: name }: { readonly TableName: string }) => {
    const table = findTable(engine, name)
    if (table === undefined) throw notFound(`Requested resource not found: Table: ${name} not found`)
    if (table.isProtected) {
      throw new Refusal(
        'ValidationException',
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      )
    }
    const told = description(engine, table, 'DELETING')
    if (table.stream !== undefined) closeStream(engine, table.stream.id)
    for (const { id } of table.indexes) {
      engine.db.run('DELETE FROM entries WHERE index_id = ?', id)
      engine.db.run('DELETE FROM indexes WHERE id = ?', id)
    }
    engine.db.run('DELETE FROM items WHERE table_id = ?', table.id)
    engine.db.run('DELETE FROM tables WHERE id = ?', table.id)
    return { TableDescription: told }
  },
}
