import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wireCall } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'
import type { Acknowledged } from './writer.ts'
import { accountRow, accounts, moveMoney, table } from './writer.ts'

const serve = new URL('../../../infra/local/table/serve.ts', import.meta.url).pathname
const rounds = 12
const workers = 8

type Row = Record<string, { S?: string; N?: string }>
let folder: string
let child: ChildProcess | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-crash-'))
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const env = { ...process.env, YIHU_DATA: folder, YIHU_TABLE_PORT: '0' }
  child = spawn(process.execPath, [serve], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return line.toString().trim().replace('table ', '')
}

async function all(endpoint: string, IndexName?: string): Promise<Row[]> {
  const rows: Row[] = []
  let start: object | undefined
  do {
    const page = await wireCall<{ Items: Row[]; LastEvaluatedKey?: object }>(endpoint, 'Scan', {
      TableName: table,
      ...(IndexName ? { IndexName } : { ConsistentRead: true }),
      ...(start && { ExclusiveStartKey: start }),
    })
    rows.push(...page.Items)
    start = page.LastEvaluatedKey
  } while (start)
  return rows
}

/** What the index must hold, derived from the items alone. */
function expectedEntries(items: readonly Row[]): readonly string[] {
  const projected = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'card', 'rev']
  return items
    .filter((item) => item.gsi1pk && item.gsi1sk)
    .map((item) =>
      textOf(Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)))),
    )
    .sort()
}

function textOf(row: Row): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
}

describe('kill -9', () => {
  it(`loses nothing that was acknowledged, in ${rounds} rounds`, async () => {
    const done: Acknowledged = { transfers: [], puts: [] }
    let endpoint = await start()
    await createTable(endpoint)
    for (let i = 0; i < accounts; i++) {
      await wireCall(endpoint, 'PutItem', { TableName: table, Item: accountRow(i) })
    }
    for (let round = 0; round < rounds; round++) {
      const before = done.transfers.length
      const writers = Array.from({ length: workers }, (_, i) => moveMoney(endpoint, `${round}.${i}`, done))
      await enough(done, before + 20)
      await new Promise((resolve) => setTimeout(resolve, 7 * (round % 5)))
      const exit = once(child as ChildProcess, 'exit')
      child?.kill('SIGKILL')
      await exit
      await Promise.all(writers)
      expect(done.transfers.length).toBeGreaterThan(before)

      endpoint = await start()
      const items = await all(endpoint)
      const transfers = new Set(items.filter((item) => item.pk?.S === 'transfers').map((item) => item.sk?.S))
      const singles = new Set(items.map((item) => item.pk?.S ?? '').filter((pk) => pk.startsWith('single#')))
      expect(done.transfers.filter((id) => !transfers.has(id))).toEqual([])
      expect(done.puts.filter((id) => !singles.has(`single#${id}`))).toEqual([])

      const money = items.filter((item) => item.pk?.S?.startsWith('account#'))
      expect(money).toHaveLength(accounts)
      expect(money.reduce((sum, item) => sum + Number(item.amount?.N), 0)).toBe(accounts * 1000)
      expect(money.reduce((sum, item) => sum + Number(item.moves?.N), 0)).toBe(transfers.size * 2)
      // A writer has one transaction on its way when the engine dies: no more than those may be there unacknowledged.
      expect(transfers.size - done.transfers.length).toBeLessThanOrEqual((round + 1) * workers)

      expect((await all(endpoint, 'gsi1')).map(textOf).sort()).toEqual(expectedEntries(items))
      expect(await recorded(endpoint)).toBe(accounts + transfers.size * 3 + singles.size)
    }
    const exit = once(child as ChildProcess, 'exit')
    child?.kill('SIGTERM')
    await exit
    expect(integrity()).toBe('ok')
  })
})

/** Waits until so many transfers were acknowledged, however slow the machine is. */
async function enough(done: Acknowledged, count: number): Promise<void> {
  while (done.transfers.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Stream records: one for each change that was committed. */
async function recorded(endpoint: string): Promise<number> {
  const { Streams: streams } = await wireCall<{ Streams: { StreamArn: string }[] }>(
    endpoint,
    'ListStreams',
    {},
  )
  const place = { StreamArn: streams[0]?.StreamArn, ShardId: 'shardId-00000000000000000000-00000000' }
  let next = (
    await wireCall<{ ShardIterator: string }>(endpoint, 'GetShardIterator', {
      ...place,
      ShardIteratorType: 'TRIM_HORIZON',
    })
  ).ShardIterator
  for (let count = 0; ; ) {
    const page = await wireCall<{ Records: object[]; NextShardIterator: string }>(endpoint, 'GetRecords', {
      ShardIterator: next,
    })
    if (page.Records.length === 0) return count
    count += page.Records.length
    next = page.NextShardIterator
  }
}

function integrity(): unknown {
  const db = new DatabaseSync(join(folder, 'table.sqlite'))
  const row = db.prepare('PRAGMA integrity_check').get()
  db.close()
  return row?.integrity_check
}
