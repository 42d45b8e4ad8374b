import { gatewayRoutes } from '../api/routes.ts'
import { metric, share, type Watched } from './alarm.ts'

/** Of the API as the gateway measures it, or of one of its routes. */
export const gateway = (
  api: string,
  what: '5xx' | '4xx' | 'Count' | 'Latency',
  statistic: string,
  route: Readonly<Record<string, string>> = {},
) => metric('AWS/ApiGateway', what, { ApiId: api, Stage: '$default', ...route }, statistic)

const pair = (
  api: string,
  name: string,
  what: string,
  route: Readonly<Record<string, string>>,
): readonly Watched[] => [
  {
    name: `${name} 5xx`,
    happened: `${what}五分钟内有三次以上出错，而且超过全部请求的百分之一`,
    todo: '在访问日志里按路由找到请求编号，再用编号到函数日志里查原因；如果刚刚发布过新版本，先退回上一个版本',
    metric: share(gateway(api, '5xx', 'Sum', route), gateway(api, 'Count', 'Sum', route), 3),
    from: 1,
  },
  {
    name: `${name} latency`,
    happened: `${what}连续十五分钟变慢：最慢的百分之一超过五秒`,
    todo: '看同一时间数据表是否被限流、函数是否接近并发上限，再看函数日志里的 ms 和 trips',
    metric: gateway(api, 'Latency', 'p99', route),
    from: 5000,
    periods: 3,
  },
]

/** `GET /api/cities/{city}/members` as part of an alarm's name: `GET cities city members`. */
const routeName = (method: string, path: string): string =>
  `${method} ${path
    .replace(/^\/api\//, '')
    .replaceAll(/[{}]/g, '')
    .replaceAll('/', ' ')}`

/** The whole API, and every route of it. */
export const watchedRoutes = (api: string): readonly Watched[] => [
  ...pair(api, 'api', '接口（全部路由合计）', {}),
  ...gatewayRoutes.flatMap(({ method, path }) =>
    pair(api, routeName(method, path), `接口 ${method} ${path} `, { Method: method, Resource: path }),
  ),
]
