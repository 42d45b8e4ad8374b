import { isChina, type Stage } from '../../stages.ts'
import { type CloudFunction, cloudFunctions, type FunctionName } from '../functions.ts'
import { wakes } from '../jobs/waking.ts'
import { deadLetterName, functionName, type JobName, jobNames } from '../names.ts'
import { metric, type Watched } from './alarm.ts'

/** The functions that a stage runs: pages come from one only where no content network brings them. */
export const functionsOf = (stage: Stage): readonly FunctionName[] =>
  (Object.keys(cloudFunctions) as FunctionName[]).filter((name) => name !== 'web' || isChina(stage))

const titles: Readonly<Record<FunctionName, string>> = {
  city: '城市日常业务',
  studio: '城市配置',
  changes: '发布与导入',
  province: '省级汇总查看',
  rollup: '向省级汇总',
  courier: '单位之间传递消息',
  months: '月结',
  exports: '每月导出',
  web: '网页',
}

export const lambda = (stage: Stage, name: FunctionName, what: string, statistic: string) =>
  metric('AWS/Lambda', what, { FunctionName: functionName(stage, name) }, statistic)

const logs = (name: FunctionName): string => `在日志组里查看函数 ${name} 最近的报错`

/** Everything that can go wrong with one function. */
const ofFunction = (stage: Stage, name: FunctionName): readonly Watched[] => {
  const { seconds, atOnce }: CloudFunction = cloudFunctions[name]
  const it = `“${titles[name]}”函数 ${name}`
  return [
    {
      name: `${name} errors`,
      happened: `${it}崩溃或超时`,
      todo: `${logs(name)}；如果刚刚发布过新版本，先退回上一个版本`,
      metric: lambda(stage, name, 'Errors', 'Sum'),
      from: 1,
    },
    {
      name: `${name} throttles`,
      happened: `${it}的请求被平台拒绝，因为同时运行的数量到了上限`,
      todo: `看是否有人在大批量操作；属于正常增长时，在 functions.ts 提高 ${name} 的 atOnce，再查账户的并发配额`,
      metric: lambda(stage, name, 'Throttles', 'Sum'),
      from: 1,
    },
    {
      name: `${name} duration`,
      happened: `${it}有一次运行用了时限（${seconds} 秒）的八成以上`,
      todo: `${logs(name)}，找出最慢的请求；再看数据表是否被限流`,
      metric: lambda(stage, name, 'Duration', 'Maximum'),
      from: seconds * 800,
    },
    {
      name: `${name} concurrent`,
      happened: `${it}同时运行的数量到了上限（${atOnce}）的八成`,
      todo: `看请求数是否真的增加；是则在 functions.ts 提高 ${name} 的 atOnce，不是则找变慢的原因`,
      metric: lambda(stage, name, 'ConcurrentExecutions', 'Maximum'),
      from: Math.max(1, Math.ceil(atOnce * 0.8)),
      // A job runs as often at once as it may whenever there is something to do; that alone wakes nobody.
      periods: atOnce <= 2 ? 6 : 1,
    },
  ]
}

const isStreamJob = (name: JobName): boolean => name in wakes

/** What a job left undone: changes that wait too long, and what was laid aside. */
const ofJob = (stage: Stage, name: JobName): readonly Watched[] => [
  {
    name: `${name} dead letters`,
    happened: `“${titles[name]}”有没能完成的任务，多次重试后被放到了一边`,
    todo: `查看队列 ${deadLetterName(stage, name)} 里的内容和函数日志；修好原因后重新执行，队列只保留十四天`,
    metric: metric(
      'AWS/SQS',
      'ApproximateNumberOfMessagesVisible',
      { QueueName: deadLetterName(stage, name) },
      'Maximum',
    ),
    from: 1,
  },
  ...(isStreamJob(name)
    ? [
        {
          name: `${name} iterator age`,
          happened: `“${titles[name]}”落后了十分钟以上，省级看到的数据或消息会晚到`,
          todo: `${logs(name)}；一条反复失败的变更会挡住后面的，二十四小时内没有处理的变更会丢失`,
          metric: lambda(stage, name, 'IteratorAge', 'Maximum'),
          from: 600_000,
        },
      ]
    : [
        // China measures no asynchronous calls; what was dropped there is seen in the queue alone.
        ...(isChina(stage)
          ? []
          : [
              {
                name: `${name} dropped`,
                happened: `“${titles[name]}”的定时任务没有执行就被放弃`,
                todo: `${logs(name)}，修好后手动执行一次这个函数，参数为空`,
                metric: lambda(stage, name, 'AsyncEventsDropped', 'Sum'),
                from: 1,
              },
            ]),
        {
          name: `${name} undelivered`,
          happened: `“${titles[name]}”失败了，而且失败记录没能放进队列`,
          todo: `检查函数写入队列 ${deadLetterName(stage, name)} 的权限，再手动执行一次这个函数`,
          metric: lambda(stage, name, 'DestinationDeliveryFailures', 'Sum'),
          from: 1,
        },
      ]),
]

export const watchedFunctions = (stage: Stage): readonly Watched[] => [
  ...functionsOf(stage).flatMap((name) => ofFunction(stage, name)),
  ...jobNames.flatMap((name) => ofJob(stage, name)),
]
