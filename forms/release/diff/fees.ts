import { addDays, type FeeRow, fees, formatPrice } from '../../fees/index.ts'
import { pointer } from '../canonical.ts'
import { nameOfCode } from './codes.ts'
import type { Notes } from './notes.ts'
import { isRecord, own, same } from './same.ts'
import { quote } from './show.ts'
import { compareTree, member, root } from './tree.ts'

type Numbered = { readonly row: FeeRow; readonly index: number }

/**
 * Fee standards are compared by what they charge on each day, not row by row: closing one row and opening the next
 * is one sentence, 「助浴：60 元/次 → 65 元/次，自 2027-01-01」. Rows that charge the same say nothing here.
 */
export const compareFees = (a: unknown, b: unknown, notes: Notes): void => {
  const [older, newer] = [fees.safeParse(a), fees.safeParse(b)]
  if (!older.success || !newer.success) {
    compareTree(a, b, root, notes)
    return
  }
  const [before, after] = [byThing(older.data.rows), byThing(newer.data.rows)]
  for (const thing of new Set([...before.keys(), ...after.keys()])) {
    compareThing(before.get(thing) ?? [], after.get(thing) ?? [], notes)
  }
  compareRowNotes(older.data.rows, newer.data.rows, notes)
  for (const key of ['title', 'demo', 'note', 'todo']) {
    compareTree(own(a, key), own(b, key), member(root, key), notes)
  }
}

const byThing = (rows: readonly FeeRow[]): ReadonlyMap<string, readonly Numbered[]> =>
  Map.groupBy(
    rows.map((row, index) => ({ row, index })),
    ({ row }) => JSON.stringify([row.item, row.division, row.level, row.objectClass]),
  )

/** Days on which either price may turn, oldest first. */
const turns = (rows: readonly Numbered[]): readonly string[] =>
  [
    ...new Set(rows.flatMap(({ row }) => [row.from, ...(row.to === undefined ? [] : [addDays(row.to, 1)])])),
  ].sort()

/** Of rows that overlap (a draft may hold such), the one that began last. */
const on = (rows: readonly Numbered[], day: string): Numbered | undefined =>
  rows
    .filter(({ row }) => row.from <= day && (row.to === undefined || day <= row.to))
    .toSorted((x, y) => (x.row.from < y.row.from ? 1 : -1))[0]

const none = '无收费标准'
const priceWords = (found: Numbered | undefined): string => {
  if (found === undefined) return none
  const { amount, unit } = found.row
  return amount === null ? `未设定（按${unit}）` : `${formatPrice(amount)} 元/${unit}`
}

/** Days in a row on which the old and the new price stay what they are. */
type Span = {
  readonly from: string
  readonly to?: string
  readonly old: string
  readonly now: string
  readonly index: number
}

const compareThing = (before: readonly Numbered[], after: readonly Numbered[], notes: Notes): void => {
  const thing = thingWords([...after, ...before][0]?.row, notes)
  for (const { from, to, old, now, index } of differingSpans(before, after)) {
    const eve = priceWords(on(before, addDays(from, -1)))
    // A standard that ran out the day before is what the new one follows.
    const follows = old === none && eve !== now ? eve : old
    const kind = now === none ? 'removed' : follows === none ? 'added' : 'changed'
    const term = `自 ${from}${to === undefined ? '' : ` 至 ${to}`}`
    notes.say(kind, pointer('/rows', index), `${thing}：${follows} → ${now}，${term}`)
  }
}

const differingSpans = (before: readonly Numbered[], after: readonly Numbered[]): readonly Span[] => {
  const days = turns([...before, ...after])
  const spans: Span[] = []
  for (const [i, from] of days.entries()) {
    const [then, next] = [on(before, from), on(after, from)]
    const [old, now] = [priceWords(then), priceWords(next)]
    if (old === now) continue
    const until = days[i + 1]
    const to = until === undefined ? {} : { to: addDays(until, -1) }
    const last = spans.at(-1)
    const runsOn = last?.to !== undefined && addDays(last.to, 1) === from
    if (last !== undefined && runsOn && last.old === old && last.now === now) {
      spans.splice(-1, 1, { from: last.from, ...to, old, now, index: last.index })
    } else {
      spans.push({ from, ...to, old, now, index: (next ?? then)?.index ?? 0 })
    }
  }
  return spans
}

const thingWords = (row: FeeRow | undefined, notes: Notes): string => {
  const name = (member: 'item' | 'level' | 'objectClass' | 'division') => {
    const code = row?.[member]
    return code === undefined ? undefined : (nameOfCode(member, code, notes.names) ?? code)
  }
  const narrow = [name('level'), name('objectClass')].filter((part) => part !== undefined)
  const where = row?.division === undefined ? '' : `${name('division')} · `
  return `${where}${name('item') ?? notes.title}${narrow.length === 0 ? '' : `（${narrow.join('，')}）`}`
}

/** Remarks and sources, row by row; prices and terms were told above. */
const compareRowNotes = (before: readonly FeeRow[], after: readonly FeeRow[], notes: Notes): void => {
  const old = new Map(before.map((row) => [row.id, row]))
  for (const [i, row] of after.entries()) {
    const was = old.get(row.id)
    if (was === undefined || !isRecord(was)) continue
    const place = pointer('/rows', i)
    const thing = `${thingWords(row, notes)}（${row.from} 起）`
    if (was.note !== row.note) {
      const [from, to] = [was.note, row.note].map((note) => (note === undefined ? '无' : quote(note)))
      notes.say('changed', pointer(place, 'note'), `${thing}：备注 ${from} → ${to}`)
    }
    if (!same(was.source, row.source)) notes.say('changed', pointer(place, 'source'), `${thing}：依据已修改`)
  }
}
