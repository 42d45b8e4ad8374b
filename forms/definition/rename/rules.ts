import { isList, isRecord, isText } from '../../logic/index.ts'
import { follow, followPath, type Keys, type Level } from './paths.ts'

/** What names mean here: roots, or inside a list operator the fields of its elements. */
type Scope = {
  /** The fields beside the question whose rule it is. */
  readonly row: Level
  readonly element?: { readonly inside: Level; readonly reduces: boolean }
}

const walking: ReadonlySet<string> = new Set(['map', 'filter', 'all', 'none', 'some', 'reduce'])
/** No rule that runs is deeper. */
const deepest = 100

/** The same JSON Logic with new keys in every variable; what is no rule stays as it is. */
export const inRule = (rule: unknown, scope: Scope, keys: Keys, depth = 0): unknown => {
  if (depth > deepest || typeof rule !== 'object' || rule === null) return rule
  const inner = (one: unknown): unknown => inRule(one, scope, keys, depth + 1)
  if (isList(rule)) return rule.map(inner)
  const [[name, raw] = [], more] = Object.entries(rule)
  if (name === undefined || more !== undefined) return rule
  const args: readonly unknown[] = isList(raw) ? raw : [raw]
  const written = (list: readonly unknown[]): unknown => ({ [name]: isList(raw) ? list : list[0] })
  if (name === 'var') return written([inName(args[0], scope, keys), ...args.slice(1)])
  if (name === 'missing') return written(args.map((one) => inName(one, scope, keys)))
  if (name === 'missing_some' && isList(args[1]))
    return written([args[0], args[1].map((one) => inName(one, scope, keys)), ...args.slice(2)])
  if (!walking.has(name)) return written(args.map(inner))
  const element = { inside: elementsOf(args[0], scope, keys), reduces: name === 'reduce' }
  return written(
    args.map((one, i) => (i === 1 ? inRule(one, { ...scope, element }, keys, depth + 1) : inner(one))),
  )
}

const inName = (name: unknown, scope: Scope, keys: Keys): unknown => {
  if (!isText(name)) return name
  const place = placeOf(name, scope, keys)
  return place ? place.before + followPath(place.level, place.path, keys) : name
}

/** Which fields the rest of a name goes through; undefined where it names none. */
const placeOf = (
  name: string,
  { row, element }: Scope,
  { before }: Keys,
): { readonly before: string; readonly path: string; readonly level: Level } | undefined => {
  if (element && !element.reduces) return { before: '', path: name, level: element.inside }
  const at = name.indexOf('.')
  const [root, path] = [name.slice(0, at), name.slice(at + 1)]
  if (at < 0) return undefined
  const level = element
    ? root === 'current' && element.inside
    : root === 'data'
      ? before.root
      : root === 'row' && (row ?? before.root)
  return level ? { before: `${root}.`, path, level } : undefined
}

/** The fields of the rows that a list operator walks. */
const elementsOf = (list: unknown, scope: Scope, keys: Keys): Level => {
  if (!isRecord(list)) return undefined
  if ('filter' in list && isList(list['filter'])) return elementsOf(list['filter'][0], scope, keys)
  const name = isList(list['var']) ? list['var'][0] : list['var']
  const place = isText(name) ? placeOf(name, scope, keys) : undefined
  return place && follow(place.level, place.path.split('.'), keys).inside
}
