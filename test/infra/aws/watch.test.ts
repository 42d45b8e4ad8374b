import { describe, expect, test } from 'vitest'
import { gatewayRoutes } from '../../../infra/aws/api/routes.ts'
import { cloudFunctions, type FunctionName } from '../../../infra/aws/functions.ts'
import { deadLetterName, functionName, jobNames } from '../../../infra/aws/names.ts'
import { isChina, type Stage, stages } from '../../../infra/stages.ts'
import { type Placed, resourcesOf } from './synthesised.ts'

type Stat = {
  Namespace: string
  MetricName: string
  Dimensions?: { Name: string; Value: unknown }[]
}
type Alarm = Partial<Stat> & {
  AlarmName: string
  AlarmDescription: string
  AlarmActions: unknown[]
  Threshold: number
  Metrics?: { MetricStat?: { Metric: Stat } }[]
}

const of = (stage: Stage, type?: string): readonly Placed[] => resourcesOf(stage, 'watch', type)
const alarmsOf = (stage: Stage): readonly Alarm[] =>
  of(stage, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties as Alarm)

/** Names of the metrics on which somebody is woken, of whatever has exactly these dimensions (`undefined`: any value). */
const watched = (stage: Stage, namespace: string, dimensions: Readonly<Record<string, string | undefined>>) =>
  alarmsOf(stage)
    .flatMap(
      (alarm) => alarm.Metrics?.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []) ?? [alarm as Stat],
    )
    .filter(({ Namespace, Dimensions = [] }) => {
      const found = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]))
      return (
        Namespace === namespace &&
        Dimensions.length === Object.keys(dimensions).length &&
        Object.entries(dimensions).every(([name, value]) =>
          value === undefined ? name in found : found[name] === value,
        )
      )
    })
    .map(({ MetricName }) => MetricName)

describe.each(stages.map((stage) => [stage.name, stage] as const))('the watch of %s', (_, stage) => {
  const names = (Object.keys(cloudFunctions) as FunctionName[]).filter(
    (name) => name !== 'web' || isChina(stage),
  )

  test('wakes somebody for every function', () => {
    for (const name of names)
      expect(watched(stage, 'AWS/Lambda', { FunctionName: functionName(stage, name) }), name).toEqual(
        expect.arrayContaining(['Errors', 'Throttles', 'Duration', 'ConcurrentExecutions']),
      )
    expect(watched(stage, 'AWS/Lambda', { FunctionName: functionName(stage, 'web') }).length > 0).toBe(
      isChina(stage),
    )
  })

  test('wakes somebody before a function is cut off', () => {
    for (const name of names) {
      const { seconds } = cloudFunctions[name]
      const alarm = alarmsOf(stage).find(
        ({ AlarmName }) => AlarmName === `yihu-${stage.name}-${name}-duration`,
      )
      expect(alarm?.Threshold, name).toBeGreaterThan(seconds * 500)
      expect(alarm?.Threshold, name).toBeLessThan(seconds * 1000)
    }
  })

  test('wakes somebody for every route, and for all of them together', () => {
    expect(gatewayRoutes.length).toBeGreaterThan(40)
    const api = { ApiId: undefined, Stage: '$default' }
    for (const { method, path } of gatewayRoutes)
      expect(
        watched(stage, 'AWS/ApiGateway', { ...api, Method: method, Resource: path }),
        `${method} ${path}`,
      ).toEqual(['5xx', 'Count', 'Latency'])
    expect(watched(stage, 'AWS/ApiGateway', api)).toEqual(['5xx', 'Count', 'Latency'])
  })

  test('wakes somebody for every city that it names', () => {
    expect(stage.cities.length).toBeGreaterThan(0)
    for (const city of stage.cities)
      expect(watched(stage, 'Yihu', { city }), city).toEqual(['errors', 'busy'])
    expect(watched(stage, 'Yihu', { city: undefined })).toHaveLength(2 * stage.cities.length)
  })

  test('wakes somebody for the table, its index and what jobs left undone', () => {
    const table = { TableName: undefined }
    expect(watched(stage, 'AWS/DynamoDB', table)).toEqual(['ReadThrottleEvents', 'WriteThrottleEvents'])
    expect(watched(stage, 'AWS/DynamoDB', { ...table, GlobalSecondaryIndexName: 'gsi1' })).toHaveLength(2)
    expect(watched(stage, 'AWS/DynamoDB', { ...table, Operation: 'TransactWriteItems' })).toEqual([
      'SystemErrors',
    ])
    for (const name of jobNames)
      expect(watched(stage, 'AWS/SQS', { QueueName: deadLetterName(stage, name) }), name).toHaveLength(1)
    const on = (name: FunctionName) =>
      watched(stage, 'AWS/Lambda', { FunctionName: functionName(stage, name) })
    for (const name of ['rollup', 'courier'] as const) expect(on(name), name).toContain('IteratorAge')
    for (const name of ['months', 'exports'] as const) {
      expect(on(name), name).toContain('DestinationDeliveryFailures')
      expect(on(name).includes('AsyncEventsDropped'), name).toBe(!isChina(stage))
    }
  })

  test('tells whoever is woken, in Chinese, what happened and what to do', () => {
    const alarms = alarmsOf(stage)
    expect(alarms.length).toBeGreaterThan(2 * gatewayRoutes.length)
    expect(new Set(alarms.map(({ AlarmName }) => AlarmName)).size).toBe(alarms.length)
    for (const { AlarmName, AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmDescription, AlarmName).toMatch(
        /^发生了什么：.*\p{Script=Han}{4}.*。怎么办：.*\p{Script=Han}{4}.*。$/u,
      )
      expect(AlarmName).toMatch(/^[\w.-]+$/)
      expect(AlarmActions, AlarmName).toHaveLength(1)
    }
  })

  test('sends it encrypted, to the one address, over TLS, from alarms of this account alone', () => {
    expect(of(stage, 'AWS::SNS::Subscription').map(({ Properties }) => Properties)).toMatchObject([
      { Protocol: 'email', Endpoint: stage.alarmEmail },
    ])
    const [topic] = of(stage, 'AWS::SNS::Topic')
    expect(topic?.Properties['KmsMasterKeyId']).toBeDefined()
    expect(of(stage, 'AWS::KMS::Key')[0]?.Properties['EnableKeyRotation']).toBe(true)
    const [policy] = of(stage, 'AWS::SNS::TopicPolicy')
    expect(policy?.Properties['PolicyDocument']).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    })
  })

  test('has one page, and stays within what one stack may hold', () => {
    expect(of(stage, 'AWS::CloudWatch::Dashboard')).toHaveLength(1)
    const body = JSON.stringify(of(stage, 'AWS::CloudWatch::Dashboard')[0]?.Properties)
    for (const city of stage.cities) expect(body, city).toContain(city)
    for (const name of names) expect(body, name).toContain(functionName(stage, name))
    expect(of(stage).length).toBeLessThan(450)
    expect(JSON.stringify(of(stage))).not.toMatch(/XRay|Tracing/)
  })
})
