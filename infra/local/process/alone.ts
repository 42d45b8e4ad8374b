import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../run.ts'

/** Nothing is done alone for so many milliseconds: the number in an older lock is by now that of another process. */
const longest = 600_000

/** Who holds a lock and is gone; undefined where nobody does, or somebody who lives or has not yet written who it is. */
const goneFrom = (lock: string): number | undefined => {
  try {
    const [holder = 0, since = Date.now()] = readFileSync(lock, 'utf8').split(' ').map(Number)
    return Date.now() - since > longest || (holder > 0 && !isAlive(holder)) ? holder : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes a lock away from who is gone. Several may find it at once, and a slower one must not take away what a faster one
 * has locked since: only one at a time may do it, and it looks once more.
 */
const takeAway = (lock: string, holder: number): void => {
  const right = `${lock}.${holder}`
  try {
    writeFileSync(right, '', { flag: 'wx' })
  } catch {
    return
  }
  if (goneFrom(lock) === holder) rmSync(lock, { force: true })
  rmSync(right, { force: true })
}

/**
 * Does something while no other process does it: processes that start side by side build or write the same things. The
 * lock is a file that names its process and the moment; one that was left behind by a killed process holds nobody up.
 */
export const alone = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid} ${Date.now()}`, { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = goneFrom(lock)
      if (holder !== undefined) takeAway(lock, holder)
      await wait(50)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}
