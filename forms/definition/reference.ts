import { isRecord, isText, listed, type Read, textual } from '../logic/index.ts'
import { type Entry, holdsValue, type Outline } from './outline.ts'
import { isHolder } from './types.ts'

/** What a read of a rule stands for: the component, and whether all that it holds is used. */
export type Target =
  | { readonly ok: true; readonly entry?: Entry; readonly deep: boolean }
  | { readonly ok: false; readonly code: 'read-unknown' | 'read-whole'; readonly name: string }

const index = /^\d{1,4}$/
const isIndex = (step: string | undefined): boolean =>
  step !== undefined && (step === '[]' || index.test(step))

/** Finds the component that a rule of `from` reads. */
export const resolveRead = (outline: Outline, from: Entry | undefined, read: Read): Target => {
  const { root, path, deep } = read
  if (root !== 'data' && root !== 'row') return { ok: true, deep: false }
  const level = root === 'row' && from?.holder ? from.holder.inside : outline.root
  const found = descend(level, path, true)
  if (found) {
    const { entry, rest } = found
    return { ok: true, entry, deep: rest.length === 0 ? deep : entry.kind !== 'grid' }
  }
  const name = [root, ...path].join('.').replaceAll('.[]', '[]')
  return { ok: false, code: path.length === 0 ? 'read-whole' : 'read-unknown', name }
}

/** Steps below a single answer: an option of select boxes, a question of a survey, an element of a list. */
const insideValue = (entry: Entry, rest: readonly string[]): boolean => {
  const [step, next] = rest
  if (step === undefined) return true
  const list = entry.component['multiple'] === true || entry.kind === 'attachments' || entry.kind === 'tags'
  if (list && (isIndex(step) || step === 'length')) return next === undefined || entry.kind === 'attachments'
  if (next !== undefined) return false
  const { properties, values, questions } = entry.component
  if (entry.kind === 'survey') return hasValue(questions, step)
  return entry.kind === 'selectboxes' && (isText(properties?.options) || hasValue(values, step))
}

const hasValue = (list: unknown, value: string): boolean =>
  listed(list).some((item) => isRecord(item) && 'value' in item && textual(item['value']) === value)

/** The component that a condition names, and the steps inside its answer (an option, a question). */
export type Named = { readonly entry: Entry; readonly rest: readonly string[] }

/**
 * Finds the component that a condition names: by its path from the form, by its path beside or above the
 * component that asks, else by a key that only one component has.
 */
export const resolveName = (outline: Outline, from: Entry, name: string): Named | undefined => {
  const path = name.split('.')
  const levels = [
    outline.root,
    ...holdersOf(from)
      .map(({ inside }) => inside)
      .reverse(),
  ]
  for (const level of levels) {
    const found = descend(level, path, false)
    if (found) return found
  }
  const [only, other] = outline.byKey.get(name) ?? []
  return only && !other && holdsValue(only.kind) ? { entry: only, rest: [] } : undefined
}

/** Rules name the rows of a grid (`indexed`) or its length; a condition sees the row that it stands in. */
const descend = (
  start: ReadonlyMap<string, Entry>,
  path: readonly string[],
  indexed: boolean,
): Named | undefined => {
  let level = start
  for (let i = 0; i < path.length; i++) {
    const entry = level.get(path[i] ?? '')
    if (!entry || !holdsValue(entry.kind)) return undefined
    const rows = indexed && entry.kind === 'grid'
    if (rows && isIndex(path[i + 1])) i++
    else if (rows && i + 1 < path.length)
      return path[i + 1] === 'length' ? { entry, rest: ['length'] } : undefined
    const rest = path.slice(i + 1)
    if (rest.length === 0) return { entry, rest }
    if (!isHolder(entry.kind)) return insideValue(entry, rest) ? { entry, rest } : undefined
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
