import { expect } from 'vitest'

/** Milliseconds of the processor that this process has used; what others take of a busy machine does not count. */
const used = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Runs work that must end within `most` milliseconds of the processor; a single bad input needs far less. The machine
 * may tidy up in between, so the best of three counts.
 */
export const bounded = <T>(work: () => T, most = 1_000): T => {
  for (let attempt = 1; ; attempt++) {
    const [wall, start] = [performance.now(), used()]
    const result = work()
    // Threads beside this one count as used too, so that the wall may say less.
    const spent = Math.min(performance.now() - wall, used() - start)
    if (spent < most) return result
    if (attempt === 3) expect(spent).toBeLessThan(most)
  }
}
