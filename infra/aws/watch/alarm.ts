import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'

/** What is watched, when it is too much, and what the person who is woken reads. */
export type Watched = {
  /** Of the stage; the alarm is called `yihu-<stage>-<name>`. */
  readonly name: string
  /** What happened, in one sentence. */
  readonly happened: string
  /** What to do, in one sentence. */
  readonly todo: string
  readonly metric: IMetric
  /** Rings from here on. */
  readonly from: number
  /** How many periods in a row; one if nothing is said. */
  readonly periods?: number
}

const fiveMinutes = Duration.minutes(5)

/** A metric by its plain names, so that watching exports nothing from what is watched. */
export const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string,
): Metric => new Metric({ namespace, metricName, dimensionsMap, statistic, period: fiveMinutes })

/** Share of `part` in `whole`, percent; 0 below `least`, because one of three is no trend. */
export const share = (part: Metric, whole: Metric, least: number): MathExpression =>
  new MathExpression({
    expression: `IF(part >= ${least}, 100 * part / whole, 0)`,
    usingMetrics: { part, whole },
    period: fiveMinutes,
  })

export const sum = (metrics: readonly Metric[]): MathExpression => {
  const usingMetrics = Object.fromEntries(metrics.map((one, index) => [`m${index}`, one]))
  const terms = Object.keys(usingMetrics).map((id) => `FILL(${id}, 0)`)
  return new MathExpression({ expression: terms.join(' + '), usingMetrics, period: fiveMinutes })
}

/** Where nothing was measured nothing is wrong: most routes rest at night. */
export const ring = (scope: Construct, stage: Stage, topic: ITopic, watched: Watched): Alarm => {
  const { name, happened, todo, from, periods = 1 } = watched
  const alarm = new Alarm(scope, name, {
    alarmName: `yihu-${stage.name}-${name.replaceAll(' ', '-')}`,
    alarmDescription: `发生了什么：${happened}。怎么办：${todo}。`,
    metric: watched.metric,
    threshold: from,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    // The slowest of five requests is not "the slowest percent".
    ...(watched.metric instanceof Metric &&
      watched.metric.statistic.startsWith('p') && { evaluateLowSampleCountPercentile: 'ignore' }),
  })
  alarm.addAlarmAction(new SnsAction(topic))
  return alarm
}
