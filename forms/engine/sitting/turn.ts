import { emptyAnswers } from '../frame.ts'
import type { Frame, Kept, Level, Node, Run } from '../plan.ts'
import { seeksTwins } from '../validate.ts'
import { depthOf, type Link, type Links } from './links.ts'

/** What one change stirs up. It lives until everything has come to rest again. */
export type Turn = {
  readonly run: Run
  readonly links: Links
  /** By step: objects in which that component must be settled again. */
  readonly waiting: (Set<Frame> | undefined)[]
  /** The step at work; whoever comes to be waiting must stand behind it. */
  now: number
  /** Components to examine again in the second pass. */
  readonly doubtful: Map<Frame, Set<Node>>
  /** Grids in which two rows may have become, or ceased to be, the same. */
  readonly twins: Map<Frame, Set<Node>>
  /** Objects and lists of answers made in this turn: only these may be written to. */
  readonly fresh: Set<object>
  /** Objects that came in this turn; they are filled in order. */
  readonly born: Set<Frame>
  /** Objects whose keys have come into another order than that of `evaluate`; rows are compared as a whole by it. */
  readonly unsorted: Set<Frame>
  /** An answer has changed that outcomes read. */
  decide: boolean
  /** What the second pass said may be out of date. */
  retell: boolean
  /** Fuel used by everything that stands, as one whole evaluation would use it. */
  spent: number
  /** Something waits that has had its turn already: only a whole evaluation can tell. */
  lost: boolean
}

export const newTurn = (run: Run, links: Links, spent: number): Turn => ({
  run,
  links,
  waiting: new Array<Set<Frame> | undefined>(links.at.length).fill(undefined),
  now: -1,
  doubtful: new Map(),
  twins: new Map(),
  fresh: new Set(),
  born: new Set(),
  unsorted: new Set(),
  decide: false,
  retell: false,
  spent,
  lost: false,
})

export const keptOf = (frame: Frame): Kept => {
  frame.kept ??= {
    costs: [],
    faults: [],
    overrides: [],
    twins: [],
    tale: undefined,
    gone: false,
  }
  return frame.kept
}

export const wait = (turn: Turn, node: Node, frame: Frame): void => {
  const step = turn.links.at[node.entry.index] as number
  if (step <= turn.now) turn.lost = true
  const frames = turn.waiting[step]
  if (frames) frames.add(frame)
  else turn.waiting[step] = new Set([frame])
}

const note = (map: Map<Frame, Set<Node>>, frame: Frame, node: Node): void => {
  const nodes = map.get(frame)
  if (nodes) nodes.add(node)
  else map.set(frame, new Set([node]))
}

export const doubt = (turn: Turn, node: Node, frame: Frame): void => note(turn.doubtful, frame, node)

/** A new object: everything in it is to be settled and examined. */
export const enter = (turn: Turn, level: Level, frame: Frame): void => {
  turn.born.add(frame)
  turn.fresh.add(frame.out)
  turn.doubtful.set(frame, new Set(level.nodes))
  for (const node of level.nodes) wait(turn, node, frame)
}

export const compareRows = (turn: Turn, grid: Node, frame: Frame): void => {
  if (seeksTwins(grid)) note(turn.twins, frame, grid)
}

/** Something in this object, or whether it is there, is said otherwise from now on. */
export const silence = (turn: Turn, frame: Frame): void => {
  turn.retell = true
  for (let at: Frame | undefined = frame; at; at = at.parent) if (at.kept) at.kept.tale = undefined
}

/** Books what a pass over one component has cost. `pass` is 0 or 1. */
export const book = (turn: Turn, node: Node, frame: Frame, pass: number, before: number): void => {
  const cost = before - turn.run.scope.fuel
  const at = 2 * node.slot + pass
  const old = frame.kept?.costs[at] ?? 0
  if (cost === old) return
  keptOf(frame).costs[at] = cost
  turn.spent += cost - old
}

/** Wakes the readers of a component, in the objects that can see this one. */
export const wake = (turn: Turn, links: readonly Link[], node: Node, frame: Frame): void => {
  for (const link of links) {
    let meeting: Frame | undefined = frame
    for (let depth = depthOf(node.level); depth > link.depth; depth--) meeting = meeting?.parent
    if (meeting) wakeBelow(turn, link, link.node === node, meeting, 0)
  }
}

const wakeBelow = (turn: Turn, link: Link, self: boolean, frame: Frame, at: number): void => {
  const owner = link.down[at]
  if (owner) {
    for (const kid of frame.kids?.[owner.slot] ?? []) wakeBelow(turn, link, self, kid, at + 1)
    return
  }
  if (link.late) doubt(turn, link.node, frame)
  // A component that asks about itself asks before its own value stands.
  if (link.early && !self) wait(turn, link.node, frame)
}

/**
 * A copy of an object's answers, in the order in which `evaluate` writes them. By known names into a table: 28 µs for
 * 700 keys. A spread takes 500, or 4 while no key comes or goes, and then milliseconds to find its speed again.
 */
export const inOrder = (turn: Turn, { out, owner }: Frame): Record<string, unknown> => {
  const names = turn.links.names[owner?.inner?.index ?? 0] ?? []
  const copy = emptyAnswers(names.length)
  for (const name of names) if (Object.hasOwn(out, name)) copy[name] = out[name]
  return copy
}

/** Makes the answers of this object writable: a copy, and so upwards to the form. */
export const own = (turn: Turn, frame: Frame): Record<string, unknown> => {
  if (turn.fresh.has(frame.out)) return frame.out
  frame.out = inOrder(turn, frame)
  turn.fresh.add(frame.out)
  attach(turn, frame)
  return frame.out
}

/** Puts the object's answers where they belong, after they have become another object. */
export const attach = (turn: Turn, frame: Frame): void => {
  const { owner, parent, out } = frame
  if (!owner || !parent) {
    turn.run.scope.data = out
    return
  }
  // Whether it is empty, and what a rule about it as a whole says, hangs on what is in it.
  doubt(turn, owner, parent)
  if (!owner.rows) {
    own(turn, parent)[owner.key] = out
    return
  }
  compareRows(turn, owner, parent)
  ownRows(turn, owner, parent)[frame.rowIndex as number] = out
}

export const ownRows = (turn: Turn, grid: Node, frame: Frame): Record<string, unknown>[] => {
  const out = own(turn, frame)
  let rows = out[grid.key] as Record<string, unknown>[]
  if (!turn.fresh.has(rows)) {
    rows = rows.slice()
    turn.fresh.add(rows)
    out[grid.key] = rows
  }
  return rows
}

/** Writes a value (undefined: none) and wakes who reads it. */
export const write = (turn: Turn, node: Node, frame: Frame, value: unknown): void => {
  const out = own(turn, frame)
  if (value === undefined) delete out[node.key]
  else {
    if (!turn.born.has(frame) && !Object.hasOwn(out, node.key)) turn.unsorted.add(frame)
    out[node.key] = value
  }
  const { index } = node.entry
  wake(turn, turn.links.readers[index] ?? [], node, frame)
  if (turn.links.decides[index]) turn.decide = true
}
