import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../run.ts'

/** Who holds a lock; undefined where nobody does, or has not yet written who it is. */
const holderOf = (lock: string): number | undefined => {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/**
 * Does something while no other process does it: processes that start side by side build or write the same things. The
 * lock is a file that names its process; one that was left behind by a killed process holds nobody up.
 */
export const alone = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(lock)
      if (holder !== undefined && !isAlive(holder)) rmSync(lock, { force: true })
      else await wait(50)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}
