import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import type { Item } from '../values/attribute.ts'
import { addressOf, entryAddress } from './address.ts'
import { expiryOf, insertEntry, projectEntry } from './mutation.ts'
import type { Index, Table } from './schema.ts'
import { checkItem } from './schema.ts'

const chunk = 500

/** Visits every item of a table in chunks, so that the visitor may write. */
function visit(engine: Engine, table: Table, visitor: (rowid: number, item: Item) => void): void {
  const sql = 'SELECT rowid, body FROM items WHERE table_id = ? AND rowid > ? ORDER BY rowid LIMIT ?'
  for (let after = 0; ; ) {
    const rows = engine.db.all<{ rowid: number; body: string }>(sql, table.id, after, chunk)
    for (const { rowid, body } of rows) visitor(rowid, JSON.parse(body) as Item)
    if (rows.length < chunk) return
    after = rows.at(-1)?.rowid ?? after
  }
}

/** Fills a new index. An item whose attributes cannot be keys of it stays out, as it does in DynamoDB. */
export function backfillIndex(engine: Engine, table: Table, index: Index): void {
  visit(engine, table, (_, item) => {
    if (!fits(table, index, item)) return
    const at = entryAddress(index, item)
    if (at === undefined) return
    insertEntry(engine, index, at, addressOf(table.keys, item), projectEntry(table, index, item))
  })
}

function fits(table: Table, index: Index, item: Item): boolean {
  try {
    checkItem({ ...table, indexes: [index] }, item)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Notes the expiry of every item under a table's new TTL attribute. */
export function backfillExpiry(engine: Engine, table: Table): void {
  visit(engine, table, (rowid, item) => {
    engine.db.run('UPDATE items SET expires = ? WHERE rowid = ?', expiryOf(table.ttl, item), rowid)
  })
}
