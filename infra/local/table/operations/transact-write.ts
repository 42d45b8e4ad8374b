import { createHash } from 'node:crypto'
import type { Engine } from '../engine.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { ConditionalInput, KeyedInput, PutInput, UpdateInput } from '../request/item-input.ts'
import { checkAction, transactWriteShapes } from '../request/transact-shape.ts'
import { addressOf } from '../storage/address.ts'
import { tableNamed } from '../storage/catalog.ts'
import { load, mutate } from '../storage/mutation.ts'
import type { Table } from '../storage/schema.ts'
import { readToken, rememberToken } from '../storage/token.ts'
import type { Item } from '../values/attribute.ts'
import { itemSize } from '../values/size.ts'
import { placeOf } from './batch-write.ts'
import { Meter, readUnits, writeUnits } from './capacity.ts'
import { checkCondition, checkKeyed, checkPut, checkUpdate, updated } from './evaluate.ts'
import type { Operation } from './operations.ts'

export interface TransactItem {
  readonly Put?: PutInput
  readonly Update?: UpdateInput
  readonly Delete?: KeyedInput
  readonly ConditionCheck?: KeyedInput
}
interface TransactWriteInput {
  readonly TransactItems: readonly TransactItem[]
  readonly ClientRequestToken?: string
  readonly ReturnConsumedCapacity?: string
}

/** One action, ready to run: `next` gives the row that it leaves, or undefined when it only checks. */
interface Action {
  readonly table: Table
  readonly input: ConditionalInput
  readonly key: Item
  readonly check: () => void
  readonly next?: (old: Item | undefined) => Item | undefined
}

const maxBytes = 4 * 1024 * 1024

/** TransactWriteItems: up to 100 actions on as many rows of any tables, all or none. */
export const transactWriteItems: Operation = {
  request: {
    types: transactWriteShapes,
    custom: (input: { readonly TransactItems: readonly TransactItem[] }) => {
      for (const item of input.TransactItems) {
        const problem = checkAction(item)
        if (problem !== undefined) return problem
      }
      return undefined
    },
  },
  run: (engine: Engine, input: TransactWriteInput) => {
    const meter = new Meter('Write')
    const actions = input.TransactItems.map((item) => actionOf(engine, item))
    const digest = createHash('sha256').update(JSON.stringify(input.TransactItems)).digest('hex')
    if (readToken(engine, input.ClientRequestToken, digest)) return replayed(engine, actions, input)
    const plans = planAll(engine, actions)
    const bytes = plans.reduce((sum, { old, next }) => sum + itemSize(next ?? old ?? {}), 0)
    if (bytes > maxBytes)
      throw invalid('Collection of items in the transaction exceeds the maximum size of 4 MB')
    for (const { action, old, next } of plans) {
      const { table } = action
      if (action.next === undefined) {
        meter.add(table.name, 2 * writeUnits(old === undefined ? 0 : itemSize(old)))
        continue
      }
      const cost = mutate(engine, { table, old, next })
      meter.add(table.name, 2 * cost.table, cost.indexes)
    }
    rememberToken(engine, input.ClientRequestToken, digest)
    const report = meter.report(input.ReturnConsumedCapacity)
    return report === undefined ? {} : { ConsumedCapacity: report }
  },
}

/** Everything is decided on the state before; the first refusal does not hide the others. */
function planAll(engine: Engine, actions: readonly Action[]) {
  const seen = new Set<string>()
  const reasons: object[] = []
  const plans = actions.map((action) => {
    try {
      action.check()
      const place = placeOf(action.table, addressOf(action.table.keys, action.key))
      if (seen.has(place)) throw new Refusal('Duplicate', '')
      seen.add(place)
      const old = load(engine, action.table, action.key)
      checkCondition(action.table, action.input, old)
      const next = action.next?.(old)
      reasons.push({ Code: 'None' })
      return { action, old, next }
    } catch (error) {
      reasons.push(reasonOf(error))
      return { action, old: undefined, next: undefined }
    }
  })
  if (reasons.some((reason) => (reason as { Code: string }).Code !== 'None')) throw cancelled(reasons)
  return plans
}

function reasonOf(error: unknown): object {
  if (!(error instanceof Refusal)) throw error
  if (error.kind === 'Duplicate') {
    throw invalid('Transaction request cannot include multiple operations on one item')
  }
  if (error.kind === 'ConditionalCheckFailedException') {
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.details }
  }
  if (error.kind === 'ValidationException') return { Code: 'ValidationError', Message: error.message }
  throw error
}

export function cancelled(reasons: readonly object[]): Refusal {
  const codes = reasons.map((reason) => (reason as { Code: string }).Code).join(', ')
  return new Refusal(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  )
}

function actionOf(engine: Engine, item: TransactItem): Action {
  const { Put: put, Update: update, Delete: remove, ConditionCheck: check } = item
  const input = put ?? update ?? remove ?? check
  if (input === undefined) throw invalid('a transaction item without an action')
  const table = tableNamed(engine, input.TableName)
  if (put !== undefined) {
    return { table, input, key: put.Item, check: () => checkPut(table, put), next: () => put.Item }
  }
  if (update !== undefined) {
    return {
      table,
      input,
      key: update.Key,
      check: () => checkUpdate(table, update),
      next: (old) => updated(table, update, old),
    }
  }
  const keyed = input as KeyedInput
  const common = { table, input, key: keyed.Key, check: () => checkKeyed(table, keyed) }
  return remove === undefined ? common : { ...common, next: () => undefined }
}

/** The same request again within ten minutes changes nothing and costs reads. */
function replayed(engine: Engine, actions: readonly Action[], input: TransactWriteInput): object {
  const meter = new Meter('Read')
  for (const { table, key } of actions) {
    const item = load(engine, table, key)
    meter.add(table.name, readUnits(item === undefined ? 0 : itemSize(item), 'transactional'))
  }
  const report = meter.report(input.ReturnConsumedCapacity)
  return report === undefined ? {} : { ConsumedCapacity: report }
}
