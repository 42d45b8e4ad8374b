import type { Engine } from '../engine.ts'
import { notFound } from '../refusal.ts'
import type { Table } from './schema.ts'

interface Row {
  readonly id: number
  readonly body: string
}

/** The table of that name, or undefined. */
export function findTable(engine: Engine, name: string): Table | undefined {
  const row = engine.db.first<Row>('SELECT id, body FROM tables WHERE name = ?', name)
  if (row === undefined) return undefined
  const known = engine.parsed.get(row.id)
  if (known?.body === row.body) return known.table
  const table = { ...(JSON.parse(row.body) as Omit<Table, 'id'>), id: row.id }
  engine.parsed.set(row.id, { body: row.body, table })
  return table
}

/** The table of that name; ResourceNotFoundException without it. */
export function tableNamed(engine: Engine, name: string): Table {
  const table = findTable(engine, name)
  if (table === undefined) throw notFound()
  return table
}

export function insertTable(engine: Engine, table: Omit<Table, 'id'>): Table {
  const { id } = engine.db.run(
    'INSERT INTO tables (name, body) VALUES (?, ?)',
    table.name,
    JSON.stringify(table),
  )
  return { ...table, id }
}

export function saveTable(engine: Engine, table: Table): void {
  const { id, ...body } = table
  engine.db.run('UPDATE tables SET body = ? WHERE id = ?', JSON.stringify(body), id)
}

export function newIndexId(engine: Engine, tableId: number): number {
  return engine.db.run('INSERT INTO indexes (table_id) VALUES (?)', tableId).id
}

export function tableArn(engine: Engine, name: string): string {
  return `${engine.arn}:table/${name}`
}
