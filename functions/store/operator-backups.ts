import { DescribeContinuousBackupsCommand } from '@aws-sdk/client-dynamodb'
import type { Link } from './link.ts'

/** Days that a table can be set back by; undefined where that is switched off. */
export const recoveryDays = async (link: Link, city: string): Promise<number | undefined> => {
  const { ContinuousBackupsDescription } = await link
    .client(`T#${city}#`)
    .send(new DescribeContinuousBackupsCommand({ TableName: link.table }))
  const { PointInTimeRecoveryDescription: recovery } = ContinuousBackupsDescription ?? {}
  // 35 where the service does not say: the most that it ever keeps.
  return recovery?.PointInTimeRecoveryStatus === 'ENABLED' ? (recovery.RecoveryPeriodInDays ?? 35) : undefined
}
