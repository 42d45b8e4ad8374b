import type { SQLInputValue } from 'node:sqlite'
import * as shape from 'dynalite/validations/query.js'
import type { Engine } from '../engine.ts'
import { badParameter, invalid } from '../refusal.ts'
import { modern } from '../request/shape.ts'
import type { Start } from '../request/start-key.ts'
import { readStart } from '../request/start-key.ts'
import { bucketOf, encodeKey } from '../storage/address.ts'
import { tableNamed } from '../storage/catalog.ts'
import type { Index, KeyAttribute, KeySchema, Table } from '../storage/schema.ts'
import { keyAttributes } from '../storage/schema.ts'
import type { Attribute } from '../values/attribute.ts'
import type { Operation } from './operations.ts'
import type { PageInput, Rows } from './page.ts'
import { checkSelection, indexNamed, readPage } from './page.ts'

interface KeyCondition {
  readonly ComparisonOperator: 'EQ' | 'LT' | 'LE' | 'GT' | 'GE' | 'BETWEEN' | 'BEGINS_WITH'
  readonly AttributeValueList: readonly Attribute[]
}
interface QueryInput extends PageInput {
  readonly ScanIndexForward?: boolean
  /** dynalite turns the key condition expression into this form. */
  readonly KeyConditions: Readonly<Record<string, KeyCondition>>
}

/** Query: the items of one partition of a table or index, in the order of its range key. */
export const query: Operation = {
  request: { types: modern(shape.types), custom: shape.custom },
  isRead: true,
  run: (engine: Engine, input: QueryInput) => {
    const table = tableNamed(engine, input.TableName)
    const index = indexNamed(table, input)
    const keys = index?.keys ?? table.keys
    checkKeyConditions(keys, input.KeyConditions)
    checkSelection(table, index, input)
    checkFilter(keys, input)
    const start = readStart(table, index, input.ExclusiveStartKey)
    return readPage(engine, table, index, input, rowsOf(table, index, input, start))
  },
}

function checkKeyConditions(keys: KeySchema, conditions: Readonly<Record<string, KeyCondition>>): void {
  const given = Object.keys(conditions)
  const hash = conditions[keys.hash.name]
  if (hash === undefined) throw invalid(`Query condition missed key schema element: ${keys.hash.name}`)
  if (hash.ComparisonOperator !== 'EQ') throw invalid('Query key condition not supported')
  const allowed = new Set(keyAttributes(keys).map(({ name }) => name))
  if (given.some((name) => !allowed.has(name))) {
    throw invalid(
      keys.range === undefined
        ? 'Query key condition not supported'
        : `Query condition missed key schema element: ${keys.range.name}`,
    )
  }
  for (const { name, type } of keyAttributes(keys)) {
    const values = conditions[name]?.AttributeValueList ?? []
    if (values.some((value) => value[type] === undefined)) {
      throw badParameter('Condition parameter type does not match schema type')
    }
    if (values.some((value) => type !== 'N' && value[type] === '')) {
      const kind = type === 'S' ? 'string' : 'binary'
      throw invalid(
        'One or more parameter values are not valid. The AttributeValue for a key attribute ' +
          `cannot contain an empty ${kind} value. Key: ${name}`,
      )
    }
  }
}

function checkFilter(keys: KeySchema, input: QueryInput): void {
  const heads = input._filter?.pathHeads ?? {}
  for (const { name } of keyAttributes(keys)) {
    if (heads[name] === undefined) continue
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
    )
  }
}

function rowsOf(table: Table, index: Index | undefined, input: QueryInput, start: Start | undefined): Rows {
  const keys = index?.keys ?? table.keys
  const hash = encodeKey(keys.hash, input.KeyConditions[keys.hash.name]?.AttributeValueList[0] as Attribute)
  const isForward = input.ScanIndexForward !== false
  const where = [index === undefined ? 'table_id = ?' : 'index_id = ?', 'bucket = ?', 'hash = ?']
  const values: SQLInputValue[] = [index?.id ?? table.id, bucketOf(hash), hash]
  const range = keys.range && rangeBounds(keys.range, input.KeyConditions[keys.range.name])
  for (const [comparison, bound] of range ?? []) {
    where.push(`range ${comparison} ?`)
    values.push(bound)
  }
  if (start !== undefined) {
    checkStart(start, hash, range ?? [])
    const columns = index === undefined ? '(range) ' : '(range, item_hash, item_range) '
    where.push(`${columns}${isForward ? '>' : '<'} (${index === undefined ? '?' : '?, ?, ?'})`)
    values.push(start.at.range)
    if (index !== undefined) values.push(start.item.hash, start.item.range)
  }
  const direction = isForward ? '' : ' DESC'
  const columns = index === undefined ? ['range'] : ['range', 'item_hash', 'item_range']
  return { where, values, order: columns.map((column) => column + direction).join(', ') }
}

type Bound = readonly [comparison: '=' | '<' | '<=' | '>' | '>=', value: Buffer]

function rangeBounds(attribute: KeyAttribute, condition: KeyCondition | undefined): readonly Bound[] {
  if (condition === undefined) return []
  const [first, second] = condition.AttributeValueList.map((value) => encodeKey(attribute, value))
  if (first === undefined) return []
  switch (condition.ComparisonOperator) {
    case 'EQ':
      return [['=', first]]
    case 'LT':
      return [['<', first]]
    case 'LE':
      return [['<=', first]]
    case 'GT':
      return [['>', first]]
    case 'GE':
      return [['>=', first]]
    case 'BETWEEN':
      return second === undefined
        ? []
        : [
            ['>=', first],
            ['<=', second],
          ]
    case 'BEGINS_WITH': {
      const end = afterPrefix(first)
      return end === undefined
        ? [['>=', first]]
        : [
            ['>=', first],
            ['<', end],
          ]
    }
  }
}

/** The least bytes above every value with this prefix; undefined when nothing is above. */
function afterPrefix(prefix: Buffer): Buffer | undefined {
  const kept = prefix.length - [...prefix].reverse().findIndex((byte) => byte !== 255)
  if (prefix.every((byte) => byte === 255)) return undefined
  const end = Buffer.from(prefix.subarray(0, kept))
  end[kept - 1] = (end[kept - 1] ?? 0) + 1
  return end
}

/** A cursor from another partition, or from outside of the range that is asked for, is refused. */
function checkStart(start: Start, hash: Buffer, bounds: readonly Bound[]): void {
  if (!start.at.hash.equals(hash)) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions')
  }
  const isInside = bounds.every(([comparison, bound]) => {
    const difference = Buffer.compare(start.at.range, bound)
    if (comparison === '=') return difference === 0
    if (comparison === '<') return difference < 0
    if (comparison === '<=') return difference <= 0
    return comparison === '>' ? difference > 0 : difference >= 0
  })
  if (!isInside) throw invalid('The provided starting key does not match the range key predicate')
}
