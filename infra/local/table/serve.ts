import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startTable } from './index.ts'

/**
 * The table engine as a process of its own: `YIHU_TABLE_PORT` (0 or unset: a free port), `YIHU_DATA` (folder).
 * Prints `table http://127.0.0.1:<port>` when it can be asked. It makes no table by itself. Goes with its parent.
 */
async function serve(): Promise<void> {
  const port = portFrom(process.env.YIHU_TABLE_PORT)
  // What lies in the file concerns people: only this user may read it.
  process.umask(0o077)
  const folder = process.env.YIHU_DATA || '.data'
  mkdirSync(folder, { recursive: true })
  const table = await startTable({ file: join(folder, 'table.sqlite'), port, sweepEvery: 2000 })
  const stop = () => {
    table.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  console.log(`table ${table.endpoint}`)
}

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port
  throw new Error(`YIHU_TABLE_PORT is "${text}", which is not a port`)
}

/** What a person reads when the engine cannot start. */
function reasonOf(error: unknown): string {
  const { code, errcode, message } = error as { code?: string; errcode?: number; message: string }
  if (code === 'EADDRINUSE')
    return `port ${process.env.YIHU_TABLE_PORT} is taken; choose another YIHU_TABLE_PORT`
  const isHeld = errcode === 5
  return isHeld ? `another table engine is using the data in ${process.env.YIHU_DATA || '.data'}` : message
}

try {
  await serve()
} catch (error) {
  console.error(`table: ${reasonOf(error)}`)
  process.exitCode = 1
}
