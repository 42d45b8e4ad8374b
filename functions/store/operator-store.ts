import { BatchWriteItemCommand, ScanCommand, type WriteRequest } from '@aws-sdk/client-dynamodb'
import type { Attributes } from './attribute.ts'
import { Busy } from './conflict.ts'
import type { Link } from './link.ts'
import type { Reach } from './operator-session.ts'
import { Partition } from './partition.ts'
import { conflictOf, isPassing, withRetry } from './retry.ts'
import { sendWrites } from './send.ts'
import { type Key, requestOf, type Write } from './write.ts'

/** A conditional change in the rows of the city, or in what its province knows of its tenants. */
export type OwnedWrite = { readonly in: keyof Reach; readonly write: Write }
export type WholeKey = { readonly pk: string; readonly sk: string }

const batch = 25
const waits = 12
const longWait = 5000

/**
 * For what may be asked again whatever became of it: waits a minute for a table that is away or has too much to do,
 * because nobody wants to begin a long reading anew for that.
 */
const patiently = async (pause: Link['pause'], attempt: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; ; waited++)
    try {
      return await withRetry(pause, attempt)
    } catch (error) {
      if (waited === waits || !(error instanceof Busy || isPassing(error))) throw error
      await pause(longWait)
    }
}

/**
 * What a person needs who opens, exports, closes and restores a city, and nobody else: it scans, it writes rows as they
 * are, and its transactions span the city and its province. No function can reach it (`test/architecture`), and none
 * has the right to (`infra/rights`).
 */
export class OperatorStore {
  readonly city: Partition
  readonly province: Partition
  readonly reach: Reach
  readonly #link: Link
  readonly #prefix: Readonly<Record<keyof Reach, string>>

  constructor(link: Link, reach: Reach) {
    for (const code of [reach.city, reach.province])
      if (!/^\d{6}$/.test(code)) throw new TypeError('a city or a province is named by six digits')
    this.#link = link
    this.reach = reach
    this.#prefix = { city: `T#${reach.city}#`, province: `P#${reach.province}#` }
    this.city = new Partition(this.#prefix.city, link)
    this.province = new Partition(this.#prefix.province, link)
  }

  get #client() {
    return this.#link.client(this.#prefix.city)
  }

  /** Whether the row lives: DynamoDB removes it up to days after its `ttl`. */
  static lives = (row: Attributes, now: Date): boolean =>
    row['ttl']?.N === undefined || Number(row['ttl'].N) > now.getTime() / 1000

  /**
   * Every row of the city as it is, page by page, in no order. It reads the whole table and pays for all of it, 1 MB a
   * request. What is written meanwhile may be in it or not; `seen` is told how many rows were passed, of everybody.
   */
  async *rows(seen: (rows: number) => void = () => {}): AsyncGenerator<readonly Attributes[]> {
    const input = {
      FilterExpression: 'begins_with(pk, :own)',
      ExpressionAttributeValues: { ':own': { S: this.#prefix.city } },
    }
    for await (const page of this.#scan(input, seen))
      yield page.map((row) => {
        if (!row['pk']?.S?.startsWith(this.#prefix.city)) throw new Error('a row of another tenant came back')
        return row
      })
  }

  /**
   * Keys of what stands for the city anywhere: its own rows, what it disclosed to its province, and what members' own
   * lists say of it.
   */
  async *traces(seen: (rows: number) => void = () => {}): AsyncGenerator<readonly WholeKey[]> {
    const { city } = this.reach
    const input = {
      ProjectionExpression: 'pk, sk',
      FilterExpression:
        'begins_with(pk, :own) OR (sk = :city AND (pk = :disclosed OR begins_with(pk, :months))) OR (sk = :hint AND begins_with(pk, :people))',
      ExpressionAttributeValues: {
        ':own': { S: this.#prefix.city },
        ':city': { S: city },
        ':disclosed': { S: `${this.#prefix.province}CITY` },
        ':months': { S: `${this.#prefix.province}MONTH#` },
        ':hint': { S: `T#${city}` },
        ':people': { S: 'U#' },
      },
    }
    for await (const page of this.#scan(input, seen))
      yield page.map(({ pk, sk }) => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' }))
  }

  async *#scan(input: object, seen: (rows: number) => void): AsyncGenerator<readonly Attributes[]> {
    let start: Attributes | undefined
    do {
      const page = { start }
      let found: readonly Attributes[] = []
      await patiently(this.#link.pause, async () => {
        const { Items, ScannedCount, LastEvaluatedKey } = await this.#client.send(
          new ScanCommand({
            TableName: this.#link.table,
            ConsistentRead: true,
            ...input,
            ...(page.start && { ExclusiveStartKey: page.start }),
          }),
        )
        found = Items ?? []
        start = LastEvaluatedKey
        seen(ScannedCount ?? 0)
        return true
      })
      if (found.length > 0) yield found
    } while (start)
  }

  /** All of the writes or none. Throws `Conflict` with the index of the one whose condition failed. */
  async write(writes: readonly OwnedWrite[]): Promise<void> {
    const now = Math.floor(this.#link.clock().getTime() / 1000)
    const parts = writes.map(({ in: owner, write }) => {
      const key = ([pk, sk]: Key) => ({ pk: { S: this.#prefix[owner] + pk }, sk: { S: sk } })
      return requestOf({ table: this.#link.table, now, key }, write)
    })
    const bare = writes.map(({ write }) => write)
    await withRetry(this.#link.pause, async () => {
      try {
        await sendWrites(this.#client, parts)
        return true
      } catch (error) {
        throw conflictOf(error, bare, (item) => ({ rev: Number(item['rev']?.N ?? 0) })) ?? error
      }
    })
  }

  /** Puts rows of this city as they are, over whatever stands there. Repeating it changes nothing. */
  async putRows(rows: readonly Attributes[]): Promise<void> {
    for (const row of rows) this.#own(row['pk']?.S, row['gsi1pk']?.S)
    await this.#batches(rows.map((Item) => ({ PutRequest: { Item } })))
  }

  /** Removes rows of the city, and those in which it stands in its province, whether they are there or not. */
  async removeRows(keys: readonly WholeKey[]): Promise<void> {
    const isDisclosed = ({ pk, sk }: WholeKey) =>
      sk === this.reach.city && pk.startsWith(this.#prefix.province)
    for (const key of keys) if (!isDisclosed(key)) this.#own(key.pk)
    const requests = keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: { S: pk }, sk: { S: sk } } } }))
    await this.#batches(requests)
  }

  #own(...partitions: readonly (string | undefined)[]): void {
    const [pk, index] = partitions
    if (!pk?.startsWith(this.#prefix.city) || !(index?.startsWith(this.#prefix.city) ?? true))
      throw new Error('a row of another tenant')
  }

  async #batches(requests: readonly WriteRequest[]): Promise<void> {
    for (let at = 0; at < requests.length; at += batch) {
      let open: WriteRequest[] = requests.slice(at, at + batch)
      await patiently(this.#link.pause, async () => {
        const { UnprocessedItems } = await this.#client.send(
          new BatchWriteItemCommand({ RequestItems: { [this.#link.table]: open } }),
        )
        open = UnprocessedItems?.[this.#link.table] ?? []
        return open.length === 0
      })
    }
  }
}
