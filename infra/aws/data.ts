import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Stage } from '../stages.ts'
import { tableDefinition, ttlAttribute } from '../table.ts'

const attribute = (name: string) => ({ name, type: AttributeType.STRING })

/** What holds state: the one table, as `infra/table.ts` defines it for this machine too. */
export class DataStack extends Stack {
  readonly table: TableV2

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: stage.keepsData })
    const [partition, sort] = tableDefinition.KeySchema
    this.table = new TableV2(this, 'Table', {
      partitionKey: attribute(partition.AttributeName),
      sortKey: attribute(sort.AttributeName),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      timeToLiveAttribute: ttlAttribute,
      dynamoStream: StreamViewType[tableDefinition.StreamSpecification.StreamViewType],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
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
}
