import { Duration } from 'aws-cdk-lib'
import { Bucket, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { closedBucket } from '../data/buckets.ts'
import type { House } from '../house.ts'

type Buckets = {
  /** The built client: read by the content network alone. What is overwritten can be had back for a month. */
  readonly pages: IBucket
  /** Who asked the content network for what. It delivers by access list, which every other bucket refuses. */
  readonly logs: IBucket
}

export const webBuckets = (scope: Construct, { stage, data }: House): Buckets => {
  const serverAccessLogsBucket = data.logDestination(scope)
  const pages = new Bucket(scope, 'Pages', {
    ...closedBucket(stage),
    versioned: true,
    serverAccessLogsBucket,
    serverAccessLogsPrefix: 'pages/',
    lifecycleRules: [
      {
        id: 'Expire',
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
    ],
  })
  const logs = new Bucket(scope, 'NetworkLogs', {
    ...closedBucket(stage),
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    serverAccessLogsBucket,
    serverAccessLogsPrefix: 'network-logs/',
    lifecycleRules: [{ id: 'Expire', expiration: Duration.days(stage.retention.logs) }],
  })
  // The construct's type says "or undefined" where its interface says "may be absent".
  return { pages: pages as IBucket, logs: logs as IBucket }
}
