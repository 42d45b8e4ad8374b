/** The value cannot stand in a document. `path` is a JSON pointer. */
export class NotCanonical extends Error {
  readonly path: string
  constructor(path: string, reason: string) {
    super(`${path === '' ? '/' : path}: ${reason}`)
    this.name = 'NotCanonical'
    this.path = path
  }
}

const deepest = 64

/**
 * The one text of a JSON value: keys sorted by code unit, no white space, absent and `undefined` members
 * alike. Two values have the same text exactly if they are the same JSON, so its hash names the document.
 * A lone surrogate is written as its `\udxxx` escape, so that UTF-8 cannot fold two different texts into one.
 * Throws `NotCanonical` on NaN, Infinity, functions, class instances, cycles and depth over 64.
 */
export const canonical = (value: unknown): string => write(value, '', 0)

const write = (value: unknown, path: string, depth: number): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical(path, `${value} is not a JSON number`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new NotCanonical(path, `${typeof value} is not JSON`)
  if (depth >= deepest) throw new NotCanonical(path, `deeper than ${deepest} levels, or a cycle`)
  if (Array.isArray(value)) {
    // Array.from: a hole must be refused like any other undefined, and map would skip it.
    const items = Array.from(value as readonly unknown[], (item, i) => write(item, `${path}/${i}`, depth + 1))
    return `[${items.join(',')}]`
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(path, 'not a plain object')
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, pointer(path, key), depth + 1)}`)
  return `{${members.join(',')}}`
}

/** One step further in a JSON pointer (RFC 6901). */
export const pointer = (path: string, step: string | number): string =>
  `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
