/** `GET` or `ANY`, and `/api/cities/{city}`, `/files/{rest+}`, or `$default` for what nothing else takes. */
export type RouteKey = { readonly method: string; readonly path: string }

export type Match<R extends RouteKey> = {
  readonly route: R
  readonly parameters: Readonly<Record<string, string>>
}

const rank = (segment: string | undefined): number =>
  segment === undefined ? 3 : segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0

/** The more specific one first: an exact segment before a parameter before a greedy one, from the left. */
const bySpecificity = (a: RouteKey, b: RouteKey): number => {
  if (a.path === '$default' || b.path === '$default')
    return Number(a.path === '$default') - Number(b.path === '$default')
  const [left, right] = [a.path.split('/'), b.path.split('/')]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = rank(left[at]) - rank(right[at])
    if (difference !== 0) return difference
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY')
}

const parametersOf = (pattern: string, path: string): Record<string, string> | undefined => {
  if (pattern === '$default') return {}
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  const found: Record<string, string> = {}
  for (const [at, segment] of wanted.entries()) {
    const value = segment.endsWith('+}') ? given.slice(at).join('/') : given[at]
    if (value === undefined) return undefined
    if (!segment.startsWith('{')) {
      if (segment !== value) return undefined
      continue
    }
    // A parameter stands for something: an empty segment is none.
    if (value === '') return undefined
    found[segment.replace(/[{}+]/g, '')] = value
    if (segment.endsWith('+}')) return found
  }
  return given.length === wanted.length ? found : undefined
}

/** The route that a gateway takes for a decoded path: of all that match, the most specific one. */
export const matcher = <R extends RouteKey>(routes: readonly R[]) => {
  const ordered = routes.toSorted(bySpecificity)
  return (method: string, path: string): Match<R> | undefined => {
    for (const route of ordered) {
      if (route.path !== '$default' && route.method !== method && route.method !== 'ANY') continue
      const parameters = parametersOf(route.path, path)
      if (parameters) return { route, parameters }
    }
    return undefined
  }
}
