import type { SQLInputValue } from 'node:sqlite'
import type { Engine } from '../engine.ts'
import { badParameter, invalid } from '../refusal.ts'
import type { Index, Table } from '../storage/schema.ts'
import { keyAttributes } from '../storage/schema.ts'
import type { Attribute, Item } from '../values/attribute.ts'
import { matches } from '../values/condition.ts'
import type { ParsedCondition, ParsedProjection } from '../values/expression.ts'
import { project } from '../values/path.ts'
import { consumed, Meter, readUnits } from './capacity.ts'
import { checkPaths } from './evaluate.ts'

/** What Query and Scan share. */
export interface PageInput {
  readonly TableName: string
  readonly IndexName?: string
  readonly Select?: 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' | 'SPECIFIC_ATTRIBUTES' | 'COUNT'
  readonly Limit?: number
  readonly ConsistentRead?: boolean
  readonly ExclusiveStartKey?: Item
  readonly ReturnConsumedCapacity?: string
  readonly _filter?: ParsedCondition
  readonly _projection?: ParsedProjection
}

/** The rows of a page, in order: where they stand (with AND-ed conditions), sorted by these columns. */
export interface Rows {
  readonly where: readonly string[]
  readonly values: readonly SQLInputValue[]
  readonly order: string
}

const maxPage = 1024 * 1024

/** The index that is read, if one is. */
export function indexNamed(table: Table, input: PageInput): Index | undefined {
  if (input.IndexName === undefined) return undefined
  const index = table.indexes.find(({ name }) => name === input.IndexName)
  if (index === undefined) throw invalid(`The table does not have the specified index: ${input.IndexName}`)
  if (input.ConsistentRead) throw invalid('Consistent reads are not supported on global secondary indexes')
  return index
}

/** Refuses what a page cannot give: attributes that the index does not carry, a Select that contradicts the projection. */
export function checkSelection(table: Table, index: Index | undefined, input: PageInput): void {
  checkPaths(table, input._projection?.nestedPaths ?? {})
  checkPaths(table, input._filter?.nestedPaths ?? {})
  const select = input.Select
  if (input._projection !== undefined && select !== undefined && select !== 'SPECIFIC_ATTRIBUTES') {
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${select}`)
  }
  if (input._projection === undefined && select === 'SPECIFIC_ATTRIBUTES') {
    throw invalid(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    )
  }
  if (index === undefined) {
    if (select !== 'ALL_PROJECTED_ATTRIBUTES') return
    throw badParameter('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName')
  }
  if (index.projection === 'ALL') return
  if (select === 'ALL_ATTRIBUTES') {
    throw badParameter(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} ` +
        'because its projection type is not ALL',
    )
  }
  const keys = [...keyAttributes(table.keys), ...keyAttributes(index.keys)].map(({ name }) => name)
  const carried = new Set<unknown>([...keys, ...index.include])
  const missing = (input._projection?.paths ?? []).map(([head]) => head).filter((head) => !carried.has(head))
  if (missing.length > 0) {
    throw badParameter(`Global secondary index ${index.name} does not project [${missing.join(', ')}]`)
  }
}

/** Reads rows until the limit or 1 MB is reached, then filters, then projects. */
export function readPage(
  engine: Engine,
  table: Table,
  index: Index | undefined,
  input: PageInput,
  rows: Rows,
): object {
  const source = index === undefined ? 'items' : 'entries'
  const sql = `SELECT size, body FROM ${source} WHERE ${rows.where.join(' AND ')} ORDER BY ${rows.order}`
  const limit = input.Limit ?? Number.POSITIVE_INFINITY
  const read: Item[] = []
  let bytes = 0
  for (const row of engine.db.each<{ size: number; body: string }>(sql, ...rows.values)) {
    read.push(JSON.parse(row.body) as Item)
    bytes += row.size
    if (read.length >= limit || bytes >= maxPage) break
  }
  const filter = input._filter?.expression
  const kept = filter === undefined ? read : read.filter((item) => matches(item, filter))
  const paths = input._projection?.paths
  const last = read.length >= limit || bytes >= maxPage ? read.at(-1) : undefined
  const units = readUnits(bytes, input.ConsistentRead ? 'strong' : 'eventual')
  const meter = new Meter()
  if (index === undefined) meter.add(table.name, units)
  else meter.add(table.name, 0, { [index.name]: units })
  return {
    ...(input.Select !== 'COUNT' && { Items: paths ? kept.map((item) => project(item, paths)) : kept }),
    Count: kept.length,
    ScannedCount: read.length,
    ...(last && { LastEvaluatedKey: startKey(table, index, last) }),
    ...consumed(meter, input.ReturnConsumedCapacity),
  }
}

function startKey(table: Table, index: Index | undefined, item: Item): Item {
  const attributes = [...keyAttributes(table.keys), ...(index ? keyAttributes(index.keys) : [])]
  return Object.fromEntries(attributes.map(({ name }) => [name, item[name] as Attribute]))
}
