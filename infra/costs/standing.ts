import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { apiFunctions } from '../../functions/api/app.ts'
import { measured } from '../../functions/metrics.ts'
import type { Watched } from '../aws/watch/alarm.ts'
import { watchedCities } from '../aws/watch/cities.ts'
import { watchedFunctions } from '../aws/watch/functions.ts'
import { watchedRoutes } from '../aws/watch/routes.ts'
import { watchedTable } from '../aws/watch/table.ts'
import type { Stage } from '../stages.ts'
import { hours, routesInUse } from './assumed.ts'
import type { Usage } from './bill.ts'

/** An alarm costs for each metric that it looks at. */
const alarmed = (watched: readonly Watched[]): number =>
  watched.reduce(
    (sum, { metric }) =>
      sum + (metric instanceof MathExpression ? Object.keys(metric.usingMetrics ?? {}).length : 1),
    0,
  )

/** Customer keys of a stage: of the table, of the data keys, of the alarms' topic. */
const keysOfStage = 3
/** What the gateway measures of each route. */
const gatewayMetrics = ['Count', '4xx', '5xx', 'Latency', 'IntegrationLatency', 'DataProcessed'].length

/** Alarms of one city. */
export const alarmsOfCity = (stage: Stage): number => alarmed(watchedCities({ ...stage, cities: ['000000'] }))

/** What a stage costs in a month before anybody works, whatever number of cities it has. */
export const ofIdleStage = (stage: Stage): Usage => ({
  keys: keysOfStage,
  dashboards: 1,
  alarms: alarmed([...watchedFunctions(stage), ...watchedRoutes('api'), ...watchedTable('table')]),
})

/** The metrics of a month with work on every working day, beside: of the stage, and of each city that works. */
export const metricsOfStage: Usage = {
  metrics:
    (Object.keys(apiFunctions).length * measured.function.length +
      routesInUse * (measured.route.length + gatewayMetrics)) *
    (hours.worked / hours.charged),
}
export const metricsOfCity: Usage = { metrics: measured.city.length * (hours.worked / hours.charged) }
