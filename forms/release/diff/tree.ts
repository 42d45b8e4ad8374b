import { pointer } from '../canonical.ts'
import { labelOf } from '../words/index.ts'
import { nounOf } from '../words/nouns.ts'
import { ruleOf } from '../words/rules.ts'
import { nameOfCode } from './codes.ts'
import { matched, reordered } from './matched.ts'
import type { Notes } from './notes.ts'
import { isRecord, own, same, textIn } from './same.ts'
import { nameOf, quote, show, showMember } from './show.ts'

/** Where the comparison stands: what to call it, and the way to it in both documents. */
export type Place = {
  /** Names of the entries that contain it, outermost first: 「贵池区」「秋浦街道」. */
  readonly subject: readonly string[]
  /** The member's own key; empty for the document and for the entries of a list. */
  readonly key: string
  readonly label: string
  readonly noun: string
  /** What to call it where it holds JSON Logic. */
  readonly rule?: string | undefined
  readonly a: string
  readonly b: string
}

export const root: Place = { subject: [], key: '', label: '内容', noun: '条目', a: '', b: '' }

/** Compares any two JSON values and says each difference once, as deep as it can be named. */
export const compareTree = (a: unknown, b: unknown, place: Place, notes: Notes): void => {
  if (same(a, b)) return
  if (place.rule !== undefined && (isRecord(a) || isRecord(b))) {
    notes.say('changed', place.b, begin(place, notes, `${place.rule}已修改`))
    return
  }
  if (isRecord(a) && isRecord(b)) {
    for (const key of new Set([...Object.keys(b), ...Object.keys(a)])) {
      compareTree(own(a, key), own(b, key), member(within(place), key), notes)
    }
    return
  }
  if (entries(a) && entries(b) && (Array.isArray(a) || Array.isArray(b))) {
    compareLists(a ?? [], b ?? [], place, notes)
    return
  }
  const kind = a === undefined ? 'added' : b === undefined ? 'removed' : 'changed'
  const words = `${place.label}：${showMember(place.key, a, notes.names)} → ${showMember(place.key, b, notes.names)}`
  notes.say(kind, kind === 'removed' ? place.a : place.b, begin(place, notes, words))
}

const compareLists = (a: readonly unknown[], b: readonly unknown[], place: Place, notes: Notes): void => {
  const pairs = matched(a, b)
  for (const { a: i, b: j } of pairs) {
    const [older, newer] = [i === undefined ? undefined : a[i], j === undefined ? undefined : b[j]]
    if (i === undefined) {
      notes.say(
        'added',
        pointer(place.b, j ?? 0),
        begin(place, notes, entryWords('新增', newer, place, notes)),
      )
    } else if (j === undefined) {
      notes.say('removed', pointer(place.a, i), begin(place, notes, entryWords('删除', older, place, notes)))
    } else {
      compareTree(older, newer, entry(place, i, j, newer, notes), notes)
    }
  }
  if (reordered(pairs)) notes.say('changed', place.b, begin(place, notes, `${place.label}的顺序有调整`))
}

const entryWords = (verb: string, value: unknown, place: Place, notes: Notes): string => {
  if (!isRecord(value)) return `${place.label}${verb}${show(value, notes.names, place.key)}`
  const name = fullName(value, notes)
  return name === undefined ? `${verb}一条${place.label}` : `${verb}${place.noun}${quote(name)}`
}

/** Many villages share a name: what names its parent is told with it. */
const fullName = (value: unknown, notes: Notes): string | undefined => {
  const parent = textIn(value, 'parent')
  const above = parent === undefined ? undefined : notes.names.get(parent)
  const name = nameOf(value) ?? advised(value, notes)
  return above === undefined || name === undefined ? name : `${above} · ${name}`
}

const begin = (place: Place, notes: Notes, words: string): string =>
  `${place.subject.length === 0 ? notes.title : place.subject.join(' · ')}：${words}`

export const member = (place: Place, key: string): Place => ({
  subject: place.subject,
  key,
  label: labelOf(key, place.key),
  noun: nounOf(key),
  rule: ruleOf(key),
  a: pointer(place.a, key),
  b: pointer(place.b, key),
})

/** What stands in a member with members of its own is told under its name: 「抽查规则：比例：30% → 35%」. */
const within = (place: Place): Place =>
  place.key === '' ? place : { ...place, subject: [...place.subject, place.label] }

/** A recommendation has no name of its own but its item's. */
const advised = (value: unknown, notes: Notes): string | undefined => {
  const item = textIn(value, 'item')
  return item === undefined ? undefined : (nameOfCode('item', item, notes.names) ?? item)
}

const entry = (place: Place, a: number, b: number, newer: unknown, notes: Notes): Place => {
  const item = advised(newer, notes)
  const name = nameOf(newer) ?? (item === undefined ? undefined : `${place.noun}${quote(item)}`)
  return {
    subject: name === undefined ? place.subject : [...place.subject, name],
    key: '',
    label: place.label,
    noun: place.noun,
    a: pointer(place.a, a),
    b: pointer(place.b, b),
  }
}

/** A list, or nothing where the other side has a list. */
const entries = (value: unknown): value is readonly unknown[] | undefined =>
  value === undefined || Array.isArray(value)
