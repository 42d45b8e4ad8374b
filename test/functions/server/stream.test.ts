import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterEach, expect, test } from 'vitest'
import { type Runner, runStream } from '../../../functions/server/stream.ts'
import { type RunningTable, startTable, wireCall } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'

let table: RunningTable | undefined
let runner: Runner | undefined
afterEach(async () => {
  await runner?.stop()
  await table?.stop()
  runner = undefined
  table = undefined
})

/** The table at this address, also when it is another one by now. */
const callOf =
  ({ endpoint }: RunningTable) =>
  <T>(operation: string, body: object) =>
    wireCall<T>(endpoint, operation, body)

const put = (pk: string, sk: string) =>
  wireCall(table?.endpoint ?? '', 'PutItem', {
    TableName: 'yihu',
    Item: { pk: { S: pk }, sk: { S: sk }, at: { N: String(performance.now()) } },
  })

/** A handler that writes down the keys it was sent; `fail` names those to refuse, by how often. */
const listener = (fail: Map<string, number> = new Map()) => {
  const batches: string[][] = []
  const handle = async (event: DynamoDBStreamEvent) => {
    const keys = event.Records.map(
      ({ dynamodb }) => `${dynamodb?.Keys?.['pk']?.S} ${dynamodb?.Keys?.['sk']?.S}`,
    )
    batches.push(keys)
    const failing = event.Records.filter((_, at) => {
      const left = fail.get(keys[at] as string) ?? 0
      fail.set(keys[at] as string, left - 1)
      return left > 0
    })
    return {
      batchItemFailures: failing.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })),
    }
  }
  return { batches, handle }
}

const begin = async (handle: ReturnType<typeof listener>['handle'], said: string[] = []) => {
  table ??= await startTable()
  await createTable(table.endpoint)
  runner = runStream(callOf(table), 'yihu', handle, (words) => said.push(words))
  return runner
}

test('only what wakes the job is sent, in order, also what was written before the start', async () => {
  table = await startTable()
  await createTable(table.endpoint)
  await put('a', 'HEAD')
  await put('a', 'WORK')
  const { batches, handle } = listener()
  const { settled } = await begin(handle)
  await settled()
  await put('b', 'M#1')
  await put('b', '#')
  await put('c', 'COUNT#202611#1')
  await settled()
  expect(batches.flat()).toEqual(['a HEAD', 'b M#1', 'c COUNT#202611#1'])
})

test('a failed record is sent again with those behind it, and nothing before it', async () => {
  table = await startTable()
  await createTable(table.endpoint)
  for (const pk of ['a', 'b', 'c']) await put(pk, 'HEAD')
  const { batches, handle } = listener(new Map([['b HEAD', 2]]))
  await (await begin(handle)).settled()
  expect(batches).toEqual([
    ['a HEAD', 'b HEAD', 'c HEAD'],
    ['b HEAD', 'c HEAD'],
    ['b HEAD', 'c HEAD'],
  ])
})

test('what fails for good is said once and does not hold up the rest', async () => {
  const said: string[] = []
  const { batches, handle } = listener(new Map([['a HEAD', 99]]))
  const { settled } = await begin(handle, said)
  await put('a', 'HEAD')
  await settled()
  await put('b', 'HEAD')
  await settled()
  expect(batches.flat()).toContain('b HEAD')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/汇总/)
})

test('a handler that throws is a fault like any other: said, and tried again', async () => {
  const said: string[] = []
  let calls = 0
  const { settled } = await begin(async () => {
    calls += 1
    if (calls === 1) throw new Error('boom')
    return { batchItemFailures: [] }
  }, said)
  await put('a', 'HEAD')
  await settled()
  expect(calls).toBeGreaterThan(1)
  expect(said.join()).toContain('boom')
})

test('it outlives its table and reads on when that is back at the same address', async () => {
  const said: string[] = []
  const { batches, handle } = listener()
  const { settled } = await begin(handle, said)
  await settled()
  const port = table?.port ?? 0
  await table?.stop()
  table = await startTable({ port })
  // A connection that was kept open to the old one fails once.
  await createTable(table.endpoint).catch(() => createTable(table?.endpoint ?? ''))
  await put('a', 'HEAD')
  await settled()
  expect(batches.flat()).toContain('a HEAD')
  expect(said.length).toBeLessThan(3)
})

test('a stop lets go of whoever waits', async () => {
  const { handle } = listener()
  const { settled, stop } = await begin(handle)
  const waiting = settled()
  // Were it not let go, this would never come back.
  await Promise.all([stop(), waiting])
})
