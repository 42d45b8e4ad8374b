import type { Change } from '../change.ts'
import type { Documents } from '../finding.ts'
import { documentTitle, keysInOrder } from '../kinds.ts'
import { compareCatalogue } from './catalogue.ts'
import { compareFees } from './fees.ts'
import { compareForms } from './form.ts'
import { type Notes, notesOf } from './notes.ts'
import { own, same } from './same.ts'
import { gatherNames, type Names, quote } from './show.ts'
import { compareTree, root } from './tree.ts'

/**
 * What changed from configuration `a` to `b`, in plain Chinese, in the order a person reads a configuration. Lists are
 * compared by key, forms by the path of the answer, fees by what they charge on each day. Any JSON is accepted, also
 * drafts that are not valid yet; two different documents never give an empty answer. `also`: further documents whose
 * codes may be called by name (those that did not change need not be in `a` and `b`).
 */
export const diff = (a: Documents, b: Documents, also: Documents = {}): readonly Change[] => {
  const names = gatherNames([also, a, b].flatMap((documents) => Object.values(documents)))
  return keysInOrder([...Object.keys(a), ...Object.keys(b)]).flatMap((key) =>
    compareDocuments(key, own(a, key), own(b, key), names),
  )
}

const compareDocuments = (key: string, a: unknown, b: unknown, names: Names): readonly Change[] => {
  if (same(a, b)) return []
  const title = documentTitle(key, b ?? a)
  const form = key.startsWith('form:')
  const { notes, changes } = notesOf(key, title, title, names)
  const noun = form ? '评估表' : '文件'
  if (a === undefined) notes.say('added', '', `新增${noun}${quote(title)}`, form ? 'compatible' : undefined)
  else if (b === undefined)
    notes.say('removed', '', `删除${noun}${quote(title)}`, form ? 'loses-answers' : undefined)
  else comparerOf(key)(a, b, notes)
  // A row's own id, say, may change without a word for it; the reader must still learn that something did.
  if (changes.length === 0)
    notes.say('changed', '', `${title}：有不影响内容的书写改动`, form ? 'compatible' : undefined)
  return changes
}

const comparerOf = (key: string): ((a: unknown, b: unknown, notes: Notes) => void) => {
  if (key.startsWith('form:')) return compareForms
  if (key === 'catalogue') return compareCatalogue
  return key === 'fees' ? compareFees : (a, b, notes) => compareTree(a, b, root, notes)
}
