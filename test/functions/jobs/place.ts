import type { DynamoDBRecord } from 'aws-lambda'
import { keys, type Link } from '../../../functions/store/index.ts'
import { rolesOf } from '../../../infra/rights/roles.ts'
import type { Harness } from '../harness.ts'
import { judgedLink } from '../judged.ts'

let last = 0
const next = (): string => {
  last += 1
  return String(last)
}

/** A change as the stream tells it: where, and never what. */
export const record = (pk: string, sk: string): DynamoDBRecord => ({
  eventName: 'MODIFY',
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: next() },
})

/** The way to the table that a job has: every request is judged by the rights that its roles give. */
export const wayOf = (yihu: Harness, job: 'rollup' | 'courier' | 'months'): Link =>
  judgedLink(
    yihu.link,
    {
      table: 'yihu',
      endpoint: yihu.endpoint,
      clock: yihu.clock.now,
      wire: (call) => yihu.wireLog.push(call),
    },
    rolesOf[job],
  )

/** Enters a city into its province's registry. */
export const register = async (yihu: Harness, city: string, name = city, state?: string): Promise<void> => {
  const item = { schema: 1, city, name, opened: '2026-01-01T00:00:00Z', by: 'test', ...(state && { state }) }
  const office = await yihu.province(`${city.slice(0, 2)}0000`)
  const standing = await office.get(keys.tenantKey(city))
  const expect = standing ? { rev: standing.rev } : ('absent' as const)
  await office.write([{ put: keys.tenantKey(city), item, expect }])
}
