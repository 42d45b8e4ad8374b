import {
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { type Attributes, values } from './attribute.ts'
import { type Cost, charge, noCost } from './cost.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { Link } from './link.ts'
import { conflictOf, withRetry } from './retry.ts'
import { type Key, type Place, requestOf, type Write } from './write.ts'

export type Row<T> = T & { readonly rev: number }
export type ListOptions = {
  /** Only sort keys that begin so. */
  readonly prefix?: string
  /** The `next` of the page before. */
  readonly after?: string
  /** Rows a page; absent = as many as fit into 1 MB. */
  readonly limit?: number
  readonly newestFirst?: boolean
  /** Sees every write that was acknowledged before; costs twice as much. Not for the index. */
  readonly consistent?: boolean
}
export type ListPage<T> = { readonly items: readonly T[]; readonly next?: string }
export type IndexRow<C> = {
  readonly key: Key
  readonly card: C
  readonly rev: number
  readonly indexSk: string
}

const indexName = 'gsi1'
const maxWrites = 100
const maxBatch = 100
const maxRows = 20_000

/**
 * The rows under one prefix, such as `T#341700#`. Callers name relative keys; whatever they name, the request stays
 * under the prefix, and a row that came back from elsewhere is an error. The named stores are made of this.
 */
export class Partition {
  readonly #prefix: string
  readonly #link: Link
  readonly cost: Cost = noCost()

  constructor(prefix: string, link: Link) {
    this.#prefix = prefix
    this.#link = link
  }

  get #client(): DynamoDBClient {
    return this.#link.client(this.#prefix)
  }

  get now(): number {
    return Math.floor(this.#link.clock().getTime() / 1000)
  }

  #key = ([pk, sk]: Key) => {
    if (!pk || !sk) throw new TypeError('a key has two parts that are not empty')
    return { pk: { S: this.#prefix + pk }, sk: { S: sk } }
  }

  #own(item: Attributes): Record<string, unknown> {
    const { pk, gsi1pk, gsi1sk, ...rest } = item
    for (const key of [pk, gsi1pk])
      if (key && !key.S?.startsWith(this.#prefix)) throw new Error('a row of another tenant came back')
    if (!pk) throw new Error('a row without a key came back')
    return values(rest)
  }

  #alive(item: Attributes): boolean {
    return item['ttl']?.N === undefined || Number(item['ttl'].N) > this.now
  }

  async get<T extends object>(key: Key, options: { consistent?: boolean } = {}): Promise<Row<T> | undefined> {
    this.cost.trips++
    const out = await this.#client.send(
      new GetItemCommand({
        TableName: this.#link.table,
        Key: this.#key(key),
        ConsistentRead: options.consistent ?? false,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    charge(this.cost, 'read', out.ConsumedCapacity)
    return out.Item && this.#alive(out.Item) ? (this.#own(out.Item) as Row<T>) : undefined
  }

  /** Rows in the order of the keys; undefined where there is none. One request a hundred different keys. */
  async getAll<T extends object>(
    keys: readonly Key[],
    options: { consistent?: boolean } = {},
  ): Promise<readonly (Row<T> | undefined)[]> {
    const names = keys.map((key) => JSON.stringify(key))
    const distinct = [...new Map(keys.map((key, i) => [names[i], key])).values()]
    const found = new Map<string, Row<T>>()
    for (let at = 0; at < distinct.length; at += maxBatch) {
      let open = distinct.slice(at, at + maxBatch).map(this.#key) as Attributes[]
      await withRetry(async () => {
        this.cost.trips++
        const out = await this.#client.send(
          new BatchGetItemCommand({
            RequestItems: {
              [this.#link.table]: { Keys: open, ConsistentRead: options.consistent ?? false },
            },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        )
        charge(this.cost, 'read', out.ConsumedCapacity)
        for (const item of out.Responses?.[this.#link.table] ?? []) {
          if (!this.#alive(item)) continue
          const key = [item['pk']?.S?.slice(this.#prefix.length), item['sk']?.S]
          found.set(JSON.stringify(key), this.#own(item) as Row<T>)
        }
        open = out.UnprocessedKeys?.[this.#link.table]?.Keys ?? []
        return open.length === 0
      })
    }
    return names.map((name) => found.get(name))
  }

  async list<T extends object>(
    pk: string,
    options: ListOptions = {},
  ): Promise<ListPage<Row<T> & { readonly sk: string }>> {
    const { prefix = '', after } = options
    const start = after === undefined ? undefined : decodeCursor(after, 1, prefix)[0]
    const { items, last } = await this.#query(
      ['pk', 'sk'],
      pk,
      options,
      start === undefined ? undefined : this.#key([pk, start]),
    )
    const next = last?.['sk']?.S
    return {
      items: items.map((item) => this.#own(item) as Row<T> & { sk: string }),
      ...(next !== undefined && { next: encodeCursor([next]) }),
    }
  }

  /** Every row of a partition (under `prefix`), page after page. */
  async all<T extends object>(
    pk: string,
    options: Omit<ListOptions, 'after' | 'limit'> = {},
  ): Promise<readonly (Row<T> & { readonly sk: string })[]> {
    const rows: (Row<T> & { readonly sk: string })[] = []
    for (let after: string | undefined; ; ) {
      const page = await this.list<T>(pk, { ...options, ...(after !== undefined && { after }) })
      rows.push(...page.items)
      if (page.next === undefined) return rows
      if (rows.length > maxRows)
        throw new RangeError(`${pk} holds more than ${maxRows} rows: list it by page`)
      after = page.next
    }
  }

  /** Cards of the index, never bodies. */
  async listIndex<C>(
    indexPk: string,
    options: Omit<ListOptions, 'consistent'> = {},
  ): Promise<ListPage<IndexRow<C>>> {
    const { prefix = '', after } = options
    const [indexSk = '', pk = '', sk = ''] = after === undefined ? [] : decodeCursor(after, 3, prefix)
    const index = this.#key([indexPk, indexSk || '#'])
    const start =
      after === undefined ? undefined : { gsi1pk: index.pk, gsi1sk: index.sk, ...this.#key([pk, sk]) }
    const { items, last } = await this.#query(['gsi1pk', 'gsi1sk'], indexPk, options, start)
    return {
      items: items.map((item) => {
        const { sk, card, rev } = this.#own(item)
        const base = item['pk']?.S?.slice(this.#prefix.length) ?? ''
        const place = item['gsi1sk']?.S ?? ''
        return { key: [base, sk as string], card: card as C, rev: rev as number, indexSk: place } as const
      }),
      ...(last && {
        next: encodeCursor([
          last['gsi1sk']?.S ?? '',
          last['pk']?.S?.slice(this.#prefix.length) ?? '',
          last['sk']?.S ?? '',
        ]),
      }),
    }
  }

  async #query(
    [pkName, skName]: readonly [string, string],
    pk: string,
    options: ListOptions,
    start: Attributes | undefined,
  ): Promise<{ items: readonly Attributes[]; last: Attributes | undefined }> {
    this.cost.trips++
    const out = await this.#client.send(
      new QueryCommand({
        TableName: this.#link.table,
        ...(pkName === 'gsi1pk' && { IndexName: indexName }),
        KeyConditionExpression: `${pkName} = :pk${options.prefix ? ` AND begins_with(${skName}, :sk)` : ''}`,
        ExpressionAttributeValues: {
          ':pk': this.#key([pk, '#']).pk,
          ...(options.prefix && { ':sk': { S: options.prefix } }),
        },
        ScanIndexForward: !options.newestFirst,
        ...(options.consistent && { ConsistentRead: true }),
        ...(options.limit !== undefined && { Limit: options.limit }),
        ...(start && { ExclusiveStartKey: start }),
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    charge(this.cost, 'read', out.ConsumedCapacity)
    return { items: (out.Items ?? []).filter((item) => this.#alive(item)), last: out.LastEvaluatedKey }
  }

  /**
   * All of the writes or none: one is sent alone, more go as one transaction. Throws `Conflict` where a condition
   * failed, `Busy` where the table would not take it even after retries.
   */
  async write(writes: readonly Write[]): Promise<void> {
    if (writes.length > maxWrites) throw new RangeError(`a transaction holds at most ${maxWrites} writes`)
    const place: Place = { table: this.#link.table, now: this.now, key: this.#key }
    const parts = writes.map((write) => requestOf(place, write))
    const [only] = parts
    if (!only) return
    await withRetry(async () => {
      this.cost.trips++
      try {
        const alone = parts.length === 1 && !only.ConditionCheck
        charge(this.cost, 'write', await (alone ? this.#sendOne(only) : this.#sendAll(parts)))
        return true
      } catch (error) {
        throw conflictOf(error, writes, (item) => this.#own(item)) ?? error
      }
    })
  }

  async #sendOne({ Put, Update, Delete }: TransactWriteItem) {
    const common = { ReturnConsumedCapacity: 'TOTAL' } as const
    if (Put)
      return (
        await this.#client.send(
          new PutItemCommand({ ...(Put as typeof Put & { Item: Attributes }), ...common }),
        )
      ).ConsumedCapacity
    if (Update)
      return (await this.#client.send(new UpdateItemCommand({ ...Update, ...common }))).ConsumedCapacity
    if (Delete)
      return (await this.#client.send(new DeleteItemCommand({ ...Delete, ...common }))).ConsumedCapacity
    throw new TypeError('nothing to write')
  }

  async #sendAll(parts: TransactWriteItem[]) {
    const command = new TransactWriteItemsCommand({ TransactItems: parts, ReturnConsumedCapacity: 'TOTAL' })
    return (await this.#client.send(command)).ConsumedCapacity
  }
}
