import { isList, isObject, isText, type Read } from '../logic/index.ts'
import { type Entry, holdsValue, type Outline } from './outline.ts'

/** What a read of a rule stands for: the component, and whether all that it holds is used. */
export type Target =
  | { readonly ok: true; readonly entry?: Entry; readonly deep: boolean }
  | { readonly ok: false; readonly code: 'read-unknown' | 'read-whole'; readonly name: string }

const index = /^\d{1,4}$/
const isIndex = (step: string | undefined): boolean =>
  step !== undefined && (step === '[]' || index.test(step))

/** Finds the component that a rule of `from` reads. */
export const resolveRead = (outline: Outline, from: Entry | undefined, read: Read): Target => {
  if (read.root !== 'data' && read.root !== 'row') return { ok: true, deep: false }
  const name = [read.root, ...read.path].join('.').replaceAll('.[]', '[]')
  let level: ReadonlyMap<string, Entry> =
    read.root === 'row' && from?.holder ? from.holder.inside : outline.root
  if (read.path.length === 0) return { ok: false, code: 'read-whole', name }
  let i = 0
  while (true) {
    const entry = level.get(read.path[i] ?? '')
    if (!entry || !holdsValue(entry.kind)) return { ok: false, code: 'read-unknown', name }
    i++
    if (i === read.path.length) return { ok: true, entry, deep: read.deep }
    if (entry.kind === 'grid') {
      if (read.path[i] === 'length') return { ok: true, entry, deep: false }
      if (!isIndex(read.path[i])) return { ok: false, code: 'read-unknown', name }
      i++
      if (i === read.path.length) return { ok: true, entry, deep: read.deep }
    } else if (entry.kind !== 'container') {
      return insideValue(entry, read.path.slice(i))
        ? { ok: true, entry, deep: true }
        : { ok: false, code: 'read-unknown', name }
    }
    level = entry.inside
  }
}

/** Steps below a single answer: an option of select boxes, a question of a survey, an element of a list. */
const insideValue = (entry: Entry, rest: readonly string[]): boolean => {
  const [step, next] = rest
  if (step === undefined) return true
  const list = entry.component['multiple'] === true || entry.kind === 'attachments' || entry.kind === 'tags'
  if (list && (isIndex(step) || step === 'length')) return next === undefined || entry.kind === 'attachments'
  if (next !== undefined) return false
  if (entry.kind === 'selectboxes') {
    if (isText(entry.component.properties?.options)) return true
    return hasValue(entry.component['values'], step)
  }
  if (entry.kind === 'survey') return hasValue(entry.component['questions'], step)
  return false
}

const hasValue = (list: unknown, value: string): boolean =>
  isList(list) &&
  list.some((item: unknown) => isObject(item) && 'value' in item && String(item.value) === value)

/** The component that a condition names, and the steps inside its answer (an option, a question). */
export type Named = { readonly entry: Entry; readonly rest: readonly string[] }

/**
 * Finds the component that a condition names: by its path from the form, by its path beside or above the
 * component that asks, else by a key that only one component has.
 */
export const resolveName = (outline: Outline, from: Entry, name: string): Named | undefined => {
  const path = name.split('.')
  const atRoot = descend(outline.root, path)
  if (atRoot) return atRoot
  for (let holder = from.holder; holder; holder = holder.holder) {
    const found = descend(holder.inside, path)
    if (found) return found
  }
  const [only, other] = outline.byKey.get(name) ?? []
  return only && !other && holdsValue(only.kind) ? { entry: only, rest: [] } : undefined
}

const descend = (start: ReadonlyMap<string, Entry>, path: readonly string[]): Named | undefined => {
  let level = start
  for (let i = 0; i < path.length; i++) {
    const entry = level.get(path[i] ?? '')
    if (!entry || !holdsValue(entry.kind)) return undefined
    const rest = path.slice(i + 1)
    if (rest.length === 0) return { entry, rest }
    if (entry.kind !== 'container' && entry.kind !== 'grid')
      return insideValue(entry, rest) ? { entry, rest } : undefined
    level = entry.inside
  }
  return undefined
}

/** Holders above a component, outermost first. */
export const holdersOf = (entry: Entry): readonly Entry[] => {
  const list: Entry[] = []
  for (let at = entry.holder; at; at = at.holder) list.unshift(at)
  return list
}

/** Whether `from` can see one value of `target`: every grid above the target also stands above `from`. */
export const seesOne = (from: Entry, target: Entry): boolean => {
  const above = holdersOf(from)
  return holdersOf(target).every((holder) => holder.kind !== 'grid' || above.includes(holder))
}
