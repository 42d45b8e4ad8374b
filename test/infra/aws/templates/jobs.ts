import { describe, expect, test } from 'vitest'
import { wakingSortKeys } from '../../../../functions/jobs/change.ts'
import { deadLetterName, functionName, jobNames } from '../../../../infra/aws/names.ts'
import { stages } from '../../../../infra/stages.ts'
import { resourcesOf } from '../synthesised.ts'
import { textOf } from '../walk.ts'

describe.each(stages)('the jobs of $name', (stage) => {
  const jobs = (type: string) => resourcesOf(stage, 'jobs', type)
  const idOf = (type: string, key: string, name: string) =>
    jobs(type).find(({ Properties }) => Properties[key] === name)?.id ?? `no ${name}`
  const queue = (name: (typeof jobNames)[number]) =>
    `<jobs:${idOf('AWS::SQS::Queue', 'QueueName', deadLetterName(stage, name))}.Arn>`
  const sourceOf = (name: 'rollup' | 'courier') => {
    const id = idOf('AWS::Lambda::Function', 'FunctionName', functionName(stage, name))
    return jobs('AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.FunctionName.Ref === id,
    )
  }
  const begins = (name: 'rollup' | 'courier'): readonly string[] =>
    sourceOf(name).flatMap(({ Properties }) =>
      Properties.FilterCriteria.Filters.flatMap(({ Pattern }: { Pattern: string }) => {
        const { dynamodb, ...more } = JSON.parse(Pattern)
        expect(more).toEqual({})
        expect(Object.keys(dynamodb.Keys)).toEqual(['sk'])
        return dynamodb.Keys.sk.S.map(({ prefix }: { prefix: string }) => prefix)
      }),
    )

  test('each stream job is woken by its own sort keys, and all of them by somebody', () => {
    expect(begins('courier')).toEqual(['OUT#'])
    expect([...begins('rollup'), ...begins('courier')].sort()).toEqual([...wakingSortKeys].sort())
  })

  test('no filter wakes by a begin of another, nor by everything', () => {
    const all = [...begins('rollup'), ...begins('courier')]
    for (const one of all) {
      expect(one).toMatch(/^[A-Z]+#?$/)
      expect(all.filter((other) => other.startsWith(one))).toEqual([one])
    }
  })

  test.each(['rollup', 'courier'] as const)(
    '%s reads the stream so that one bad record stops nothing',
    (name) => {
      const sources = sourceOf(name)
      expect(sources).toHaveLength(1)
      const { Properties } = sources[0] ?? { Properties: {} }
      expect(Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        StartingPosition: 'TRIM_HORIZON',
        MaximumBatchingWindowInSeconds: 5,
      })
      expect(Properties.MaximumRetryAttempts).toBeGreaterThan(0)
      expect(Properties.MaximumRecordAgeInSeconds).toBeGreaterThan(0)
      expect(textOf(stage, 'jobs', Properties.EventSourceArn)).toBe('<data:TableCD117FA1.StreamArn>')
      expect(textOf(stage, 'jobs', Properties.DestinationConfig.OnFailure.Destination)).toBe(queue(name))
    },
  )

  test.each([
    ['months', 'cron(30 16 * * ? *)'],
    ['exports', 'cron(30 18 L * ? *)'],
  ] as const)('%s runs in the first hours of a month in Shanghai', (name, schedule) => {
    const job = `<jobs:${idOf('AWS::Lambda::Function', 'FunctionName', functionName(stage, name))}.Arn>`
    const rules = jobs('AWS::Events::Rule').filter(
      ({ Properties }) => textOf(stage, 'jobs', Properties.Targets[0].Arn) === job,
    )
    expect(rules.map(({ Properties }) => Properties.ScheduleExpression)).toEqual([schedule])
    const [, minute, hour] = /^cron\((\d+) (\d+) [L*] /.exec(schedule) ?? []
    // Whatever month: its last day in UTC at that hour is the first day of the next in Shanghai.
    for (let month = 1; month <= 12; month++) {
      const at = new Date(Date.UTC(2027, month, 0, Number(hour), Number(minute)))
      const there = new Intl.DateTimeFormat('sv', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'short',
        timeStyle: 'short',
      })
      expect(there.format(at)).toMatch(/^\d{4}-\d{2}-01 0[0-3]:/)
    }
    const [target] = rules[0]?.Properties.Targets ?? []
    expect(textOf(stage, 'jobs', target.DeadLetterConfig.Arn)).toBe(queue(name))
  })

  test.each(['months', 'exports'] as const)(
    'a run of %s that fails again and again is laid aside',
    (name) => {
      const id = idOf('AWS::Lambda::Function', 'FunctionName', functionName(stage, name))
      const [config] = jobs('AWS::Lambda::EventInvokeConfig').filter(
        ({ Properties }) => Properties.FunctionName.Ref === id,
      )
      expect(config?.Properties.MaximumRetryAttempts).toBe(2)
      expect(textOf(stage, 'jobs', config?.Properties.DestinationConfig.OnFailure.Destination)).toBe(
        queue(name),
      )
    },
  )

  test('what is laid aside is encrypted, kept for two weeks, and reached by TLS alone', () => {
    const queues = jobs('AWS::SQS::Queue')
    expect(queues).toHaveLength(jobNames.length)
    for (const { id, Properties } of queues) {
      expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 })
      const [policy] = jobs('AWS::SQS::QueuePolicy').filter(
        ({ Properties: { Queues } }) => Queues[0].Ref === id,
      )
      expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      )
    }
  })
})
