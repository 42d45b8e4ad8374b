import type { Analysis, Party } from '#forms/definition'

/** Sizes of the picture in pixels. */
export const size = { width: 108, height: 26, across: 26, down: 8, edge: 6 } as const

export type BoxKind = 'question' | 'value' | 'outcome' | 'item'
/** One question or result, or several that look at the same and are looked at by the same. */
export type Box = {
  readonly kind: BoxKind
  readonly parties: readonly [Party, ...Party[]]
  readonly x: number
  readonly y: number
}
export type Line = { readonly from: Box; readonly to: Box }
export type Layout = {
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

/** From so many on, those that are alike share a box. */
const alike = 3

const kindOf = ({ path }: Party, calculated: ReadonlySet<string>): BoxKind =>
  path.startsWith('outcomes.')
    ? 'outcome'
    : path.startsWith('recommends[')
      ? 'item'
      : calculated.has(path)
        ? 'value'
        : 'question'

type Group = { readonly kind: BoxKind; readonly parties: readonly [Party, ...Party[]] }

/**
 * Places who depends on whom from left to right: a box stands one column right of the last box that it looks at.
 * Inside a column boxes stand at the height of what they look at, so that few lines cross. Whoever depends on nobody,
 * and nobody on him, is left out.
 */
export const layOut = ({ rules, graph: { order, edges } }: Analysis): Layout => {
  const calculated = new Set(rules.filter(({ kind }) => kind === 'calculate').map(({ path }) => path))
  const sources = new Map<string, string[]>()
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) {
    sources.set(to, [...(sources.get(to) ?? []), from])
    targets.set(from, [...(targets.get(from) ?? []), to])
  }
  const groups = grouped(
    order.filter(({ path }) => sources.has(path) || targets.has(path)),
    (party) =>
      JSON.stringify([
        kindOf(party, calculated),
        [...(sources.get(party.path) ?? [])].sort(),
        [...(targets.get(party.path) ?? [])].sort(),
      ]),
  ).map((parties): Group => ({ kind: kindOf(parties[0], calculated), parties }))
  const boxes = place(groups, sources)
  const at = new Map(boxes.flatMap((box) => box.parties.map(({ path }) => [path, box] as const)))
  const lines = new Map<string, Line>()
  for (const { from, to } of edges) {
    const [a, b] = [at.get(from), at.get(to)]
    if (a && b) lines.set(`${a.parties[0].path} ${b.parties[0].path}`, { from: a, to: b })
  }
  const end = (side: 'x' | 'y', length: number): number =>
    boxes.length === 0 ? 0 : Math.max(...boxes.map((box) => box[side])) + length + size.edge
  return { boxes, lines: [...lines.values()], width: end('x', size.width), height: end('y', size.height) }
}

/** Parties with the same mark together, if they are enough; otherwise each by itself. In their order. */
const grouped = (
  parties: readonly Party[],
  markOf: (party: Party) => string,
): readonly (readonly [Party, ...Party[]])[] => {
  const found = new Map<string, [Party, ...Party[]]>()
  for (const party of parties) {
    const mark = markOf(party)
    const group = found.get(mark)
    if (group) group.push(party)
    else found.set(mark, [party])
  }
  return [...found.values()].flatMap((group) =>
    group.length >= alike ? [group] : group.map((party): [Party] => [party]),
  )
}

const place = (groups: readonly Group[], sources: ReadonlyMap<string, readonly string[]>): readonly Box[] => {
  const columns: Group[][] = []
  const column = new Map<string, number>()
  // The order of evaluation: whatever is looked at stands before. In a circle the one that comes later is left out.
  for (const group of groups) {
    const before = (sources.get(group.parties[0].path) ?? []).map((source) => column.get(source) ?? -1)
    const at = Math.max(-1, ...before) + 1
    for (const { path } of group.parties) column.set(path, at)
    columns[at] = [...(columns[at] ?? []), group]
  }
  const heights = new Map<string, number>()
  const boxes: Box[] = []
  const step = size.height + size.down
  for (const [x, list] of columns.entries()) {
    const wish = ({ parties: [{ path }] }: Group): number => {
      const found = (sources.get(path) ?? []).flatMap((source) => heights.get(source) ?? [])
      return found.length === 0 ? 0 : found.reduce((a, b) => a + b) / found.length
    }
    let next = size.edge
    for (const group of x === 0 ? list : [...list].sort((a, b) => wish(a) - wish(b))) {
      const y = Math.max(next, Math.round(wish(group)))
      next = y + step
      for (const { path } of group.parties) heights.set(path, y)
      boxes.push({ ...group, x: size.edge + x * (size.width + size.across), y })
    }
  }
  return boxes
}
