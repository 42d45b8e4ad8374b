import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'
import { tableDefinition, ttlAttribute } from '../../table.ts'

const attribute = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table, as `infra/table.ts` defines it for this machine too. Any second of the last 35 days can be had back. */
export const table = (scope: Construct, stage: Stage, key: IKey): TableV2 => {
  const [partition, sort] = tableDefinition.KeySchema
  return new TableV2(scope, 'Table', {
    partitionKey: attribute(partition.AttributeName),
    sortKey: attribute(sort.AttributeName),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key),
    timeToLiveAttribute: ttlAttribute,
    dynamoStream: StreamViewType[tableDefinition.StreamSpecification.StreamViewType],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: stage.keepsData,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    globalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes.map((index) => ({
      indexName: index.IndexName,
      partitionKey: attribute(index.KeySchema[0].AttributeName),
      sortKey: attribute(index.KeySchema[1].AttributeName),
      projectionType: ProjectionType[index.Projection.ProjectionType],
      nonKeyAttributes: [...index.Projection.NonKeyAttributes],
    })),
  })
}
