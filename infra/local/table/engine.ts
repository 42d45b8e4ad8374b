import { operations } from './operations/operations.ts'
import { Refusal } from './refusal.ts'
import { readInput } from './request/request.ts'
import type { Database } from './storage/database.ts'
import { openDatabase } from './storage/database.ts'
import type { Table } from './storage/schema.ts'

/** Everything an operation may touch. Requests run one after another, so each sees the whole of the one before. */
export interface Engine {
  readonly db: Database
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly region: string
  readonly arn: string
  readonly parsed: Map<number, { readonly body: string; readonly table: Table }>
}

/** Opens the file (default `:memory:`). Throws when another process holds it. */
export function openEngine(file: string, clock: () => number): Engine {
  const region = 'cn-north-1'
  return {
    db: openDatabase(file),
    clock,
    region,
    arn: `arn:aws-cn:dynamodb:${region}:000000000000`,
    parsed: new Map(),
  }
}

/** Runs one operation by its wire name, whole or not at all. Throws `Refusal` for what the wire protocol can say. */
export function call(engine: Engine, name: string, body: unknown): object {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (operation === undefined) {
    throw new Refusal('UnknownOperationException', `The operation ${name} is not supported by this engine`)
  }
  const input = readInput(operation.request, name, body)
  if (operation.isRead) return operation.run(engine, input as never)
  return engine.db.transaction(() => operation.run(engine, input as never))
}
