import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import type { StreamHandler } from '../../../functions/jobs/index.ts'
import { type StreamJob, wakes } from '../../aws/jobs/waking.ts'
import type { Outcome } from './runtime-api.ts'

const wakesJob =
  (job: StreamJob) =>
  ({ dynamodb }: DynamoDBRecord): boolean =>
    wakes[job].some((begin) => dynamodb?.Keys?.['sk']?.S?.startsWith(begin))

/** What the event source mapping makes of an answer: whatever is no batch response failed as a whole. */
const failuresIn = (outcome: Outcome, records: readonly DynamoDBRecord[]) => {
  if (outcome.kind === 'answer') {
    const answer = JSON.parse(outcome.payload) as Partial<DynamoDBBatchResponse> | null
    if (answer?.batchItemFailures) return answer.batchItemFailures
  }
  return [{ itemIdentifier: records[0]?.dynamodb?.SequenceNumber ?? '' }]
}

/** Hands records of the stream to the functions that they wake, each through the filter that its mapping has. */
export const streamTo =
  (invoke: (job: StreamJob, event: string) => Promise<Outcome>): StreamHandler =>
  async ({ Records }) => {
    const failures = await Promise.all(
      (Object.keys(wakes) as StreamJob[]).map(async (job) => {
        const own = Records.filter(wakesJob(job))
        if (own.length === 0) return []
        return failuresIn(await invoke(job, JSON.stringify({ Records: own })), own)
      }),
    )
    return { batchItemFailures: failures.flat() }
  }
