import * as z from 'zod'
import { activation } from '../../catalogue/lock.ts'
import { pointer } from '../canonical.ts'
import { nameOfCode } from './codes.ts'
import type { Notes } from './notes.ts'
import { isRecord, own } from './same.ts'
import { byThing, differingSpans, termWords } from './spans.ts'
import { compareTree, root } from './tree.ts'

const list = z.array(activation).optional()

const words = (one: { readonly active: boolean } | undefined): string =>
  one === undefined ? '未另行规定' : one.active ? '启用' : '不启用'

/**
 * A catalogue is compared like any document, but what counties offer by what holds on each day:
 * 「贵池区 · 助浴：启用 → 不启用，自 2027-01-01」.
 */
export const compareCatalogue = (a: unknown, b: unknown, notes: Notes): void => {
  const [older, newer] = [list.safeParse(own(a, 'activations')), list.safeParse(own(b, 'activations'))]
  if (!isRecord(a) || !isRecord(b) || !older.success || !newer.success) {
    compareTree(a, b, root, notes)
    return
  }
  compareTree({ ...a, activations: undefined }, { ...b, activations: undefined }, root, notes)
  const thing = (one: z.infer<typeof activation>) => [one.division, one.item]
  const [before, after] = [byThing(older.data ?? [], thing), byThing(newer.data ?? [], thing)]
  for (const one of new Set([...before.keys(), ...after.keys()])) {
    const [was = [], is = []] = [before.get(one), after.get(one)]
    const { division = '', item = '' } = [...is, ...was][0]?.row ?? {}
    const name = (member: string, code: string) => nameOfCode(member, code, notes.names) ?? code
    for (const span of differingSpans(was, is, words)) {
      const { old, now, index } = span
      const kind = now === words(undefined) ? 'removed' : old === words(undefined) ? 'added' : 'changed'
      const sentence = `${name('division', division)} · ${name('item', item)}：${old} → ${now}，${termWords(span)}`
      notes.say(kind, pointer('/activations', index), sentence)
    }
  }
}
