import type { Engine } from '../engine.ts'
import type { WriteCost } from '../operations/capacity.ts'
import { writeUnits } from '../operations/capacity.ts'
import type { Attribute, Item } from '../values/attribute.ts'
import { equalItems, field } from '../values/attribute.ts'
import { itemSize } from '../values/size.ts'
import type { Address } from './address.ts'
import { addressOf, entryAddress } from './address.ts'
import { recordChange } from './record.ts'
import type { Index, Table } from './schema.ts'
import { keyAttributes } from './schema.ts'

/** The row that stands under a key, if any. */
export function load(engine: Engine, table: Table, key: Item): Item | undefined {
  const { bucket, hash, range } = addressOf(table.keys, key)
  const row = engine.db.first<{ body: string }>(
    'SELECT body FROM items WHERE table_id = ? AND bucket = ? AND hash = ? AND range = ?',
    table.id,
    bucket,
    hash,
    range,
  )
  return row && (JSON.parse(row.body) as Item)
}

export interface Change {
  readonly table: Table
  readonly old: Item | undefined
  readonly next: Item | undefined
  /** True when the row expired and nobody asked for it. */
  readonly isExpiry?: boolean
}

/** Puts, changes or deletes one row with its index entries and stream record. Must run inside a transaction. */
export function mutate(engine: Engine, change: Change): WriteCost {
  const { table, old, next } = change
  const standing = next ?? old
  if (standing === undefined) return { table: 1, indexes: {} }
  const address = addressOf(table.keys, standing)
  if (next !== undefined) putRow(engine, table, address, next)
  else deleteRow(engine, table, address)
  const indexes: Record<string, number> = {}
  for (const index of table.indexes) {
    const units = moveEntry(engine, table, index, address, old, next)
    if (units > 0) indexes[index.name] = units
  }
  recordChange(engine, change)
  return { table: writeUnits(Math.max(sizeOf(old), sizeOf(next))), indexes }
}

function sizeOf(item: Item | undefined): number {
  return item === undefined ? 0 : itemSize(item)
}

function putRow(engine: Engine, table: Table, { bucket, hash, range }: Address, item: Item): void {
  engine.db.run(
    `INSERT INTO items (table_id, bucket, hash, range, expires, size, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET expires = excluded.expires, size = excluded.size, body = excluded.body`,
    table.id,
    bucket,
    hash,
    range,
    expiryOf(table.ttl, item),
    itemSize(item),
    JSON.stringify(item),
  )
}

function deleteRow(engine: Engine, table: Table, { bucket, hash, range }: Address): void {
  engine.db.run(
    'DELETE FROM items WHERE table_id = ? AND bucket = ? AND hash = ? AND range = ?',
    table.id,
    bucket,
    hash,
    range,
  )
}

/** Seconds since 1970 when the item may go, or null. Anything but a number never expires. */
export function expiryOf(ttl: string | undefined, item: Item): number | null {
  const value = ttl === undefined ? undefined : field(item, ttl)?.N
  return value === undefined ? null : Number(value)
}

/** What of an item an index carries. */
export function projectEntry(table: Table, index: Index, item: Item): Item {
  if (index.projection === 'ALL') return item
  const keys = [...keyAttributes(table.keys), ...keyAttributes(index.keys)].map(({ name }) => name)
  const entry: Item = {}
  for (const name of [...keys, ...index.include]) {
    const value = field(item, name)
    if (value !== undefined) entry[name] = value as Attribute
  }
  return entry
}

export function insertEntry(engine: Engine, index: Index, at: Address, item: Address, entry: Item): void {
  engine.db.run(
    'INSERT INTO entries (index_id, bucket, hash, range, item_hash, item_range, size, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    index.id,
    at.bucket,
    at.hash,
    at.range,
    item.hash,
    item.range,
    itemSize(entry),
    JSON.stringify(entry),
  )
}

/** Write units: nothing when the entry stays as it was, two writes when its key moves. */
function moveEntry(
  engine: Engine,
  table: Table,
  index: Index,
  item: Address,
  old: Item | undefined,
  next: Item | undefined,
): number {
  const from = old && entryAddress(index, old)
  const to = next && entryAddress(index, next)
  const before = old && from && projectEntry(table, index, old)
  const after = next && to && projectEntry(table, index, next)
  if (before && after && equalItems(before, after)) return 0
  if (from) {
    engine.db.run(
      `DELETE FROM entries WHERE index_id = ? AND bucket = ? AND hash = ? AND range = ?
       AND item_hash = ? AND item_range = ?`,
      index.id,
      from.bucket,
      from.hash,
      from.range,
      item.hash,
      item.range,
    )
  }
  if (to && after) insertEntry(engine, index, to, item, after)
  const isInPlace = from && to && from.hash.equals(to.hash) && from.range.equals(to.range)
  if (isInPlace) return writeUnits(Math.max(sizeOf(before), sizeOf(after)))
  return (before ? writeUnits(sizeOf(before)) : 0) + (after ? writeUnits(sizeOf(after)) : 0)
}
