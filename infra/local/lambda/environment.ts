import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ended } from '../process/child.ts'
import { type Outcome, runtimeApi } from './runtime-api.ts'

const own = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A function, ready to be run. */
export type Runnable = {
  readonly name: string
  readonly arn: string
  /** Folder of its asset: `index.mjs`, which exports `handler`, and what it carries. */
  readonly asset: string
  /** Seconds until an invocation is cut off. */
  readonly seconds: number
  /** Its environment, whole. Nothing of ours is handed on. */
  readonly settings: Readonly<Record<string, string>>
  /** Told every line that it prints. */
  readonly say: (line: string) => void
}

/** One process of a function. It serves one event at a time. */
export type Environment = {
  readonly isAlive: () => boolean
  invoke(event: string): Promise<Outcome>
  stop(): Promise<void>
}

/** Starts a process. It is cut off when an invocation takes too long, and gone when it dies; nobody starts it again here. */
export const environment = async (run: Runnable): Promise<Environment> => {
  const api = await runtimeApi(run.arn)
  const child = spawn(process.execPath, ['--import', own('../process/tether.ts'), own('bootstrap.ts')], {
    detached: true,
    cwd: run.asset,
    env: {
      ...run.settings,
      AWS_LAMBDA_FUNCTION_NAME: run.name,
      AWS_LAMBDA_RUNTIME_API: api.address,
      LAMBDA_TASK_ROOT: run.asset,
      TZ: ':UTC',
      _HANDLER: 'index.handler',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', run.say)
  let alive = true
  const over = ended(child).then((how) => {
    alive = false
    api.end({ kind: 'error', type: 'Runtime.ExitError', message: `ended with ${how}` })
  })
  const stop = async (): Promise<void> => {
    alive = false
    child.kill('SIGKILL')
    await over
  }

  return {
    isAlive: () => alive && !api.isOver(),
    async invoke(event) {
      const outcome = await api.invoke(event, run.seconds)
      if (outcome.kind === 'timeout') await stop()
      return outcome
    },
    stop,
  }
}
