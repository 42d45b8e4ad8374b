import { type Environment, environment, type Runnable } from './environment.ts'
import { type Outcome, payloadLimit } from './runtime-api.ts'

export type Pool = {
  /** Runs one event (JSON). More than `payloadLimit` bytes are for the caller to refuse. */
  invoke(event: string): Promise<Outcome>
  /** How many processes there are now. */
  readonly size: () => number
  stop(): Promise<void>
}

/**
 * A function with as many processes as it has events at once, at most `most`; further events wait their turn. A process
 * starts with the first event that needs it, stays for the next, and is replaced when it died.
 */
export const pool = (run: Runnable, most = 4): Pool => {
  const all = new Set<Environment>()
  const idle: Environment[] = []
  const queue: (() => void)[] = []
  let starting = 0
  let stopped = false

  const free = async (): Promise<Environment | undefined> => {
    for (;;) {
      if (stopped) return undefined
      const ready = idle.pop()
      if (ready?.isAlive()) return ready
      if (ready) {
        all.delete(ready)
        continue
      }
      if (all.size + starting < most) {
        starting += 1
        try {
          const fresh = await environment(run)
          all.add(fresh)
          if (!stopped) return fresh
          await fresh.stop()
        } finally {
          starting -= 1
        }
        return undefined
      }
      await new Promise<void>((turn) => queue.push(turn))
    }
  }

  return {
    async invoke(event) {
      if (Buffer.byteLength(event) > payloadLimit) throw new RangeError('the event is too large')
      const one = await free()
      if (!one) return { kind: 'error', type: 'Stopped', message: '' }
      try {
        return await one.invoke(event)
      } finally {
        if (one.isAlive()) idle.push(one)
        else all.delete(one)
        queue.shift()?.()
      }
    },
    size: () => all.size,
    async stop() {
      stopped = true
      for (const turn of queue.splice(0)) turn()
      await Promise.all([...all].map((one) => one.stop()))
    },
  }
}
