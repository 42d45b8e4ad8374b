import type { Engine } from './engine.ts'
import { openEngine } from './engine.ts'
import { sweepExpired } from './operations/ttl.ts'
import type { Intercept } from './server.ts'
import { listen } from './server.ts'
import { trimStreams } from './storage/shard.ts'
import { trimTokens } from './storage/token.ts'

export { Refusal } from './refusal.ts'
export type { Intercept } from './server.ts'
export { wireCall } from './wire.ts'

export interface TableOptions {
  /** Where the data lives; default `:memory:`. */
  readonly file?: string
  /** Default: a free one. */
  readonly port?: number
  /** Milliseconds since 1970; default the system's. */
  readonly clock?: () => number
  /** Sees every request first; what it returns is the answer. */
  readonly intercept?: Intercept
  /** Milliseconds between two sweeps for what has expired; default none: rows of another day's clock would go. */
  readonly sweepEvery?: number
}

export interface RunningTable {
  readonly endpoint: string
  readonly port: number
  /** Finishes what runs, then closes the file. */
  readonly stop: () => Promise<void>
}

/** Starts the table engine inside this process, on 127.0.0.1. Rejects when the port is taken or the file is held. */
export async function startTable(options: TableOptions = {}): Promise<RunningTable> {
  const engine = openEngine(options.file ?? ':memory:', options.clock ?? Date.now)
  try {
    const server = await listen(engine, options.port ?? 0, options.intercept)
    const every = options.sweepEvery
    const timer = every === undefined ? undefined : setInterval(() => sweep(engine), every).unref()
    return {
      endpoint: `http://127.0.0.1:${server.port}`,
      port: server.port,
      stop: async () => {
        clearInterval(timer)
        await server.stop()
        engine.db.close()
      },
    }
  } catch (error) {
    engine.db.close()
    throw error
  }
}

/** Housekeeping between requests; what goes wrong here is told and tried again, and stops nothing. */
function sweep(engine: Engine): void {
  try {
    for (let rounds = 0; rounds < 10 && sweepExpired(engine) > 0; rounds++);
    trimStreams(engine)
    trimTokens(engine)
  } catch (error) {
    console.error(error)
  }
}
