import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { apiFunctions } from '../../../functions/api/app.ts'
import { type Metric, namespace } from '../../../functions/metrics.ts'
import type { Stage } from '../../stages.ts'
import { deadLetterName, jobNames } from '../names.ts'
import { metric } from './alarm.ts'
import { ofCity } from './cities.ts'
import { functionsOf, lambda } from './functions.ts'
import { gateway } from './routes.ts'
import { table } from './table.ts'

const graph = (title: string, left: readonly IMetric[], width = 8): GraphWidget =>
  new GraphWidget({ title, left: [...left], width, height: 6 })

const heading = (markdown: string): TextWidget => new TextWidget({ markdown, width: 24, height: 1 })

/** One page for the whole stage: what people feel first, then where it comes from. */
export const board = (scope: Construct, stage: Stage, api: string, tableName: string): Dashboard => {
  const functions = functionsOf(stage)
  const ours = functions.filter((name) => name in apiFunctions || name === 'web')
  const perFunction = (what: string, statistic: string) =>
    functions.map((name) => lambda(stage, name, what, statistic).with({ label: name }))
  const perLine = (what: Metric, statistic: string) =>
    ours.map((name) => metric(namespace, what, { function: name }, statistic).with({ label: name }))
  const perCity = (what: Metric, statistic: string) =>
    stage.cities.map((city) => ofCity(city, what, statistic).with({ label: city }))
  const waiting = jobNames.map((name) =>
    metric(
      'AWS/SQS',
      'ApproximateNumberOfMessagesVisible',
      { QueueName: deadLetterName(stage, name) },
      'Maximum',
    ).with({ label: name }),
  )
  const dashboard = new Dashboard(scope, 'Board', { dashboardName: `yihu-${stage.name}` })
  const rows = [
    [heading('## 接口')],
    [
      graph('请求数', [gateway(api, 'Count', 'Sum')]),
      graph('出错（5xx）与被拒绝（4xx）', [gateway(api, '5xx', 'Sum'), gateway(api, '4xx', 'Sum')]),
      graph('用时（毫秒）', [gateway(api, 'Latency', 'p50'), gateway(api, 'Latency', 'p99')]),
    ],
    [heading('## 城市')],
    [
      graph('请求数', perCity('count', 'Sum')),
      graph('出错', perCity('errors', 'Sum')),
      graph('系统繁忙', perCity('busy', 'Sum')),
    ],
    [
      graph('用时（毫秒，p99）', perCity('ms', 'p99')),
      graph('读单位', perCity('rcu', 'Sum')),
      graph('写单位', perCity('wcu', 'Sum')),
    ],
    [heading('## 函数')],
    [
      graph('崩溃与超时', perFunction('Errors', 'Sum')),
      graph('因并发上限被拒', perFunction('Throttles', 'Sum')),
      graph('同时运行', perFunction('ConcurrentExecutions', 'Maximum')),
    ],
    [
      graph('用时（毫秒，p99）', perFunction('Duration', 'p99')),
      graph('出错的请求', perLine('errors', 'Sum')),
      graph('每个请求访问数据表的次数', perLine('trips', 'Average')),
    ],
    [heading('## 数据表与后台任务')],
    [
      graph('消耗的读写单位', [
        table(tableName, 'ConsumedReadCapacityUnits'),
        table(tableName, 'ConsumedWriteCapacityUnits'),
      ]),
      graph('被限流', [table(tableName, 'ReadThrottleEvents'), table(tableName, 'WriteThrottleEvents')]),
      graph('放到一边的任务', waiting),
    ],
  ]
  for (const row of rows) dashboard.addWidgets(...row)
  return dashboard
}
