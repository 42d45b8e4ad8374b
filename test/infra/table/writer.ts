import { createHash } from 'node:crypto'
import { wireCall } from '../../../infra/local/table/index.ts'

/** What a writer was told: the transactions that the engine acknowledged. */
export interface Acknowledged {
  readonly transfers: string[]
  readonly puts: string[]
}

export const accounts = 8
export const table = 'yihu'

type Row = Record<string, { S?: string; N?: string }>
const account = (i: number): Row => ({ pk: { S: `account#${i}` }, sk: { S: '#' } })

export function accountRow(i: number): Row {
  return { ...account(i), amount: { N: '1000' }, moves: { N: '0' }, ...index(i, 0) }
}

/** The index key changes with every move, so that each transaction moves index entries too. */
function index(i: number, version: number): Row {
  return { gsi1pk: { S: 'accounts' }, gsi1sk: { S: `${i}#${version}` } }
}

/** Moves money between accounts and notes each transfer, until the engine is gone. */
export async function moveMoney(endpoint: string, worker: string, done: Acknowledged): Promise<void> {
  for (let n = 0; ; n++) {
    const digest = createHash('sha256').update(`${worker}-${n}`).digest()
    const from = (digest[0] ?? 0) % accounts
    const to = (from + 1 + ((digest[1] ?? 0) % (accounts - 1))) % accounts
    const id = `${worker}-${n}`
    const change = (i: number, amount: number) => ({
      Update: {
        TableName: table,
        Key: account(i),
        UpdateExpression: 'SET gsi1sk = :sk, rev = :rev ADD amount :a, moves :one',
        ExpressionAttributeValues: {
          ':a': { N: String(amount) },
          ':one': { N: '1' },
          ':rev': { S: id },
          ':sk': { S: `${i}#${id}` },
        },
      },
    })
    const note = {
      pk: { S: 'transfers' },
      sk: { S: id },
      gsi1pk: { S: 'transfers' },
      gsi1sk: { S: id },
      rev: { N: '1' },
    }
    const absent = 'attribute_not_exists(pk)'
    try {
      await wireCall(endpoint, 'TransactWriteItems', {
        TransactItems: [
          change(from, -1),
          change(to, 1),
          { Put: { TableName: table, Item: note, ConditionExpression: absent } },
        ],
      })
      done.transfers.push(id)
      const single = {
        pk: { S: `single#${id}` },
        sk: { S: '#' },
        gsi1pk: { S: 'singles' },
        gsi1sk: { S: id },
      }
      await wireCall(endpoint, 'PutItem', { TableName: table, Item: single })
      done.puts.push(id)
    } catch (error) {
      if (error instanceof TypeError || (error as { name: string }).name === 'SyntaxError') return
      throw error
    }
  }
}
