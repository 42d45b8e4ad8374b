import { Aws, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'

/**
 * Where alarms go. The key is our own: under the service's key no alarm can write to a topic, and nobody would be told.
 * Whoever has the address must confirm it once, by the first mail.
 */
export const alarmTopic = (scope: Construct, stage: Stage): Topic => {
  const alarms = new ServicePrincipal('cloudwatch.amazonaws.com')
  const conditions = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }
  const masterKey = new Key(scope, 'TopicKey', {
    description: 'Yihu: alarms on their way',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  masterKey.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Alarms',
      principals: [alarms],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions,
    }),
  )
  const topic = new Topic(scope, 'Alarms', {
    topicName: `yihu-${stage.name}-alarms`,
    displayName: `Yihu ${stage.name}`,
    masterKey,
    enforceSSL: true,
  })
  // The policy that asks for TLS replaces the usual one, which lets the account's own alarms in.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [alarms],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions,
    }),
  )
  topic.addSubscription(new EmailSubscription(stage.alarmEmail))
  return topic
}
