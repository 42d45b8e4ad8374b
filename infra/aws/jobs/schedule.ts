import { Duration } from 'aws-cdk-lib'
import { type CronOptions, Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/**
 * Rules count in UTC, months turn in Asia/Shanghai, eight hours earlier and without summer time: the first of a month
 * there, 00:30 and 02:30, is the last of the month before, 16:30 and 18:30 (`L`).
 *
 *     UTC       30 Nov 16:00 |              18:00 |
 *     Shanghai   1 Dec 00:00 | 00:30 months       | 02:30 exports
 *
 * Months are closed every day: what was left, or failed, waits for the next night and not for the next month.
 */
export const schedules = {
  months: { minute: '30', hour: '16' },
  exports: { minute: '30', hour: '18', day: 'L' },
} as const satisfies Readonly<Record<string, CronOptions>>

/** Runs a job on a schedule. An event that cannot be delivered, and a run that fails three times, are laid aside. */
export const runAt = (job: LambdaFunction, when: CronOptions, dead: Queue): void => {
  const again = { retryAttempts: 2, maxEventAge: Duration.hours(6) }
  job.configureAsyncInvoke({ ...again, onFailure: new SqsDestination(dead) })
  new Rule(job, 'Schedule', {
    schedule: Schedule.cron(when),
    targets: [new FunctionTarget(job, { ...again, deadLetterQueue: dead })],
  })
}
