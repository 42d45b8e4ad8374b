import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'

/**
 * What every bucket is. The service's own key encrypts it: rows are sealed under their city's key before they are
 * written, and the service that delivers access logs can write under no other.
 */
export const closedBucket = ({ keepsData }: Stage): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  encryption: BucketEncryption.S3_MANAGED,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
})

/** Who asked for which object of the other buckets. */
export const logBucket = (scope: Construct, stage: Stage): Bucket => {
  const bucket = new Bucket(scope, 'Logs', {
    ...closedBucket(stage),
    lifecycleRules: [{ id: 'Expire', expiration: Duration.days(stage.retention.logs) }],
  })
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'DeliverAccessLogs',
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  )
  return bucket
}

/** Monthly copies of the table and the archives of tenants. What is overwritten or deleted can be had back for a week. */
export const archiveBucket = (scope: Construct, stage: Stage, logs: IBucket): Bucket =>
  new Bucket(scope, 'Archive', {
    ...closedBucket(stage),
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'archive/',
    lifecycleRules: [
      {
        id: 'Expire',
        expiration: Duration.days(stage.retention.exports),
        noncurrentVersionExpiration: Duration.days(7),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
    ],
  })
