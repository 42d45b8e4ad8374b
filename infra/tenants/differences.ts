import { rowOfLine } from '../../functions/store/operator-row.ts'
import { OperatorStore } from '../../functions/store/operator-store.ts'
import { before, type SortedRow } from './archive/sort.ts'
import { counter, kindName, kindOf } from './kinds.ts'

/** How many rows of each kind came, changed and went since an archive was written. */
export type Differences = { readonly total: number; readonly words: readonly string[] }

const livesAt = ({ line }: SortedRow, now: Date): boolean =>
  !line.includes('"ttl"') || OperatorStore.lives(rowOfLine(line), now)

/**
 * Compares two readings of a city, each in order. What an archive holds and its time has run out since is no
 * difference: the table removes such rows by itself.
 */
export const differencesOf = async (
  archived: AsyncIterable<SortedRow>,
  live: AsyncIterable<SortedRow>,
  now: Date,
): Promise<Differences> => {
  const kinds = counter()
  const note = (what: string, { pk, sk }: SortedRow) => kinds.add(`${what} ${kindOf(pk.slice(9), sk)}`)
  const past = async function* () {
    for await (const row of archived) if (livesAt(row, now)) yield row
  }
  const [left, right] = [past(), live[Symbol.asyncIterator]()]
  let [a, b] = [await left.next(), await right.next()]
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : before(a.value, b.value as SortedRow)
    if (order === 0 && a.value && b.value && a.value.line !== b.value.line) note('改动', b.value)
    if (order < 0 && a.value) note('减少', a.value)
    if (order > 0 && b.value) note('新增', b.value)
    if (order <= 0) a = await left.next()
    if (order >= 0) b = await right.next()
  }
  const words = Object.entries(kinds.counts()).map(([name, n]) => {
    const [what = '', kind = ''] = name.split(' ')
    return `${what} ${kindName(kind)} ${n} 行`
  })
  return { total: kinds.total(), words }
}
