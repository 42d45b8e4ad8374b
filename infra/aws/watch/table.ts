import { metric, sum, type Watched } from './alarm.ts'

/** What the functions ask of the table; an error of the service is measured by these. */
const operations = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
] as const

export const table = (name: string, what: string, by: Readonly<Record<string, string>> = {}) =>
  metric('AWS/DynamoDB', what, { TableName: name, ...by }, 'Sum')

export const watchedTable = (name: string): readonly Watched[] => [
  {
    name: 'table throttles',
    happened: '数据表限制了读写，有请求会变慢或得到“系统繁忙”',
    todo: '看是哪一个城市的读写突然增加（仪表板“城市”一栏）；是计划内的大批量工作时，事先提高数据表的预热吞吐',
    metric: sum([table(name, 'ReadThrottleEvents'), table(name, 'WriteThrottleEvents')]),
    from: 10,
  },
  {
    name: 'index throttles',
    happened: '数据表的索引限制了读写，清单和队列会变慢',
    todo: '看是哪一个街道或月份的清单被集中查询或写入；写入集中时会连带限制整张表',
    metric: sum([
      table(name, 'ReadThrottleEvents', { GlobalSecondaryIndexName: 'gsi1' }),
      table(name, 'WriteThrottleEvents', { GlobalSecondaryIndexName: 'gsi1' }),
    ]),
    from: 10,
  },
  {
    name: 'table system errors',
    happened: '数据表服务本身出错',
    todo: '程序会自动重试；持续十五分钟以上时查看云服务的健康公告，并提交工单',
    metric: sum(operations.map((Operation) => table(name, 'SystemErrors', { Operation }))),
    from: 5,
  },
]
