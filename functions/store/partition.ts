import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { Refused } from '../problem.ts'
import { type Attributes, values } from './attribute.ts'
import { type Cost, charge, noCost } from './cost.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { Link } from './link.ts'
import { type ListOptions, type ListPage, queryInput } from './query.ts'
import { conflictOf, withRetry } from './retry.ts'
import { sendBatch, sendWrites } from './send.ts'
import { type Key, type Place, requestOf, type Write } from './write.ts'

export type Row<T> = T & { readonly rev: number }
export type ListedRow<T> = Row<T> & { readonly sk: string }
export type IndexRow<C> = {
  readonly key: Key
  readonly card: C
  readonly rev: number
  readonly indexSk: string
}
/** A consistent read sees every write that was acknowledged before, and costs twice as much. */
export type ReadOptions = { readonly consistent?: boolean }

const maxWrites = 100
const maxBatch = 100
const maxRows = 20_000
/** Bytes that DynamoDB takes of each part of a key. */
const maxPk = 2048
const maxSk = 1024

/**
 * The rows under one prefix, such as `T#341700#`. Callers name relative keys; whatever they name, the request stays
 * under the prefix, and a row that came back from elsewhere is an error. The named stores are made of this.
 */
export class Partition {
  readonly #prefix: string
  readonly #link: Link
  /** Of this store, or of the whole request where one was handed in. */
  readonly cost: Cost

  constructor(prefix: string, link: Link, cost: Cost = noCost()) {
    this.#prefix = prefix
    this.#link = link
    this.cost = cost
  }

  get #client() {
    return this.#link.client(this.#prefix)
  }

  get #now(): number {
    return Math.floor(this.#link.clock().getTime() / 1000)
  }

  #key = ([pk, sk]: Key) => {
    if (!pk || !sk) throw new TypeError('a key has two parts that are not empty')
    const whole = this.#prefix + pk
    if (Buffer.byteLength(whole) > maxPk || Buffer.byteLength(sk) > maxSk)
      throw new Refused('malformed', '编号过长，请检查后重试。')
    return { pk: { S: whole }, sk: { S: sk } }
  }

  #relative(pk: string | undefined): string {
    if (!pk?.startsWith(this.#prefix)) throw new Error('a row of another tenant came back')
    return pk.slice(this.#prefix.length)
  }

  #own = (item: Attributes): Record<string, unknown> => {
    const { pk, gsi1pk, gsi1sk: _, ...rest } = item
    this.#relative(pk?.S)
    if (gsi1pk) this.#relative(gsi1pk.S)
    return values(rest)
  }

  /** DynamoDB removes rows up to days after their `ttl`; until then they are not there for anybody who asks here. */
  #lives = (item: Attributes): boolean => item['ttl']?.N === undefined || Number(item['ttl'].N) > this.#now

  async get<T extends object>(
    key: Key,
    { consistent = false }: ReadOptions = {},
  ): Promise<Row<T> | undefined> {
    const command = new GetItemCommand({
      TableName: this.#link.table,
      Key: this.#key(key),
      ConsistentRead: consistent,
      ReturnConsumedCapacity: 'TOTAL',
    })
    this.cost.trips++
    const { Item, ConsumedCapacity } = await this.#client.send(command)
    charge(this.cost, 'read', ConsumedCapacity)
    return Item && this.#lives(Item) ? (this.#own(Item) as Row<T>) : undefined
  }

  /** Rows in the order of the keys; undefined where there is none. One request a hundred different keys. */
  async getAll<T extends object>(
    keys: readonly Key[],
    { consistent = false }: ReadOptions = {},
  ): Promise<readonly (Row<T> | undefined)[]> {
    const names = keys.map((key) => JSON.stringify(key))
    const distinct = [...new Map(keys.map((key, i) => [names[i], key])).values()]
    const rows = new Map<string, Row<T>>()
    for (let at = 0; at < distinct.length; at += maxBatch) {
      let open: Attributes[] = distinct.slice(at, at + maxBatch).map(this.#key)
      await withRetry(this.#link.pause, async () => {
        this.cost.trips++
        const { found, left, consumed } = await sendBatch(this.#client, this.#link.table, open, consistent)
        charge(this.cost, 'read', consumed)
        for (const item of found.filter(this.#lives))
          rows.set(JSON.stringify([this.#relative(item['pk']?.S), item['sk']?.S]), this.#own(item) as Row<T>)
        open = left
        return open.length === 0
      })
    }
    return names.map((name) => rows.get(name))
  }

  async list<T extends object>(pk: string, options: ListOptions = {}): Promise<ListPage<ListedRow<T>>> {
    const after =
      options.after === undefined ? undefined : decodeCursor(options.after, 1, options.prefix ?? '')
    const start = after && this.#key([pk, after[0] ?? ''])
    const { items, last } = await this.#query('table', pk, options, start)
    const next = last?.['sk']?.S
    return {
      items: items.map((item) => this.#own(item) as ListedRow<T>),
      ...(next !== undefined && { next: encodeCursor([next]) }),
    }
  }

  /** Every row of a partition (under `prefix`), page after page. */
  async all<T extends object>(
    pk: string,
    options: Omit<ListOptions, 'after' | 'limit'> = {},
  ): Promise<readonly ListedRow<T>[]> {
    const rows: ListedRow<T>[] = []
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
    const after =
      options.after === undefined ? undefined : decodeCursor(options.after, 3, options.prefix ?? '')
    const [indexSk = '', pk = '', sk = ''] = after ?? []
    const place = after && this.#key([indexPk, indexSk])
    const start = place && { gsi1pk: place.pk, gsi1sk: place.sk, ...this.#key([pk, sk]) }
    const { items, last } = await this.#query('index', indexPk, options, start)
    const partsOf = (item: Attributes) =>
      [item['gsi1sk']?.S ?? '', this.#relative(item['pk']?.S), item['sk']?.S ?? ''] as const
    return {
      items: items.map((item) => {
        const { card, rev } = this.#own(item)
        const [indexSk, pk, sk] = partsOf(item)
        return { key: [pk, sk], card: card as C, rev: rev as number, indexSk }
      }),
      ...(last && { next: encodeCursor(partsOf(last)) }),
    }
  }

  async #query(on: 'table' | 'index', pk: string, options: ListOptions, start: Attributes | undefined) {
    const whole = this.#key([pk, '#']).pk.S
    const command = new QueryCommand(queryInput(this.#link.table, on, whole, options, start))
    this.cost.trips++
    const { Items, LastEvaluatedKey, ConsumedCapacity } = await this.#client.send(command)
    charge(this.cost, 'read', ConsumedCapacity)
    return { items: (Items ?? []).filter(this.#lives), last: LastEvaluatedKey }
  }

  /**
   * All of the writes or none: one is sent alone, more go as one transaction. Throws `Conflict` where a condition
   * failed, `Busy` where the table would not take it even after retries.
   */
  async write(writes: readonly Write[]): Promise<void> {
    if (writes.length > maxWrites) throw new RangeError(`a transaction holds at most ${maxWrites} writes`)
    if (writes.length === 0) return
    const place: Place = { table: this.#link.table, now: this.#now, key: this.#key }
    const parts = writes.map((write) => requestOf(place, write))
    await withRetry(this.#link.pause, async () => {
      this.cost.trips++
      try {
        charge(this.cost, 'write', await sendWrites(this.#client, parts))
        return true
      } catch (error) {
        throw conflictOf(error, writes, this.#own) ?? error
      }
    })
  }
}
