import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { masterKeyDenials } from '../../rights/master-key.ts'
import { roles, trustOf } from '../../rights/roles.ts'
import type { Ground } from '../../rights/statement.ts'
import type { Stage } from '../../stages.ts'
import { sessionRole } from '../access.ts'
import { archiveBucket, logBucket } from './buckets.ts'
import { table } from './table.ts'

/**
 * What holds state: the one table, the keys and the archive, and the roles of the people who open and close tenants,
 * which must be there when everything else is not.
 */
export class DataStack extends Stack {
  readonly table
  /** Encrypts the table at rest. */
  readonly tableKey: Key
  /** Wraps the data keys of cities and provinces, each under its own context. */
  readonly masterKey: Key
  readonly archive: Bucket
  readonly logs: Bucket

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: stage.keepsData })
    const key = (name: string, description: string): Key =>
      new Key(this, name, {
        description,
        alias: `alias/yihu-${stage.name}-${name === 'TableKey' ? 'table' : 'master'}`,
        enableKeyRotation: true,
        removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      })
    this.tableKey = key('TableKey', 'Yihu: the table at rest')
    this.masterKey = key('MasterKey', 'Yihu: wraps the data keys of cities and provinces')
    for (const { Sid, Action, Resource, Condition } of masterKeyDenials)
      this.masterKey.addToResourcePolicy(
        new PolicyStatement({
          sid: Sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: [...Action],
          resources: [...Resource],
          conditions: Condition,
        }),
      )
    this.table = table(this, stage, this.tableKey)
    this.logs = logBucket(this, stage)
    this.archive = archiveBucket(this, stage, this.logDestination(this))
    const ofPeople = (id: string, role: 'operator' | 'archivist', people: readonly string[]): string =>
      sessionRole(this, id, {
        trust: trustOf(role),
        statements: roles[role].statements(this.ground),
        takenBy: people.map((name) =>
          this.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: name }),
        ),
      })
    const told = {
      TableName: this.table.tableName,
      ArchiveName: this.archive.bucketName,
      MasterKeyArn: this.masterKey.keyArn,
      OperatorRoleArn: ofPeople('Operator', 'operator', stage.operators),
      ArchivistRoleArn: ofPeople('Archivist', 'archivist', stage.archivists),
    }
    for (const [name, value] of Object.entries(told)) new CfnOutput(this, name, { value })
  }

  /** What the statements of `infra/rights` name, as it is here. */
  get ground(): Ground {
    return {
      table: this.table.tableArn,
      tableKey: this.tableKey.keyArn,
      masterKey: this.masterKey.keyArn,
      archive: this.archive.bucketArn,
      region: this.region,
    }
  }

  /** The bucket of access logs for a bucket of any stack. Known by name alone, because its policy is written here. */
  logDestination(scope: Construct): IBucket {
    return Bucket.fromBucketName(scope, 'AccessLogs', this.logs.bucketName)
  }
}
