import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export { isAlive } from '../../infra/local/run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `npm start` as a process, with what it said so far. */
export type Started = {
  readonly process: ChildProcess
  readonly said: () => string
  /** Address that was announced. */
  readonly origin: string
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export const run = (
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
) => {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const over = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, said: () => text, over }
}

/** The functions as they ship, behind a gateway (`npm run lambda`); and all of it in one process (`npm start`). */
export const asShipped = ['--lambda'] as const
export const inOneProcess = [] as const

/** Starts the system and waits until it announces its address. Throws what it said if it ends before. */
export const start = async (
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = asShipped,
): Promise<Started> => {
  const { child, said, over } = run('infra/local/start.ts', args, environment)
  let code: number | null | undefined
  void over.then((end) => {
    code = end
  })
  while (!said().includes('重新开始：')) {
    if (code !== undefined) throw new Error(`start ended with ${code}:\n${said()}`)
    await wait(50)
  }
  return {
    process: child,
    said,
    origin: /打开 {2}(http:\/\/\S+)\//.exec(said())?.[1] ?? '',
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return over
    },
  }
}

/** A folder that is gone after the tests. */
export const temporaryFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-start-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Every test process has sixteen ports of its own, below those that a machine gives to whoever names none. */
let next = 16_384 + (process.pid % 1000) * 16

/** A port that is free, and that nobody else takes until it is bound. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = next++
    const server = await occupy(port).catch(() => undefined)
    if (!server) continue
    await new Promise((done) => server.close(done))
    return port
  }
}

export const occupy = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Process ids of all children; Linux only. */
export const childPids = async (pid: number): Promise<readonly number[]> => {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return list.trim().split(' ').filter(Boolean).map(Number)
}

/** The same by the script they run. */
export const childrenOf = async (pid: number): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>()
  for (const child of await childPids(pid)) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8')
    const script = command.split('\0').find((part) => /(system|serve)\.ts$/.test(part)) ?? command
    found.set(script.slice(script.lastIndexOf('/') + 1), child)
  }
  return found
}

/** Asks until it is so, at most `seconds`. */
export const until = async (is: () => boolean | Promise<boolean>, seconds = 60): Promise<void> => {
  const end = Date.now() + seconds * 1000
  while (!(await is())) {
    if (Date.now() > end) throw new Error('it never became so')
    await wait(50)
  }
}
