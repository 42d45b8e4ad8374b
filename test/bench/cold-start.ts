import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './bundle.ts'

type Time = {
  /** Milliseconds by the clock on the wall. */
  readonly wall: number
  /** Milliseconds of processor time of the main thread. */
  readonly processor: number
}

/** One start of a function in a fresh process. */
export type ColdStart = {
  readonly bytes: number
  /** Of the import alone. */
  readonly import: Time
  /** From the start of the process to the answered event. */
  readonly first: Time
  readonly status: number
  /** The most memory that the process ever held, KB. */
  readonly memory: number
}

/** What the platform's own loader does, no more. The clock of a process begins with it. */
const script = (event: object) => `
  const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000 }
  const before = { wall: performance.now(), processor: used() }
  const { handler } = await import('./index.mjs')
  const imported = { wall: performance.now() - before.wall, processor: used() - before.processor }
  const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 10_000 }
  const { statusCode: status } = await handler(${JSON.stringify(event)}, context)
  const first = { wall: performance.now(), processor: used() }
  const memory = process.resourceUsage().maxRSS
  console.log('\\n' + JSON.stringify({ import: imported, first, status, memory }))
`

const eventOf = (path: string): object => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'api.test' },
  requestContext: {
    http: { method: 'GET', path },
    domainName: 'api.test',
    requestId: 'r',
    stage: '$default',
  },
  isBase64Encoded: false,
})

/** Starts the function of a folder, asks it once without a token, and lets it go. */
export const coldStart = (asset: string, path: string): ColdStart => {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script(eventOf(path))], {
    cwd: asset,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      ...settings,
      LAMBDA_TASK_ROOT: asset,
      NODE_OPTIONS: '--disallow-code-generation-from-strings',
    },
  })
  const measured = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Omit<ColdStart, 'bytes'>
  return { ...measured, bytes: statSync(join(asset, 'index.mjs')).size }
}
