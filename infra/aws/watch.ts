import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { House } from './house.ts'
import { ring } from './watch-alarm.ts'
import { board } from './watch-board.ts'
import { watchedCities } from './watch-cities.ts'
import { watchedFunctions } from './watch-functions.ts'
import { watchedRoutes } from './watch-routes.ts'
import { watchedTable } from './watch-table.ts'
import { alarmTopic } from './watch-topic.ts'

/**
 * What is looked at and who is woken: one page, and an alarm for everything that can go wrong, by mail. All of it stands
 * on metrics that both partitions have; no trace service is asked.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, api }: House, props: StackProps) {
    super(scope, id, props)
    const topic = alarmTopic(this, stage)
    const { apiId } = api.http
    const { tableName } = data.table
    const all = [
      ...watchedFunctions(stage),
      ...watchedRoutes(apiId),
      ...watchedCities(stage),
      ...watchedTable(tableName),
    ]
    for (const one of all) ring(this, stage, topic, one)
    board(this, stage, apiId, tableName)
  }
}
