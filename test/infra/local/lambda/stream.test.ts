import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../../infra/local/lambda/runtime-api.ts'
import { streamTo } from '../../../../infra/local/lambda/stream.ts'

const record = (sk: string, n: string): DynamoDBRecord => ({
  dynamodb: { Keys: { pk: { S: 'T#341700#X' }, sk: { S: sk } }, SequenceNumber: n },
})
const batch = {
  Records: [record('HEAD', '1'), record('OUT#1', '2'), record('M#1', '3'), record('WORK', '4')],
}
const answering = (answers: Readonly<Record<string, Outcome>>) => {
  const woken: string[] = []
  const carry = streamTo(async (job, event) => {
    const { Records } = JSON.parse(event) as { Records: DynamoDBRecord[] }
    woken.push(`${job}: ${Records.map(({ dynamodb }) => dynamodb?.Keys?.['sk']?.S).join(' ')}`)
    return answers[job] ?? { kind: 'answer', payload: '{"batchItemFailures":[]}' }
  })
  return { woken, carry }
}

test('each job is woken by its own rows alone, and by no others', async () => {
  const { woken, carry } = answering({})
  expect(await carry(batch)).toEqual({ batchItemFailures: [] })
  expect(woken.toSorted()).toEqual(['courier: OUT#1', 'rollup: HEAD M#1'])
  expect(await carry({ Records: [record('WORK', '1')] })).toEqual({ batchItemFailures: [] })
  expect(woken).toHaveLength(2)
})

test('what one job could not do is sent again, and what the other did is not', async () => {
  const failed = { batchItemFailures: [{ itemIdentifier: '3' }] }
  const { carry } = answering({ rollup: { kind: 'answer', payload: JSON.stringify(failed) } })
  expect(await carry(batch)).toEqual(failed)
})

test.each<Outcome>([
  { kind: 'timeout' },
  { kind: 'error', type: 'Error', message: '' },
  { kind: 'answer', payload: 'null' },
  { kind: 'answer', payload: '{}' },
])('an answer that is none fails the whole batch: %j', async (outcome) => {
  const { carry } = answering({ rollup: outcome })
  expect(await carry(batch)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
})
