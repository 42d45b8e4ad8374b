import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { isChina } from '../../stages.ts'
import type { House } from '../house.ts'
import { webBuckets } from './buckets.ts'
import { pagesByFunction } from './function.ts'
import { network } from './network.ts'

/**
 * What people open. The built client is brought into the bucket by `aws s3 sync`, assets before pages, and not by the
 * template: a construct that copies files brings a function, its role and 22 MB of tools of its own into every stage,
 * and takes away the assets that open pages still ask for.
 */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, house: House, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: house.stage.keepsData })
    if (isChina(house.stage)) {
      pagesByFunction(this, house)
      return
    }
    const buckets = webBuckets(this, house)
    const distribution = network(this, house, buckets)
    const told = {
      PagesBucket: buckets.pages.bucketName,
      NetworkHost: distribution.distributionDomainName,
      NetworkId: distribution.distributionId,
    }
    for (const [name, value] of Object.entries(told)) new CfnOutput(this, name, { value })
  }
}
