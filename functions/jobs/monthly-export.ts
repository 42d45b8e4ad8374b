import middy from '@middy/core'
import type { ScheduledEvent } from 'aws-lambda'
import * as z from 'zod'
import { localDate } from '#forms/standards'
import { type Cloud, exportTable } from '../store/index.ts'
import { kindOnly } from './report.ts'

/** What the function finds in its environment beside what every function does. */
const Settings = z.object({
  YIHU_EXPORT_ROLE: z.string().min(1),
  YIHU_TABLE_ARN: z.string().min(1),
  /** Name of the bucket. */
  YIHU_ARCHIVE: z.string().min(1),
  /** ARN of the bucket's key. */
  YIHU_ARCHIVE_KEY: z.string().min(1).optional(),
})

export type ExportDeps = {
  readonly cloud: Cloud
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock?: () => Date
}

/** The Lambda handler: starts the month's copy of the table, and says which it is. */
export const monthlyExport = ({ cloud, environment, clock = () => new Date() }: ExportDeps) => {
  const set = Settings.parse(environment)
  return middy<ScheduledEvent, { readonly export: string }>({ timeoutEarlyInMillis: 1000 })
    .handler(async () => {
      const month = localDate(clock()).slice(0, 7)
      const arn = await exportTable(cloud, {
        role: set.YIHU_EXPORT_ROLE,
        table: set.YIHU_TABLE_ARN,
        bucket: set.YIHU_ARCHIVE,
        key: set.YIHU_ARCHIVE_KEY,
        month,
      })
      console.log(JSON.stringify({ job: 'exports', month, export: arn }))
      return { export: arn }
    })
    .onError(kindOnly)
}
