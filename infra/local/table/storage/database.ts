import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { DatabaseSync } from 'node:sqlite'

/** The one file. Keys are bytes that sort as DynamoDB sorts; `bucket` is a hash of the partition key, so a scan has its order. */
const schema = `
  CREATE TABLE IF NOT EXISTS tables (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, table_id INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS items (
    table_id INTEGER NOT NULL, bucket INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL,
    expires REAL, size INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (table_id, bucket, hash, range));
  CREATE INDEX IF NOT EXISTS expiring ON items (expires) WHERE expires IS NOT NULL;
  CREATE TABLE IF NOT EXISTS entries (
    index_id INTEGER NOT NULL, bucket INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL,
    item_hash BLOB NOT NULL, item_range BLOB NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (index_id, bucket, hash, range, item_hash, item_range));
  CREATE TABLE IF NOT EXISTS streams (
    id INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT NOT NULL, label TEXT NOT NULL, view TEXT NOT NULL,
    keys TEXT NOT NULL, created REAL NOT NULL, first INTEGER NOT NULL, trimmed INTEGER NOT NULL DEFAULT 0, last INTEGER, closed REAL);
  CREATE TABLE IF NOT EXISTS records (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, stream_id INTEGER NOT NULL, at REAL NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS records_of_stream ON records (stream_id, sequence);
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, at REAL NOT NULL, digest TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS tokens_by_age ON tokens (at);
`

export type Row = Record<string, SQLInputValue>

export interface Database {
  /** First row or undefined. */
  first<T>(sql: string, ...values: readonly SQLInputValue[]): T | undefined
  all<T>(sql: string, ...values: readonly SQLInputValue[]): readonly T[]
  /** Rows one by one, so that a page can stop. Nothing may be written while they are read. */
  each<T>(sql: string, ...values: readonly SQLInputValue[]): Iterable<T>
  run(sql: string, ...values: readonly SQLInputValue[]): { readonly changes: number; readonly id: number }
  /** All or nothing, on disk (WAL, synchronous FULL) before it returns. */
  transaction<T>(work: () => T): T
  close(): void
}

/** Opens or makes the file; `:memory:` keeps nothing. Throws when another process holds the file. */
export function openDatabase(file: string): Database {
  const db = new DatabaseSync(file)
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`)
  } catch (error) {
    db.close()
    throw error
  }
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    first: <T>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepared(sql).get(...values) as T | undefined,
    all: <T>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepared(sql).all(...values) as unknown as readonly T[],
    each: <T>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepared(sql).iterate(...values) as Iterable<T>,
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = prepared(sql).run(...values)
      return { changes: Number(changes), id: Number(lastInsertRowid) }
    },
    transaction: (work) => {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    close: () => db.close(),
  }
}
