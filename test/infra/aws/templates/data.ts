import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { describe, expect, test } from 'vitest'
import { logDays } from '../../../../infra/stage-check.ts'
import { stages } from '../../../../infra/stages.ts'
import { tableDefinition, ttlAttribute } from '../../../../infra/table.ts'
import { resourcesOf, templateOf } from '../synthesised.ts'

/**
 * Under these names CloudFormation knows what holds people's data. Another name is another, empty table: change one
 * only with a plan for moving what is in the old one.
 */
const holding = {
  TableCD117FA1: 'AWS::DynamoDB::GlobalTable',
  TableKeyF581D96F: 'AWS::KMS::Key',
  MasterKey0175C9E2: 'AWS::KMS::Key',
  ArchiveDA4CB258: 'AWS::S3::Bucket',
  Logs6819BB44: 'AWS::S3::Bucket',
}

describe.each(stages)('the data of $name', (stage) => {
  const { Resources } = templateOf(stage, 'data')

  test('the table has the keys, the index, the stream and the expiry of the table of this machine', () => {
    expect(Resources['TableCD117FA1']?.Properties).toMatchObject({
      KeySchema: tableDefinition.KeySchema,
      AttributeDefinitions: tableDefinition.AttributeDefinitions,
      GlobalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes,
      BillingMode: tableDefinition.BillingMode,
      StreamSpecification: { StreamViewType: tableDefinition.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
    })
  })

  test('the table is under its own key, and any second of 35 days can be had back', () => {
    const { Replicas, SSESpecification } = Resources['TableCD117FA1']?.Properties ?? {}
    expect(SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' })
    expect(Replicas).toHaveLength(1)
    expect(Replicas[0]).toMatchObject({
      Region: stage.region,
      DeletionProtectionEnabled: stage.keepsData,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': ['TableKeyF581D96F', 'Arn'] } },
    })
  })

  test('what holds data keeps its name, and outlives its stack where it must', () => {
    const found = resourcesOf(stage, 'data').filter(({ Type }) => Object.values(holding).includes(Type))
    expect(Object.fromEntries(found.map(({ id, Type }) => [id, Type]))).toEqual(holding)
    const policy = stage.keepsData ? 'Retain' : 'Delete'
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of found)
      expect({ id, DeletionPolicy, UpdateReplacePolicy }).toEqual({
        id,
        DeletionPolicy: policy,
        UpdateReplacePolicy: policy,
      })
  })

  test('keys turn every year', () => {
    for (const { Properties } of resourcesOf(stage, 'data', 'AWS::KMS::Key'))
      expect(Properties.EnableKeyRotation).toBe(true)
  })

  test('buckets are closed to the public and encrypted, and what they hold ends with its retention', () => {
    const [logs, archive] = resourcesOf(stage, 'data', 'AWS::S3::Bucket').map(({ Properties }) => Properties)
    for (const bucket of [logs, archive]) {
      expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
      expect(bucket.BucketEncryption).toBeDefined()
      expect(bucket.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }])
    }
    expect(logs.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(stage.retention.logs)
    expect(archive.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(stage.retention.exports)
    expect(archive.VersioningConfiguration).toEqual({ Status: 'Enabled' })
    expect(archive.LoggingConfiguration.DestinationBucketName).toEqual({ Ref: 'Logs6819BB44' })
  })

  test('nobody reaches a bucket without TLS 1.2', () => {
    const policies = resourcesOf(stage, 'data', 'AWS::S3::BucketPolicy')
    expect(policies).toHaveLength(2)
    for (const { Properties } of policies)
      for (const Condition of [
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      ])
        expect(Properties.PolicyDocument.Statement).toContainEqual(
          expect.objectContaining({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Condition }),
        )
  })

  test('stacks share no more than the table, its stream, the keys and the archive', () => {
    const exported = Object.values(templateOf(stage, 'data').Outputs ?? {}).filter(({ Export }) => Export)
    expect(exported.length).toBeLessThanOrEqual(8)
    for (const part of ['data', 'api', 'jobs'])
      expect(Object.keys(templateOf(stage, part).Parameters ?? {})).toEqual(['BootstrapVersion'])
  })
})

test('the days that a stage may ask for are those of the log service', () => {
  const known = Object.values(RetentionDays).filter((days) => typeof days === 'number')
  expect(logDays).toEqual(known.filter((days) => days !== RetentionDays.INFINITE))
})
