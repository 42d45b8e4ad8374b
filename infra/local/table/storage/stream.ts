import type { Engine } from '../engine.ts'
import type { StreamInput } from '../operations/create-table.ts'
import { badParameter } from '../refusal.ts'
import type { Table, View } from './schema.ts'
import { keyAttributes } from './schema.ts'

export interface OpenStream {
  readonly id: number
  readonly label: string
  readonly view: View
}

/** Begins a stream of a table's changes, from now on. */
export function openStream(engine: Engine, table: Table, { StreamViewType: view }: StreamInput): OpenStream {
  if (view === undefined) throw badParameter('StreamViewType must be specified when StreamEnabled is true')
  const label = freeLabel(engine, table.name)
  const { id } = engine.db.run(
    'INSERT INTO streams (table_name, label, view, keys, created, first) VALUES (?, ?, ?, ?, ?, ?)',
    table.name,
    label,
    view,
    JSON.stringify(keySchemaOf(table)),
    engine.clock(),
    lastSequence(engine) + 1,
  )
  return { id, label, view }
}

/** Ends a stream; what it holds stays readable until it is trimmed. */
export function closeStream(engine: Engine, id: number): void {
  engine.db.run(
    'UPDATE streams SET closed = ?, last = ? WHERE id = ?',
    engine.clock(),
    lastSequence(engine),
    id,
  )
}

/** The highest sequence number ever given, over all streams of the file. */
export function lastSequence(engine: Engine): number {
  const row = engine.db.first<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'records'")
  return row?.seq ?? 0
}

function keySchemaOf(table: Table): readonly { AttributeName: string; KeyType: string }[] {
  return keyAttributes(table.keys).map(({ name }, i) => ({
    AttributeName: name,
    KeyType: i === 0 ? 'HASH' : 'RANGE',
  }))
}

/** A label is the time of birth; a table that gets two streams in one millisecond still needs two labels. */
function freeLabel(engine: Engine, table: string): string {
  for (let at = engine.clock(); ; at++) {
    const label = new Date(at).toISOString().slice(0, -1)
    const taken = engine.db.first('SELECT id FROM streams WHERE table_name = ? AND label = ?', table, label)
    if (taken === undefined) return label
  }
}
