import middy from '@middy/core'
import type { Context, ScheduledEvent } from 'aws-lambda'
import { type ClosedMonths, closeMonths } from './close-months.ts'
import { type JobDeps, kindOnly } from './report.ts'

/** Milliseconds that are kept to say what is left. */
const reserve = 20_000

/** Something is open still: the platform tries again, and the alarm rings where that does not help. */
export class MonthsOpen extends Error {
  override readonly name = 'MonthsOpen'
}

/** The Lambda handler: at the turn of the month, and every day for what was left. */
export const months = (deps: JobDeps) =>
  middy<ScheduledEvent, ClosedMonths>({ timeoutEarlyInMillis: 2000 })
    .handler(async (_: ScheduledEvent, context: Context) => {
      const done = await closeMonths(deps, () => context.getRemainingTimeInMillis() > reserve)
      console.log(JSON.stringify({ job: 'months', ...done }))
      if (done.failed + done.left > 0) throw new MonthsOpen()
      return done
    })
    .onError(kindOnly)
