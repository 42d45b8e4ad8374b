import type { Engine } from '../engine.ts'
import { notFound } from '../refusal.ts'
import { tableArn } from './catalog.ts'
import type { View } from './schema.ts'
import { lastSequence } from './stream.ts'

/** A stream as it is kept: sequence numbers run over the whole file, `trimmed` is the highest that was let go. */
export interface StreamRow {
  readonly id: number
  readonly table_name: string
  readonly label: string
  readonly view: View
  readonly keys: string
  readonly created: number
  readonly first: number
  readonly trimmed: number
  readonly last: number | null
  readonly closed: number | null
}

/** Every stream has this one shard. */
export const shardId = 'shardId-00000000000000000000-00000000'

export function streamArn(engine: Engine, { table_name: name, label }: StreamRow): string {
  return `${tableArn(engine, name)}/stream/${label}`
}

export function streamAt(engine: Engine, arn: string): StreamRow {
  const [resource = '', label = ''] = arn.split('/stream/')
  const name = resource.slice(resource.lastIndexOf('/') + 1)
  const sql = 'SELECT * FROM streams WHERE table_name = ? AND label = ?'
  const stream = engine.db.first<StreamRow>(sql, name, label)
  if (stream === undefined || streamArn(engine, stream) !== arn) {
    throw notFound(`Requested resource not found: Stream: ${arn} not found`)
  }
  return stream
}

/** The first sequence number that can still be read. */
export function firstKept({ first, trimmed }: StreamRow): number {
  return Math.max(first, trimmed + 1)
}

/** Sequence numbers are at least 21 digits on the wire, and sort as text. */
export function sequenceText(sequence: number): string {
  return String(sequence).padStart(21, '0')
}

const day = 24 * 3600 * 1000

/** Lets go of records older than a day, and of streams that were closed before that. */
export function trimStreams(engine: Engine): void {
  const before = engine.clock() - day
  const oldest = engine.db.first<{ at: number }>('SELECT at FROM records ORDER BY sequence LIMIT 1')
  const closed = engine.db.first('SELECT id FROM streams WHERE closed < ? LIMIT 1', before)
  if ((oldest === undefined || oldest.at >= before) && closed === undefined) return
  engine.db.transaction(() => {
    const kept = engine.db.first<{ sequence: number }>(
      'SELECT sequence FROM records WHERE at >= ? ORDER BY sequence LIMIT 1',
      before,
    )
    const last = kept === undefined ? lastSequence(engine) : kept.sequence - 1
    engine.db.run('DELETE FROM records WHERE sequence <= ?', last)
    engine.db.run('UPDATE streams SET trimmed = ?', last)
    engine.db.run('DELETE FROM streams WHERE closed < ?', before)
  })
}
