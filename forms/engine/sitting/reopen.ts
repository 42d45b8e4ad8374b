import { frameOf } from '../frame.ts'
import type { Frame, Level, Node } from '../plan.ts'
import { objectsOf } from '../settle.ts'
import { compareRows, doubt, enter, keptOf, ownRows, silence, type Turn, wait, wake, write } from './turn.ts'

type Raw = Record<string, unknown> | undefined

/**
 * What a container or grid holds, after `weigh`. Objects keep their place: row 3 stays row 3 and gets other
 * answers, so only cells that differ are settled again; rows come and go at the end.
 */
export const reopen = (turn: Turn, node: Node, inner: Level, frame: Frame): void => {
  const { run } = turn
  const before = frame.kids?.[node.slot]
  if (!run.open) {
    if (before) close(turn, node, frame, before)
    return
  }
  const objects = objectsOf(node, run)
  const kids = before ?? []
  for (let i = 0; i < kids.length && i < objects.length; i++)
    refill(turn, inner, kids[i] as Frame, objects[i])
  if (before && kids.length === objects.length) return
  if (!before) {
    frame.kids ??= []
    frame.kids[node.slot] = kids
  }
  for (const kid of kids.splice(objects.length)) drop(turn, kid)
  const outs: Record<string, unknown>[] = before ? ownRows(turn, node, frame) : []
  outs.length = kids.length
  for (let i = kids.length; i < objects.length; i++) {
    const kid = frameOf(inner, frame, objects[i], node.rows ? i : frame.rowIndex)
    kids.push(kid)
    outs.push(kid.out)
    enter(turn, inner, kid)
  }
  turn.fresh.add(outs)
  moved(turn, node, frame, node.rows ? outs : outs[0])
}

/** Objects have come or gone: whoever reads anything inside must look again. */
const moved = (turn: Turn, node: Node, frame: Frame, value: unknown): void => {
  const { index } = node.entry
  write(turn, node, frame, value)
  wake(turn, turn.links.through[index] ?? [], node, frame)
  if (turn.links.decidesThrough[index]) turn.decide = true
  doubt(turn, node, frame)
  compareRows(turn, node, frame)
  silence(turn, frame)
}

const close = (turn: Turn, node: Node, frame: Frame, kids: readonly Frame[]): void => {
  for (const kid of kids) drop(turn, kid)
  if (frame.kids) frame.kids[node.slot] = undefined
  keptOf(frame).twins[node.slot] = undefined
  moved(turn, node, frame, undefined)
}

const drop = (turn: Turn, frame: Frame): void => {
  const kept = keptOf(frame)
  kept.gone = true
  for (const cost of kept.costs) turn.spent -= cost ?? 0
  for (const kids of frame.kids ?? []) for (const kid of kids ?? []) drop(turn, kid)
}

/** Other answers in the same place: what is not the same as before must be settled again. */
export const refill = (turn: Turn, level: Level, frame: Frame, raw: Raw): void => {
  const old = frame.raw
  if (old === raw) return
  frame.raw = raw
  for (const node of turn.links.keys[level.index]?.values() ?? [])
    if (!Object.is(sent(old, node.key), sent(raw, node.key))) wait(turn, node, frame)
}

const sent = (raw: Raw, key: string): unknown => (raw && Object.hasOwn(raw, key) ? raw[key] : undefined)
