import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Attributes, attribute, attributes } from './attribute.ts'
import type { Expected } from './conflict.ts'

/** A key relative to the store's owner. */
export type Key = readonly [pk: string, sk: string]

/** One conditional change of one row. There is no unconditional one; counters alone add without a condition. */
export type Write =
  | {
      readonly put: Key
      readonly item: object
      readonly expect: 'absent' | { readonly rev: number }
      readonly index?: Key
      readonly card?: object
      /** Seconds since 1970 from which the row no longer exists. Not with `index`: the index does not know of it. */
      readonly ttl?: number
    }
  | {
      readonly change: Key
      /** Whole attributes; one that is `undefined` stays as it is. */
      readonly set: Readonly<Record<string, unknown>>
      readonly remove?: readonly string[]
      readonly expect: { readonly rev: number }
      /** `null` takes the row out of the index. */
      readonly index?: Key | null
      readonly card?: object
    }
  | { readonly remove: Key; readonly expect: { readonly rev: number } | 'present' }
  | { readonly add: Key; readonly metrics: Readonly<Record<string, number>> }
  | { readonly check: Key; readonly expect: 'present' | { readonly rev: number } }
  /** Moves the end of a row's life; `null` lets it live for ever. */
  | { readonly live: Key; readonly ttl: number | null; readonly expect: 'present' | { readonly rev: number } }

/** Names that belong to the store; an item cannot set them. */
const reserved = new Set(['pk', 'sk', 'rev', 'ttl', 'gsi1pk', 'gsi1sk', 'card'])

export const keyOf = (write: Write): Key => {
  if ('put' in write) return write.put
  if ('change' in write) return write.change
  if ('add' in write) return write.add
  if ('check' in write) return write.check
  if ('live' in write) return write.live
  return write.remove
}

export const expectedOf = (write: Write): Expected => {
  if (!('expect' in write)) return 'present'
  return typeof write.expect === 'object' ? 'rev' : write.expect
}

const onRev = (rev: number) => ({
  ConditionExpression: 'rev = :rev',
  ExpressionAttributeValues: { ':rev': { N: String(rev) } } as Attributes,
})
const onPresent = { ConditionExpression: 'attribute_exists(pk)' }
const onAbsent = (now: number) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ExpressionAttributeValues: { ':now': { N: String(now) } } as Attributes,
})

const own = (item: object): Attributes =>
  attributes(Object.fromEntries(Object.entries(item).filter(([name]) => !reserved.has(name))))

/** What a write needs to know of its store. */
export type Place = {
  readonly table: string
  /** Seconds since 1970. */
  readonly now: number
  /** The whole key of a relative one. */
  key(key: Key): { pk: { S: string }; sk: { S: string } }
}

const indexed = (place: Place, index: Key): Attributes => {
  const { pk, sk } = place.key(index)
  return { gsi1pk: pk, gsi1sk: sk }
}

const putOf = (place: Place, write: Extract<Write, { put: Key }>): TransactWriteItem => {
  if (write.ttl !== undefined && write.index)
    throw new TypeError('a row with an end has no place in the index')
  return {
    Put: {
      TableName: place.table,
      Item: {
        ...own(write.item),
        ...place.key(write.put),
        rev: { N: String(write.expect === 'absent' ? 1 : write.expect.rev + 1) },
        ...(write.index && indexed(place, write.index)),
        ...(write.card && { card: attribute(write.card) }),
        ...(write.ttl !== undefined && { ttl: { N: String(Math.floor(write.ttl)) } }),
      },
      ...(write.expect === 'absent' ? onAbsent(place.now) : onRev(write.expect.rev)),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
}

const changeOf = (place: Place, write: Extract<Write, { change: Key }>): TransactWriteItem => {
  const set: Attributes = {
    ...own(write.set),
    rev: { N: String(write.expect.rev + 1) },
    ...(write.index && indexed(place, write.index)),
    ...(write.card && { card: attribute(write.card) }),
  }
  const gone = [
    ...(write.remove ?? []).filter((name) => !reserved.has(name)),
    ...(write.index === null ? ['gsi1pk', 'gsi1sk', 'card'] : []),
  ]
  const names = [...Object.keys(set), ...gone]
  const values = Object.fromEntries(Object.values(set).map((value, i) => [`:v${i}`, value]))
  const sets = Object.keys(set).map((_, i) => `#n${i} = :v${i}`)
  const removes = gone.map((_, i) => `#n${sets.length + i}`)
  const condition = onRev(write.expect.rev)
  return {
    Update: {
      TableName: place.table,
      Key: place.key(write.change),
      UpdateExpression: `SET ${sets.join(', ')}${removes.length ? ` REMOVE ${removes.join(', ')}` : ''}`,
      ConditionExpression: condition.ConditionExpression,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#n${i}`, name])),
      ExpressionAttributeValues: { ...values, ...condition.ExpressionAttributeValues },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
}

const addOf = (place: Place, write: Extract<Write, { add: Key }>): TransactWriteItem => {
  const metrics = Object.entries(write.metrics).filter(([name]) => !reserved.has(name))
  return {
    Update: {
      TableName: place.table,
      Key: place.key(write.add),
      UpdateExpression: `ADD rev :one${metrics.map((_, i) => `, #n${i} :v${i}`).join('')}`,
      ...(metrics.length > 0 && {
        ExpressionAttributeNames: Object.fromEntries(metrics.map(([name], i) => [`#n${i}`, name])),
      }),
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ...Object.fromEntries(metrics.map(([, by], i) => [`:v${i}`, attribute(by)])),
      },
    },
  }
}

const liveOf = (place: Place, write: Extract<Write, { live: Key }>): TransactWriteItem => {
  const stands = '(attribute_not_exists(#ttl) OR #ttl > :now)'
  const condition =
    write.expect === 'present' ? { ...onPresent, ExpressionAttributeValues: {} } : onRev(write.expect.rev)
  return {
    Update: {
      TableName: place.table,
      Key: place.key(write.live),
      UpdateExpression: `${write.ttl === null ? 'REMOVE #ttl' : 'SET #ttl = :ttl'} ADD rev :one`,
      ConditionExpression: `${condition.ConditionExpression} AND ${stands}`,
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ...condition.ExpressionAttributeValues,
        ':one': { N: '1' },
        ':now': { N: String(place.now) },
        ...(write.ttl !== null && { ':ttl': { N: String(Math.floor(write.ttl)) } }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
}

/** The request part of one write, as a transaction takes it. */
export const requestOf = (place: Place, write: Write): TransactWriteItem => {
  if ('put' in write) return putOf(place, write)
  if ('change' in write) return changeOf(place, write)
  if ('add' in write) return addOf(place, write)
  if ('live' in write) return liveOf(place, write)
  const condition = write.expect === 'present' ? onPresent : onRev(write.expect.rev)
  const Key = place.key(keyOf(write))
  const part = {
    TableName: place.table,
    Key,
    ...condition,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const
  return 'check' in write ? { ConditionCheck: part } : { Delete: part }
}
