/** One wrong value of a document: what was changed, and the document as it stands then. */
export type Mutation = { readonly what: string; readonly document: unknown }

/** What people read says a rule, but decides nothing. */
const prose = new Set(['name', 'label', 'text', 'title', 'note', 'message', 'summary', 'description'])

/** Words that the schemas know: the wrong value of one is the next, so that it is a test that notices and no schema. */
const words: readonly (readonly string[])[] = [
  ['admin', 'county.admin', 'township', 'worker', 'village', 'provider', 'auditor', 'applicant'],
  ['awaiting-registration', 'awaiting-visit', 'awaiting-review', 'confirmed', 'refused'],
  ['referred', 'in-service', 'changing', 'stopped', 'closed'],
  ['count', 'ratio', 'average', 'floor'],
  ['>=', '<='],
  ['city', 'county', 'station', 'household', 'group'],
  ['year', 'half-year', 'month'],
  ['online', 'outreach', 'phone', 'referral', 'window'],
  ['agreement', 'consent', 'training', 'plan'],
  ['monthly', 'yearly', 'none'],
  ['active', 'proposed', 'retired'],
  ['required', 'optional'],
  ['long-term', 'days'],
  ['copy', 'form'],
]

const wrong = (value: unknown): unknown => {
  const known = words.find((list) => list.some((word) => word === value))
  if (known) return known[(known.indexOf(String(value)) + 1) % known.length]
  if (typeof value === 'number') return value * 2 + 1
  if (typeof value === 'boolean') return !value
  return typeof value === 'string' ? `${value}x` : undefined
}

type Step = { readonly path: readonly string[]; readonly value: unknown }

const leaves = (value: unknown, path: readonly string[] = []): readonly Step[] => {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([name, inner]) =>
    prose.has(name) || /source$/i.test(name) ? [] : leaves(inner, [...path, name]),
  )
}

const at = (document: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    document,
  )

/** A copy in which the value at `path` is another; `undefined` takes it out. */
const changed = (document: unknown, path: readonly string[], value: unknown): unknown => {
  const copy: unknown = structuredClone(document)
  const parent = at(copy, path.slice(0, -1))
  const name = path.at(-1)
  if (typeof parent !== 'object' || parent === null || name === undefined) return copy
  if (value !== undefined) Reflect.set(parent, name, value)
  else if (Array.isArray(parent)) parent.splice(Number(name), 1)
  else Reflect.deleteProperty(parent, name)
  return copy
}

/**
 * The wrong values of what stands at a JSON pointer: each number, switch and key in it one at a time, numbers first,
 * and at last the whole of it taken out.
 */
export const mutations = (document: unknown, pointer: string): readonly Mutation[] => {
  const base = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const order = ['number', 'boolean', 'string']
  const values = leaves(at(document, base), base)
    .filter(({ value }) => order.includes(typeof value))
    .toSorted((a, b) => order.indexOf(typeof a.value) - order.indexOf(typeof b.value))
    .map(({ path, value }) => ({
      what: `${path.join('/')}: ${JSON.stringify(value)} → ${JSON.stringify(wrong(value))}`,
      document: changed(document, path, wrong(value)),
    }))
  return base.length === 0
    ? values
    : [...values, { what: `${base.join('/')} taken out`, document: changed(document, base, undefined) }]
}
