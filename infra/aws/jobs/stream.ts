import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { throughTable } from '../../rights/rows.ts'
import type { DataStack } from '../data/stack.ts'

/**
 * Wakes a job by changes of rows whose sort key has one of these begins. China has no guard against a function that
 * wakes itself, so this filter is it: a job never writes a key that it is woken by.
 *
 * The platform reads the stream in the function's own name, which is the one right to the table that a function has;
 * the stream carries keys and no values.
 */
export const readStream = (
  job: LambdaFunction,
  data: DataStack,
  begins: readonly string[],
  dead: Queue,
): void => {
  const stream = data.table.tableStreamArn ?? ''
  job.addToRolePolicy(
    new PolicyStatement({
      sid: 'ReadKeysOfChanges',
      actions: [
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:DescribeStream',
        'dynamodb:ListStreams',
      ],
      resources: [stream],
    }),
  )
  // The stream lies under the table's key.
  job.addToRolePolicy(PolicyStatement.fromJson(throughTable(data.ground)))
  new EventSourceMapping(job, 'Changes', {
    target: job,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        dynamodb: { Keys: { sk: { S: begins.flatMap((begin) => FilterRule.beginsWith(begin)) } } },
      }),
    ],
    // Five seconds fold the many writes of one count into one reading of it.
    batchSize: 100,
    maxBatchingWindow: Duration.seconds(5),
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 10,
    maxRecordAge: Duration.hours(6),
    onFailure: new SqsDlq(dead),
  })
}
