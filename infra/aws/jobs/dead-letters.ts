import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'
import { deadLetterName, type JobName } from '../names.ts'

/** Where a job's failures lie until a person has looked. They name keys of rows, never what is in them. */
export const deadLetters = (scope: Construct, stage: Stage, name: JobName): Queue =>
  new Queue(scope, `${name.replace(/^./, (letter) => letter.toUpperCase())}Dead`, {
    queueName: deadLetterName(stage, name),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
