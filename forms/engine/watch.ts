import { isList, isObject, isText } from '../logic/index.ts'
/** What a rule read in the first 50 rows: each name without row numbers, and the paths, in the order of reading. */
export type Seen = Map<string, Set<string>>

const rows = 50

/** `members[0].cost` → `members.cost`. */
export const withoutRows = (path: string): string => path.replaceAll(/\[\d*\]/g, '')

/**
 * Stands in for a part of the answers while a rule runs: every read goes through, and `seen` gets what was asked for, also
 * where nothing is there. Nothing can be changed through it. `at` is the path of `root`, such as `members[0]`.
 */
export const watched = (root: unknown, seen: Seen, at = ''): unknown => {
  // One stand-in per object, so that an object stays equal to itself.
  const known = new WeakMap<object, object>()
  const wrap = (value: unknown, path: string, name: string): unknown => {
    if (!isObject(value)) return value
    const found = known.get(value)
    if (found) return found
    const handler = isList(value) ? list(path, name) : record(path, name)
    const stand: object = new Proxy(thawed(value), handler)
    known.set(value, stand)
    return stand
  }
  // An element belongs to the question that the list answers; methods and length are the list's own. Nobody is told of
  // more rows than the first, so that the others are read as they are.
  const list = (path: string, name: string): ProxyHandler<object> => ({
    ...sealed,
    get: (target, key) => {
      const inner: unknown = Reflect.get(target, key)
      return typeof inner === 'object' && isText(key) && Number(key) < rows
        ? wrap(inner, `${path}[${key}]`, name)
        : inner
    },
  })
  const record = (path: string, name: string): ProxyHandler<object> => ({
    ...sealed,
    get: (target, key) => {
      const inner: unknown = Reflect.get(target, key)
      return typeof inner === 'object' && isText(key)
        ? wrap(inner, below(path, key), below(name, key))
        : inner
    },
    // Whoever reads a name asks first whether it is there.
    getOwnPropertyDescriptor: (target, key) => {
      if (isText(key)) note(below(name, key), path, key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
  })
  const note = (name: string, path: string, key: string): void => {
    const paths = seen.get(name)
    if (!paths) seen.set(name, new Set([below(path, key)]))
    else if (paths.size < rows) paths.add(below(path, key))
  }
  return wrap(root, at, withoutRows(at))
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

const no = (): boolean => false
const sealed: ProxyHandler<object> = { set: no, defineProperty: no, deleteProperty: no }

/** A stand-in may not answer for a frozen object with anything but what lies in it. */
const thawed = (value: object): object =>
  !Object.isFrozen(value) ? value : isList(value) ? [...(value as unknown[])] : { ...value }
