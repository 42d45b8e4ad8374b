import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const tether = fileURLToPath(new URL('tether.ts', import.meta.url))

export type ChildOptions = {
  readonly args?: readonly string[]
  /** Flags of Node itself. */
  readonly flags?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly output?: 'inherit' | 'pipe'
}

/**
 * Starts a script on this Node, tethered to us. It gets a process group of its own, so that Ctrl-C reaches only the
 * parent, which then stops its children in order.
 */
export const spawnChild = (script: string, options: ChildOptions = {}): ChildProcess =>
  spawn(process.execPath, [...(options.flags ?? []), '--import', tether, script, ...(options.args ?? [])], {
    detached: true,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', options.output ?? 'inherit', options.output ?? 'inherit', 'ipc'],
  })

/** Resolves with the exit code, or the signal's name, when the child has ended. */
export const ended = (child: ChildProcess): Promise<number | NodeJS.Signals> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode ?? (child.signalCode as NodeJS.Signals))
    : new Promise((resolve) => {
        child.once('exit', (code, signal) => resolve(code ?? (signal as NodeJS.Signals)))
        child.once('error', () => resolve(1))
      })

/** Asks the child to end, and after fifteen seconds makes it: a busy machine needs a while to end in order. */
export const stopChild = async (child: ChildProcess): Promise<void> => {
  const over = ended(child)
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await over
  clearTimeout(timer)
}
