import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readPrivate, writePrivate } from '../../functions/server/private-file.ts'

/** `<data>/run.json`: stands while the system runs, so that the token command and scripts find it. */
export type Run = {
  readonly port: number
  readonly issuer: string
  /** Endpoint of the table engine. */
  readonly table: string
  /** Process of `npm start`; it owns the folder. */
  readonly pid: number
}

const file = (data: string): string => join(data, 'run.json')

export const writeRun = (data: string, run: Run): void => writePrivate(file(data), run)

export const removeRun = (data: string): void => rmSync(file(data), { force: true })

/** The run that owns the folder now. What a killed process left behind is not a run. */
export const liveRun = (data: string): Run | undefined => {
  const run = readPrivate<Run>(file(data))
  return run && isAlive(run.pid) ? run : undefined
}

/** True for a process that has ended and that nobody has asked how: some machines never ask. Linux only. */
const isOver = (pid: number): boolean => {
  try {
    // `pid (name) state …`; the name may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0] === 'Z'
  } catch {
    return false
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isOver(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
