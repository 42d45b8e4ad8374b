import { type FeeRow, fees } from '../../fees/index.ts'
import { pointer } from '../canonical.ts'
import { nameOfCode } from './codes.ts'
import { aspects, noPrice } from './fee-words.ts'
import type { Notes } from './notes.ts'
import { isRecord, own, same } from './same.ts'
import { quote } from './show.ts'
import { byThing, differingSpans, type Numbered, rowOn, termWords } from './spans.ts'
import { compareTree, member, root } from './tree.ts'

/**
 * Fee standards are compared by what they charge on each day, not row by row: closing one row and opening the next
 * is one sentence, 「助浴：60 元/次 → 65 元/次，自 2027-01-01」; caps, the own share and the funds are told after it. Rows
 * that say the same say nothing here.
 */
export const compareFees = (a: unknown, b: unknown, notes: Notes): void => {
  const [older, newer] = [fees.safeParse(a), fees.safeParse(b)]
  if (!older.success || !newer.success) {
    compareTree(a, b, root, notes)
    return
  }
  const thing = (row: FeeRow) => [row.item, row.division, row.level, row.objectClass]
  const [before, after] = [byThing(older.data.rows, thing), byThing(newer.data.rows, thing)]
  for (const one of new Set([...before.keys(), ...after.keys()])) {
    compareThing(before.get(one) ?? [], after.get(one) ?? [], notes)
  }
  compareRowNotes(older.data.rows, newer.data.rows, notes)
  for (const key of ['title', 'demo', 'note', 'todo']) {
    compareTree(own(a, key), own(b, key), member(root, key), notes)
  }
}

const compareThing = (
  before: readonly Numbered<FeeRow>[],
  after: readonly Numbered<FeeRow>[],
  notes: Notes,
): void => {
  const thing = thingWords([...after, ...before][0]?.row, notes)
  const [price, ...others] = aspects(notes.names)
  for (const span of differingSpans(before, after, price.words)) {
    const { old, now, index } = span
    const kind = now === noPrice ? 'removed' : old === noPrice ? 'added' : 'changed'
    notes.say(kind, pointer('/rows', index), `${thing}：${old} → ${now}，${termWords(span)}`)
  }
  for (const { label, words } of others) {
    for (const span of differingSpans(before, after, words)) {
      // What a standard said beside its price ends with it, and goes on with the one that follows it.
      if (rowOn(after, span.from) === undefined) continue
      if (rowOn(before, span.from) === undefined && span.eve === span.now) continue
      const sentence = `${thing}：${label} ${span.old} → ${span.now}，${termWords(span)}`
      notes.say('changed', pointer('/rows', span.index), sentence)
    }
  }
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
