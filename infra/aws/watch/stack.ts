import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { House } from '../house.ts'
import { ring } from './alarm.ts'
import { board } from './board.ts'
import { watchedCities } from './cities.ts'
import { watchedFunctions } from './functions.ts'
import { watchedRoutes } from './routes.ts'
import { watchedTable } from './table.ts'
import { alarmTopic } from './topic.ts'

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
