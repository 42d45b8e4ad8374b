/**
 * What the studio and the builder's page say to each other. The page is a stranger to the studio: whatever it says is
 * looked at piece by piece, and nothing of a definition comes back but what the settings of our own dialogs allow.
 *
 *   studio ── context, load, select ──▶ page
 *   studio ◀ ready, asking, drawn, failed ─ page
 */

/** Settings of one component by their names, as they stand in JSON. */
export type Props = Readonly<Record<string, unknown>>

/** A component as it is drawn. Rules, scripts and unknown settings stay outside. */
export type Drawn = {
  /** Which component this is, for as long as the page lives; the studio gives them, the page adds `n1`, `n2` … */
  readonly tag: string
  readonly type: string
  readonly key: string
  /** Only where the settings are new to the reader: from the studio always, from the page after an edit. */
  readonly props?: Props
  /** The component of which this one is a copy. */
  readonly copy?: string
  /** What it has besides that is decided elsewhere: `condition`, `calculation`, `check`, `logic`. */
  readonly rules?: readonly string[]
  /** What stands inside: one list, or one for each cell. A table has its cells row by row. */
  readonly cells?: readonly Cell[]
}
export type Cell = { readonly props?: Props; readonly components: readonly Drawn[] }

export type ElementChoice = {
  readonly code: string
  readonly name: string
  readonly type: string
  readonly unit?: string
  readonly options?: Readonly<Record<string, string>>
  readonly sensitivity: string
  readonly standard?: string
}
/** A list of the city that a question may take its options from. */
export type ListChoice = { readonly name: string; readonly label: string; readonly count: number }
/** A rule of a paper, with its sentence. */
export type RuleChoice = { readonly rule: string; readonly quote: string }

export type ToPage =
  | {
      readonly say: 'context'
      readonly language: 'zh-CN'
      readonly elder: boolean
      readonly contrast: boolean
      readonly elements: readonly ElementChoice[]
      readonly lists: readonly ListChoice[]
      readonly rules: readonly RuleChoice[]
    }
  | {
      readonly say: 'load'
      readonly round: number
      readonly display: 'form' | 'wizard'
      readonly components: readonly Drawn[]
    }
  | { readonly say: 'select'; readonly tag: string }

export type FromPage =
  | { readonly say: 'ready' }
  /** A dialog stands open: the whole frame should be in view. */
  | { readonly say: 'asking' }
  | { readonly say: 'drawn'; readonly round: number; readonly components: readonly Drawn[] }
  | { readonly say: 'failed' }

/** A message is at most this long as JSON; a form of 1,000 questions takes about a fifth. */
export const longest = 2_000_000
/** No drawing goes deeper than the profile allows, and a little. */
const deepest = 12
const most = 1_100

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWord = (value: unknown, length = 120): value is string =>
  typeof value === 'string' && value.length <= length

type Count = { left: number }

/** The drawing in a value from the other side, built anew; `undefined` when anything about it is not as agreed. */
const drawnIn = (value: unknown, depth: number, count: Count): Drawn | undefined => {
  if (!isRecord(value) || depth > deepest || --count.left < 0) return undefined
  const { tag, type, key, props, copy, rules, cells } = value
  if (!isWord(tag, 20) || !isWord(type, 40) || !isWord(key)) return undefined
  if (props !== undefined && !isRecord(props)) return undefined
  if (copy !== undefined && !isWord(copy, 20)) return undefined
  if (rules !== undefined && !(Array.isArray(rules) && rules.every((one) => isWord(one, 20))))
    return undefined
  const inside = cells === undefined ? undefined : cellsIn(cells, depth, count)
  if (cells !== undefined && !inside) return undefined
  return {
    tag,
    type,
    key,
    ...(props && { props }),
    ...(copy !== undefined && { copy }),
    ...(rules && { rules: rules as readonly string[] }),
    ...(inside && { cells: inside }),
  }
}

const cellsIn = (value: unknown, depth: number, count: Count): readonly Cell[] | undefined => {
  if (!Array.isArray(value) || value.length > 200) return undefined
  const cells: Cell[] = []
  for (const one of value as readonly unknown[]) {
    if (!isRecord(one) || (one['props'] !== undefined && !isRecord(one['props']))) return undefined
    const components = listIn(one['components'], depth + 1, count)
    if (!components) return undefined
    cells.push({ ...(isRecord(one['props']) && { props: one['props'] }), components })
  }
  return cells
}

const listIn = (value: unknown, depth: number, count: Count): readonly Drawn[] | undefined => {
  if (!Array.isArray(value) || value.length > most) return undefined
  const list = (value as readonly unknown[]).map((one) => drawnIn(one, depth, count))
  return list.every((one) => one !== undefined) ? list : undefined
}

const sizeOf = (value: unknown): number => {
  try {
    return JSON.stringify(value)?.length ?? 0
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** A message of the page; `undefined` for anything else, however it is made. */
export const fromPage = (data: unknown): FromPage | undefined => {
  if (!isRecord(data)) return undefined
  const { say } = data
  if (say === 'ready' || say === 'asking' || say === 'failed') return { say }
  if (say !== 'drawn' || !Number.isInteger(data['round']) || sizeOf(data) > longest) return undefined
  // Once through JSON: no date, map or circle of a message gets further.
  const components = listIn(JSON.parse(JSON.stringify(data['components'])), 0, { left: most })
  return components && { say: 'drawn', round: Number(data['round']), components }
}

/** A message of the studio. The page knows it by its window; the shape is looked at as well. */
export const toPage = (data: unknown): ToPage | undefined => {
  if (!isRecord(data)) return undefined
  if (data['say'] === 'select') return isWord(data['tag']) ? { say: 'select', tag: data['tag'] } : undefined
  if (data['say'] === 'load') {
    const components = listIn(data['components'], 0, { left: most })
    const display = data['display'] === 'wizard' ? 'wizard' : 'form'
    if (!components || !Number.isInteger(data['round'])) return undefined
    return { say: 'load', round: Number(data['round']), display, components }
  }
  if (data['say'] !== 'context') return undefined
  const lists = ['elements', 'lists', 'rules'].every((name) => Array.isArray(data[name]))
  return lists ? (data as ToPage) : undefined
}
