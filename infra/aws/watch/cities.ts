import { type Metric, namespace } from '../../../functions/metrics.ts'
import type { Stage } from '../../stages.ts'
import { metric, type Watched } from './alarm.ts'

/** Of one city, as the lines of the functions say it. */
export const ofCity = (city: string, what: Metric, statistic: string) =>
  metric(namespace, what, { city }, statistic)

/** One city in trouble among many that are not is seen in no total. */
export const watchedCities = ({ cities }: Stage): readonly Watched[] =>
  cities.flatMap((city) => [
    {
      name: `city ${city} errors`,
      happened: `城市 ${city} 的请求五分钟内有三次以上出错`,
      todo: `在函数日志里按 city = ${city} 查报错；只有这一个城市出错时，多半与它最近发布的配置有关，可以先恢复上一个版本的配置`,
      metric: ofCity(city, 'errors', 'Sum'),
      from: 3,
    },
    {
      name: `city ${city} busy`,
      happened: `城市 ${city} 的请求五分钟内有十次以上得到“系统繁忙”`,
      todo: `在函数日志里按 city = ${city} 看是哪个接口、是否有人在大批量导入；持续出现时查数据表限流和密钥服务`,
      metric: ofCity(city, 'busy', 'Sum'),
      from: 10,
    },
  ])
