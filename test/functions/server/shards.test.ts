import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterEach, expect, test } from 'vitest'
import type { StreamCall } from '../../../functions/server/shards.ts'
import { type Runner, runStream } from '../../../functions/server/stream.ts'

let runner: Runner | undefined
afterEach(() => runner?.stop())

const record = (pk: string): DynamoDBRecord => ({
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: 'HEAD' } }, SequenceNumber: pk },
})
type Shard = { readonly parent?: string; readonly records: readonly string[]; readonly isClosed?: boolean }

/** A stream as the real service has it: shards that end and have children, listed one a page. */
const streamOf = (shards: { [id: string]: Shard }) => {
  const asked: string[] = []
  const call = async (operation: string, body: Record<string, unknown>) => {
    if (operation === 'DescribeTable') return { Table: { LatestStreamArn: 'arn' } }
    const ids = Object.keys(shards)
    if (operation === 'DescribeStream') {
      const at = ids.indexOf(String(body['ExclusiveStartShardId'])) + 1
      const id = ids[at] ?? ''
      const parent = shards[id]?.parent
      const Shards = [{ ShardId: id, ...(parent && { ParentShardId: parent }) }]
      return { StreamDescription: { Shards, ...(at + 1 < ids.length && { LastEvaluatedShardId: id }) } }
    }
    if (operation === 'GetShardIterator') {
      asked.push(`${body['ShardId']} ${body['ShardIteratorType']}`)
      return { ShardIterator: `${body['ShardId']}/0` }
    }
    const [id = '', from = '0'] = String(body['ShardIterator']).split('/')
    const { records = [], isClosed } = shards[id] ?? {}
    const next = Number(from) + 1
    const one = records[Number(from)]
    return {
      Records: one === undefined ? [] : [record(one)],
      ...(!(isClosed && next >= records.length) && {
        NextShardIterator: `${id}/${Math.min(next, records.length)}`,
      }),
    }
  }
  return { asked, call: call as unknown as StreamCall }
}

const carried = async (call: StreamCall, enough: number): Promise<string[]> => {
  const seen: string[] = []
  runner = runStream(call, 'yihu', async ({ Records }) => {
    seen.push(...Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? ''))
    return { batchItemFailures: [] }
  })
  await runner.settled()
  for (let tries = 0; seen.length < enough && tries < 1200; tries += 1) await wait(50)
  return seen
}

test('every shard is read, parents before their children, each from its oldest record and once', async () => {
  const { asked, call } = streamOf({
    parent: { records: ['1', '2'], isClosed: true },
    left: { parent: 'parent', records: ['3', '5'] },
    right: { parent: 'parent', records: ['4'] },
    orphan: { parent: 'long gone', records: ['6'] },
  })
  const seen = await carried(call, 6)
  expect([...seen].sort()).toEqual(['1', '2', '3', '4', '5', '6'])
  for (const child of ['3', '4', '5']) expect(seen.indexOf(child)).toBeGreaterThan(seen.indexOf('2'))
  expect(asked.sort()).toEqual(['left', 'orphan', 'parent', 'right'].map((id) => `${id} TRIM_HORIZON`))
})

test('a busy shard does not keep the others waiting for its end', async () => {
  const { call } = streamOf({
    busy: { records: Array.from({ length: 40 }, (_, i) => `busy ${i}`) },
    calm: { records: ['calm'] },
  })
  const seen = await carried(call, 41)
  expect(seen.indexOf('calm')).toBeLessThan(3)
})
