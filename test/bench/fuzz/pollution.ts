const watched: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  RegExp.prototype,
  Map.prototype,
  Object,
  Array,
  JSON,
]

const read = (one: object): ReadonlyMap<PropertyKey, unknown> =>
  new Map(Reflect.ownKeys(one).map((key) => [key, Object.getOwnPropertyDescriptor(one, key)?.value]))

/** Remembers the objects that everything inherits from; what is returned says which of them has changed since. */
export const watch = (): (() => string | undefined) => {
  const before = watched.map(read)
  return () => {
    for (const [i, one] of watched.entries()) {
      const then = before[i] ?? new Map()
      const keys = Reflect.ownKeys(one)
      const key = keys.find(
        (name) =>
          !then.has(name) || !Object.is(then.get(name), Object.getOwnPropertyDescriptor(one, name)?.value),
      )
      if (key !== undefined || keys.length !== then.size) return `${i}.${String(key)}`
    }
    return undefined
  }
}
