/** More paths than this say nothing to a reader; what is read beyond them is not written down. */
const most = 5_000

/**
 * Stands in for a part of the answers while a rule runs: every read goes through, and `seen` gets its path from the
 * form (`members[0].cost`), also where nothing is there. Nothing can be changed through it.
 */
export const watched = (root: unknown, at: string, seen: Set<string>): unknown => {
  // One stand-in per object, so that an object stays equal to itself.
  const known = new WeakMap<object, object>()
  const note = (target: object, above: string, key: string): string => {
    const list = Array.isArray(target)
    if (list && key === 'length') return above
    const path = list ? `${above}[${key}]` : above === '' ? key : `${above}.${key}`
    if (seen.size < most) seen.add(path)
    return path
  }
  const wrap = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const found = known.get(value)
    if (found) return found
    const stand: object = new Proxy(thawed(value), {
      get: (target, key) => {
        const inner: unknown = Reflect.get(target, key)
        if (typeof key !== 'string' || !Object.hasOwn(target, key)) return inner
        return wrap(inner, note(target, path, key))
      },
      getOwnPropertyDescriptor: (target, key) => {
        if (typeof key === 'string') note(target, path, key)
        return Reflect.getOwnPropertyDescriptor(target, key)
      },
      set: () => false,
      defineProperty: () => false,
      deleteProperty: () => false,
    })
    known.set(value, stand)
    return stand
  }
  return wrap(root, at)
}

/** A stand-in may not answer for a frozen object with anything but what lies in it. */
const thawed = (value: object): object =>
  !Object.isFrozen(value) ? value : Array.isArray(value) ? [...(value as unknown[])] : { ...value }
