import { setTimeout as wait } from 'node:timers/promises'
import { localDate } from '#forms/standards'
import { carryChanges, carryLetters, closeMonths, type JobDeps, type StreamHandler } from '../jobs/index.ts'

/** The ways of the jobs to the table: one for all, or one each where each has rights of its own. */
export type JobWays = { readonly rollup: JobDeps; readonly courier: JobDeps }

/** Every job that wakes on the stream, in one handler. */
export const carryEverything = ({ rollup, courier }: JobWays): StreamHandler => {
  const jobs = [carryChanges(rollup), carryLetters(courier)]
  return async (event) => {
    const all = await Promise.all(jobs.map((job) => job(event)))
    return { batchItemFailures: all.flatMap(({ batchItemFailures }) => batchItemFailures) }
  }
}

const lookEvery = 10 * 60_000

/**
 * Closes the months of all cities once a day, by the day in Shanghai, and at the start; what was left or failed is tried
 * again ten minutes later. Stops between two cities.
 */
export const closeDaily = (deps: JobDeps): { readonly stop: () => Promise<void> } => {
  const over = new AbortController()
  const run = async (): Promise<void> => {
    for (let done = ''; !over.signal.aborted; ) {
      const day = localDate(deps.link.clock())
      if (day !== done) {
        const { failed, left, ...told } = await closeMonths(deps, () => !over.signal.aborted)
        console.log(JSON.stringify({ job: 'months', ...told, failed, left }))
        if (failed + left === 0) done = day
      }
      await wait(lookEvery, undefined, { signal: over.signal }).catch(() => {})
    }
  }
  const running = run()
  return {
    stop: () => {
      over.abort()
      return running
    },
  }
}
